/** How messages of this page travel. */
import { Radio, Route, TriangleAlert } from 'lucide-react'
import { useApp } from '../state/store.ts'

/** “Service worker”, or “Direct: REASON”. */
export function TransportStatus() {
  const transport = useApp((state) => state.run.transport)
  const lost = useApp((state) => state.run.lostOnWire)
  const isKept = useApp((state) => state.run.isKept)
  const isWorker = transport.type === 'service-worker'
  const text =
    transport.type === 'direct'
      ? `Direct: ${transport.reason}`
      : isWorker
        ? 'Service worker'
        : 'Starting the service worker'
  return (
    <>
      <p
        className="transport"
        role="status"
        aria-label="Transport"
        data-kind={transport.type}
        title={
          isKept
            ? `${EXPLANATION[transport.type]} Everything is kept in this browser and works without a network.`
            : EXPLANATION[transport.type]
        }
      >
        {isWorker ? <Radio aria-hidden="true" /> : <Route aria-hidden="true" />}
        <span>{text}</span>
      </p>
      {lost > 0 && (
        <p
          className="transport"
          data-kind="lost"
          title="The run is not affected: what was lost was delivered directly."
        >
          <TriangleAlert aria-hidden="true" />
          <span>Service worker lost</span>
        </p>
      )}
    </>
  )
}

const EXPLANATION = {
  'service-worker':
    'Messages are real requests, answered by the simulated servers through a service worker. See the network panel.',
  direct: 'Messages reach the simulated servers by a direct call. The run is the same.',
  starting: 'Messages travel directly until the service worker is ready.',
} as const

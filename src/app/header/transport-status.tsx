/** How messages of this page travel. */
import { Radio, Route, TriangleAlert } from 'lucide-react'
import { useApp } from '../state/store.ts'

/** To the eye, that the page works without a network, or why messages go another way; to the ear, always how they travel. */
export function TransportStatus() {
  const transport = useApp((state) => state.run.transport)
  const lost = useApp((state) => state.run.lostOnWire)
  const isKept = useApp((state) => state.run.isKept)
  const text = {
    direct: transport.type === 'direct' ? `Direct: ${transport.reason}` : '',
    'service-worker': 'Service worker',
    starting: 'Starting the service worker',
  }[transport.type]
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
        {transport.type === 'direct' ? (
          <>
            <Route aria-hidden="true" />
            <span>{text}</span>
          </>
        ) : (
          <>
            {isKept && <Radio aria-hidden="true" />}
            {isKept && <span>Works offline</span>}
            <span className="visually-hidden">{text}</span>
          </>
        )}
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

const PLAIN_HTTP =
  'This page came by plain HTTP: messages reach the simulated servers by a direct call. The run is the same, to the byte. Use without a network, installing the page and copying pictures need http://localhost, a certificate, or a host with HTTPS.'

const EXPLANATION = {
  'service-worker':
    'Messages are real requests, answered by the simulated servers through a service worker. See the network panel.',
  direct: isSecureContext ? 'Messages reach the simulated servers by a direct call. The run is the same.' : PLAIN_HTTP,
  starting: 'Messages travel directly until the service worker is ready.',
} as const

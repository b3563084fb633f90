/** Starts the way in which live messages travel; until it is ready, and where it cannot start, they travel directly. */
import type { HttpRequest, HttpResponse } from '../../http/index.ts'
import { SIMULATED_URL } from '../../http/simulated-hosts.ts'
import { act } from '../actions/acting.ts'
import { notify } from '../actions/notices.ts'
import { noteLostOnWire, showKept, showTransport } from '../actions/transport.ts'
import { carryBy, liveRun } from '../runner/live-run.ts'
import type { Notice } from '../state/run.ts'
import type { KeptPage } from '../transports/index.ts'

/** Starts the transport once and says how it goes. */
export async function startCarrying(): Promise<void> {
  const { startTransport } = await import('../transports/index.ts')
  await startTransport(
    { answers: SIMULATED_URL, onConsoleRequest: answerFromConsole, onLost: noteLostOnWire },
    (started) => {
      carryBy(started.transport)
      showTransport(started.kind === 'direct' ? { type: 'direct', reason: started.reason } : { type: 'service-worker' })
      if (started.kind === 'service-worker') keepForOffline(started)
    },
  )
}

/** Keeps the page for a time without a network. A newer version is told of, never loaded over somebody's work. */
function keepForOffline({ keepFiles, onReplaced }: KeptPage): void {
  const keep = () => keepFiles((isCurrent) => isCurrent || notify(NEW_VERSION), showKept)
  onReplaced(keep)
  keep()
}

const NEW_VERSION: Notice = {
  tone: 'info',
  title: 'There is a newer version of Authlane.',
  details: ['Reload when it suits you. The run is in the address and comes back unchanged.'],
  offers: 'reload',
}

/** A request typed into the console is a choice like every other, and is answered with what the run recorded for it. */
async function answerFromConsole(request: HttpRequest): Promise<HttpResponse> {
  await act({ type: 'request', request })
  const trace = liveRun()?.run.trace ?? []
  const answer = trace.findLast(
    (event) => event.type === 'held' && event.message.purpose === 'console' && event.message.response !== undefined,
  )
  if (answer?.type === 'held' && answer.message.response !== undefined) return answer.message.response
  return { status: 502, headers: [['content-type', 'text/plain']], body: 'No simulated server answered this request.' }
}

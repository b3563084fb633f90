/** Starts the way in which live messages travel; until it is ready, and where it cannot start, they travel directly. */
import type { HttpRequest, HttpResponse } from '../../http/index.ts'
import { SIMULATED_ORIGINS } from '../../scenarios/origins.ts'
import { act } from '../actions/acting.ts'
import { noteLostOnWire, showTransport } from '../actions/transport.ts'
import { carryBy, liveRun } from '../runner/live-run.ts'

/** Starts the transport once and says how it went. */
export async function startCarrying(): Promise<void> {
  const { startTransport } = await import('../transports/index.ts')
  const started = await startTransport({
    origins: SIMULATED_ORIGINS,
    onConsoleRequest: answerFromConsole,
    onLost: noteLostOnWire,
  })
  carryBy(started.transport)
  showTransport(started.kind === 'direct' ? { type: 'direct', reason: started.reason } : { type: 'service-worker' })
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

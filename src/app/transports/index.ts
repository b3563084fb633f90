/** How messages of the live run travel: as real requests through a service worker, or directly where none can run. */
import { directTransport, type Transport } from '../../simulation/index.ts'
import { firstLine, startServiceWorker, type WireOptions } from './service-worker.ts'

export type { WireOptions }

/** The transport that started, and when it is the direct one, why: a clause that completes “Direct: …”. */
export type StartedTransport =
  | { readonly kind: 'service-worker'; readonly transport: Transport }
  | { readonly kind: 'direct'; readonly transport: Transport; readonly reason: string }

/** What the page says about the transport. */
export type TransportStatus = { readonly type: 'service-worker' } | { readonly type: 'direct'; readonly reason: string }

/** Starts the best transport that this browser allows. Never rejects; call it once per page load. */
export async function startTransport(options: WireOptions): Promise<StartedTransport> {
  try {
    return { kind: 'service-worker', transport: await startServiceWorker(options) }
  } catch (error) {
    return { kind: 'direct', transport: directTransport, reason: firstLine(error) }
  }
}

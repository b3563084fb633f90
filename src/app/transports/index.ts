/** How messages of the live run travel: as real requests through a service worker, or directly where none can run. */
import { directTransport, type Transport } from '../../simulation/index.ts'
import {
  firstLine,
  keepFilesForOffline,
  onWorkerReplaced,
  startServiceWorker,
  type WireOptions,
} from './service-worker.ts'

export type { WireOptions }

/** What the worker does besides: it keeps the files of the page. */
export interface KeptPage {
  /** Keeps them. Says whether this page is of the newest version, and later that all is kept. */
  keepFiles(onVersion: (isCurrent: boolean) => void, onKept: () => void): void
  /** Calls back when another worker has taken over. */
  onReplaced(react: () => void): void
}

/** The transport that started, and when it is the direct one, why: a clause that completes “Direct: …”. */
export type StartedTransport =
  | ({ readonly kind: 'service-worker'; readonly transport: Transport } & KeptPage)
  | { readonly kind: 'direct'; readonly transport: Transport; readonly reason: string }

/** What the page says about the transport. */
export type TransportStatus = { readonly type: 'service-worker' } | { readonly type: 'direct'; readonly reason: string }

/** A browser that is busy may need longer; the page says so then, and takes the worker when it comes after all. */
const SLOW_MS = 4000

/** Starts the best transport that this browser allows, and says each time what messages travel by from now on. Never rejects; call it once per page load. */
export async function startTransport(options: WireOptions, use: (started: StartedTransport) => void): Promise<void> {
  const direct = (reason: string) => use({ kind: 'direct', transport: directTransport, reason })
  const slow = setTimeout(direct, SLOW_MS, 'the service worker has not started yet')
  try {
    const transport = await startServiceWorker(options)
    use({ kind: 'service-worker', transport, keepFiles: keepFilesForOffline, onReplaced: onWorkerReplaced })
  } catch (error) {
    direct(firstLine(error))
  } finally {
    clearTimeout(slow)
  }
}

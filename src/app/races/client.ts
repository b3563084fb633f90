/** Starts explorations in a worker of their own. */
import type { Recipe } from '../../simulation/index.ts'
import type { ExplorerAnswer, ExplorerRequest } from './messages.ts'

/** An exploration that is under way. */
export interface RunningExploration {
  /** Ends it early; its last answer is what it knows by then. */
  stop(): void
  /** Ends it at once, without an answer. */
  discard(): void
}

/** Explores what can follow after all choices of a session. `hear` gets each answer; the last one is `over` or `failed`. */
export function startExploring(
  recipe: Recipe,
  bound: number,
  hear: (answer: ExplorerAnswer) => void,
): RunningExploration {
  const worker = new Worker(new URL('worker.ts', import.meta.url), { type: 'module', name: 'race explorer' })
  const tell = (request: ExplorerRequest) => worker.postMessage(request)
  worker.addEventListener('message', ({ data }: MessageEvent<ExplorerAnswer>) => {
    if (data.type !== 'progress') worker.terminate()
    hear(data)
  })
  worker.addEventListener('error', ({ message }) => {
    worker.terminate()
    hear({ type: 'failed', message: message || 'The explorer’s worker could not be loaded.' })
  })
  tell({ type: 'explore', recipe, bound })
  return { stop: () => tell({ type: 'stop' }), discard: () => worker.terminate() }
}

/** Plays labs in workers, two at once where there are two processors. */
import type { LabAnswer, LabRequest } from './messages.ts'

const MOST_WORKERS = 2

/** Labs that are being played. */
export interface RunningLabs {
  /** Ends it at once; nothing more is heard. */
  discard(): void
}

/** What is heard of playing; after `failed` and after the `over` of every scenario comes nothing more. */
type Hear = (answer: LabAnswer) => void

/** Plays the labs of these scenarios, the first ones first. Throws where the page may start no worker. */
export function startLabs(scenarios: readonly string[], hear: Hear): RunningLabs {
  const waiting = [...scenarios]
  const count = Math.min(MOST_WORKERS, navigator.hardwareConcurrency || 1, scenarios.length)
  const workers: Worker[] = []
  const discard = () => {
    for (const worker of workers) worker.terminate()
  }
  for (let number = 1; number <= count; number += 1) {
    const worker = new Worker(new URL('worker.ts', import.meta.url), { type: 'module', name: `policy lab ${number}` })
    workers.push(worker)
    const takeNext = () => {
      const scenario = waiting.shift()
      if (scenario === undefined) worker.terminate()
      else worker.postMessage({ scenario } satisfies LabRequest)
    }
    worker.addEventListener('message', ({ data }: MessageEvent<LabAnswer>) => {
      if (data.type === 'failed') discard()
      if (data.type === 'over') takeNext()
      hear(data)
    })
    worker.addEventListener('error', ({ message }) => {
      discard()
      hear({ type: 'failed', message: message || 'The lab’s worker could not be loaded.' })
    })
    takeNext()
  }
  return { discard }
}

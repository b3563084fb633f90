/** The lab's workers as the page uses them: two at once where there are two processors. */
import type { LabShape } from '../../scenario-kit/policy-lab/source.ts'
import type { Settings } from '../../simulation/index.ts'
import type { LabAnswer, LabRequest, WorkerAnswer } from './messages.ts'

const MOST_WORKERS = 2

/** Labs that are being played. */
export interface RunningLabs {
  /** Ends it at once; nothing more is heard. */
  discard(): void
}

/** Plays the labs of these scenarios, the first ones first; `names`: settings of what actors and paths are called. After `failed` and the last `over` nothing more is heard. Throws where the page may start no worker. */
export function startLabs(
  scenarios: readonly string[],
  names: Settings,
  hear: (answer: LabAnswer) => void,
): RunningLabs {
  const waiting = [...scenarios]
  const count = Math.min(MOST_WORKERS, navigator.hardwareConcurrency || 1, scenarios.length)
  const workers: Worker[] = []
  const discard = () => {
    for (const worker of workers) worker.terminate()
  }
  for (let number = 1; number <= count; number += 1) {
    const takeNext = () => {
      const scenario = waiting.shift()
      if (scenario === undefined) worker.terminate()
      else tell(worker, { type: 'play', scenario, names })
    }
    const worker = startWorker((answer) => {
      if (answer.type === 'shapes') return
      if (answer.type === 'failed') discard()
      if (answer.type === 'over') takeNext()
      hear(answer)
    })
    workers.push(worker)
    takeNext()
  }
  return { discard }
}

/** Asks which scenarios have a table, and of which rows and columns. Rejects where the page may start no worker. */
export function askForShapes(): Promise<Readonly<Record<string, LabShape>>> {
  return new Promise((resolve, reject) => {
    const worker = startWorker((answer) => {
      worker.terminate()
      if (answer.type === 'shapes') resolve(answer.shapes)
      else reject(new Error(answer.type === 'failed' ? answer.message : 'The lab’s worker says what nobody asked.'))
    })
    tell(worker, { type: 'list' })
  })
}

function startWorker(hear: (answer: WorkerAnswer) => void): Worker {
  const worker = new Worker(new URL('worker.ts', import.meta.url), { type: 'module', name: 'policy lab' })
  worker.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer>) => hear(data))
  worker.addEventListener('error', ({ message }) => {
    worker.terminate()
    hear({ type: 'failed', message: message || 'The lab’s worker could not be loaded.' })
  })
  return worker
}

function tell(worker: Worker, request: LabRequest): void {
  worker.postMessage(request)
}

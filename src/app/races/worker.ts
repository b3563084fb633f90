/** The explorer's worker: replays orders of a race beside the page, which stays free for the person. */
import { createExploration } from '../../scenario-kit/races/explore.ts'
import type { Recipe } from '../../simulation/index.ts'
import { loadScenario } from '../registry.ts'
import { readyWebCrypto } from '../web-crypto.ts'
import type { ExplorerAnswer, ExplorerRequest } from './messages.ts'

/** How often the page is told. */
const REPORT_EVERY_MS = 250

let isStopped = false

globalThis.addEventListener('message', ({ data }: MessageEvent<ExplorerRequest>) => {
  if (data.type === 'stop') isStopped = true
  else void explore(data.recipe, data.bound)
})

async function explore(recipe: Recipe, bound: number): Promise<void> {
  try {
    await readyWebCrypto()
    const exploration = await createExploration(await loadScenario(recipe.scenario), recipe, { bound })
    let reportedAt = performance.now()
    // Each replay takes turns of the event loop, so a request to stop comes through.
    while (!isStopped && !exploration.isOver()) {
      await exploration.step()
      if (performance.now() - reportedAt < REPORT_EVERY_MS) continue
      answer({ type: 'progress', report: exploration.report({ counts: 'tried' }) })
      reportedAt = performance.now()
    }
    answer({ type: 'over', report: exploration.report() })
  } catch (problem) {
    answer({ type: 'failed', message: problem instanceof Error ? problem.message : String(problem) })
  }
}

function answer(message: ExplorerAnswer): void {
  globalThis.postMessage(message)
}

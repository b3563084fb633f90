/** A worker of the lab: plays the cells of one scenario after the other beside the page, which stays free for the person. */
import { playCells } from '../../scenario-kit/policy-lab/matrix.ts'
import { freshRecipe, startRun } from '../../scenario-kit/run.ts'
import { loadScenario } from '../registry.ts'
import { readyWebCrypto } from '../web-crypto.ts'
import { loadLab } from './labs.ts'
import type { LabAnswer, LabRequest } from './messages.ts'

globalThis.addEventListener('message', ({ data }: MessageEvent<LabRequest>) => void play(data.scenario))

async function play(id: string): Promise<void> {
  try {
    await readyWebCrypto()
    const [scenario, lab] = await Promise.all([loadScenario(id), loadLab(id)])
    if (lab === undefined) throw new Error(`“${scenario.title}” declares no attacks.`)
    const { actors } = await startRun(scenario, freshRecipe(id))
    answer({ type: 'actors', scenario: id, actors })
    for await (const cell of playCells(scenario, lab)) answer({ type: 'cell', scenario: id, cell })
    answer({ type: 'over', scenario: id })
  } catch (problem) {
    answer({ type: 'failed', message: problem instanceof Error ? problem.message : String(problem) })
  }
}

function answer(message: LabAnswer): void {
  globalThis.postMessage(message)
}

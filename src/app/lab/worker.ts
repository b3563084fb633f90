/** A worker of the lab: plays the cells of one scenario after the other beside the page, which stays free for the person. */
import { playCells } from '../../scenario-kit/policy-lab/matrix.ts'
import { freshRecipe, startRun } from '../../scenario-kit/run.ts'
import type { Settings } from '../../simulation/index.ts'
import { loadScenario } from '../registry.ts'
import { readyWebCrypto } from '../web-crypto.ts'
import { loadLab, loadShapes } from './declared.ts'
import type { LabRequest, WorkerAnswer } from './messages.ts'

globalThis.addEventListener('message', ({ data }: MessageEvent<LabRequest>) => void serve(data))

async function serve(request: LabRequest): Promise<void> {
  try {
    if (request.type === 'list') answer({ type: 'shapes', shapes: await loadShapes() })
    else await play(request.scenario, request.names)
  } catch (problem) {
    answer({ type: 'failed', message: problem instanceof Error ? problem.message : String(problem) })
  }
}

async function play(id: string, names: Settings): Promise<void> {
  await readyWebCrypto()
  const [scenario, lab] = await Promise.all([loadScenario(id), loadLab(id)])
  const { actors } = await startRun(scenario, { ...freshRecipe(id), settings: names })
  answer({ type: 'actors', scenario: id, actors })
  for await (const cell of playCells(scenario, lab, names)) answer({ type: 'cell', scenario: id, cell })
  answer({ type: 'over', scenario: id })
}

function answer(message: WorkerAnswer): void {
  globalThis.postMessage(message)
}

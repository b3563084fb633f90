/** Labs for tests: all cells of a scenario's, played once. */
import { findScenario } from '../played.fixture.ts'
import { freshRecipe, startRun } from '../run.ts'
import type { Lab } from './declaration.ts'
import { type Cell, playCells } from './matrix.ts'
import { labSource, shapeOf } from './source.ts'

/** What the table of a scenario's lab is made from, of its first cells or of all. */
export async function playedLab(id: string, most = Number.POSITIVE_INFINITY) {
  const scenario = findScenario(id)
  const { default: lab }: { default: Lab } = await import(`../../scenarios/${id}/attacks.ts`)
  const cells: Cell[] = []
  for await (const cell of playCells(scenario, lab)) {
    cells.push(cell)
    if (cells.length === most) break
  }
  const { actors } = await startRun(scenario, freshRecipe(id))
  return labSource(scenario, shapeOf(lab), cells, actors)
}

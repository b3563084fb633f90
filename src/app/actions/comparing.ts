/** Comparing the run with another one. */
import type { SequenceRow } from '../../projections/sequence/index.ts'
import type { Recipe } from '../../simulation/index.ts'
import { commit, current } from '../state/store.ts'
import { KEPT_RUN } from '../state/view.ts'
import { replacedNotice } from './notices.ts'
import { open } from './opening.ts'
import { goTo } from './playback.ts'
import { selectRow } from './view.ts'

/** Compares with an outcome of the scenario, by id, or with the kept run. */
export function compareWith(comparedWith: string): void {
  commit({ view: { comparedWith } })
}

/** Keeps the recipe as it is now, to be compared with what becomes of it. */
export function keepRun(): void {
  commit({ view: { keptRun: current().recipe, comparedWith: KEPT_RUN } })
}

/** Opens the run that this one was compared with, at its end. The sides change places. */
export function openCompared(recipe: Recipe): Promise<void> {
  const before = { recipe: current().recipe, cursor: current().view.cursor }
  commit({ view: { keptRun: before.recipe, comparedWith: KEPT_RUN } })
  return open({ recipe, cursor: recipe.choices.length }, replacedNotice(before, 'The other run is open.'))
}

/** Selects a row of the run everywhere; one that lies ahead is gone to. */
export async function showRow({ index, step }: SequenceRow): Promise<void> {
  const { run, view } = current()
  if (index >= run.sequence.rowsAt(view.cursor)) await goTo(step)
  selectRow(index)
}

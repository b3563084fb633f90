/** The run beside another one, both as diagrams. */
import { isSplit } from '../selectors/split.ts'
import { commit, current } from '../state/store.ts'

/** Shows the run beside the one that works, or what it fixes; or the run alone again. */
export function toggleSplit(): void {
  if (isSplit(current())) closeSplit()
  else split(undefined)
}

/** Shows the run beside what it is compared with: an outcome by id, the kept run, or without one the most telling. */
export function split(comparedWith: string | undefined): void {
  commit({ view: { split: current().recipe.scenario, comparedWith, viewTab: 'sequence', compactPane: 'diagram' } })
}

/** Shows the run alone again. */
export function closeSplit(): void {
  commit({ view: { split: undefined } })
}

/** The run in words. */
import { type Chapter, chaptersOf, type Narration, narrate } from '../../projections/narration/index.ts'
import type { SequenceModel, SequenceRow } from '../../projections/sequence/index.ts'
import type { Trace } from '../../simulation/index.ts'
import type { AppState } from '../state/store.ts'
import { memoise } from './memoise.ts'
import { selectLastRow } from './moment.ts'
import { selectRow } from './selected.ts'

const narrationOf = () =>
  memoise((trace: Trace, sequence: SequenceModel, row: SequenceRow | undefined) => row && narrate(trace, sequence, row))

const ofSelected = narrationOf()
const ofNewest = narrationOf()

/** What the selected row says. */
export function selectNarration(state: AppState): Narration | undefined {
  return ofSelected(state.run.trace, state.run.sequence, selectRow(state))
}

/** What the newest row says. */
export function selectNews(state: AppState): Narration | undefined {
  return ofNewest(state.run.trace, state.run.sequence, selectLastRow(state))
}

const chapters = memoise(chaptersOf)

/** The chapters of everything that has been recorded. */
export function selectChapters({ run }: AppState): readonly Chapter[] {
  return chapters(run.trace, run.sequence)
}

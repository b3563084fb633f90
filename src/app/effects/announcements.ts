/** Says each step as it happens, in the page's one live region. */
import { narrate } from '../../projections/narration/index.ts'
import { selectTurnHint } from '../selectors/turn.ts'
import { type AppState, observe } from '../state/store.ts'

/** At most this many rows are read out; a long run to the end is summed up. */
const MAX_ROWS = 4

/** Writes into `region`, which is in the page for as long as this runs. */
export function announceSteps(region: HTMLElement): () => void {
  return observe(
    (state) => state,
    (state, before) => {
      const text = announcement(state, before)
      if (text !== undefined) region.textContent = text
    },
  )
}

function announcement(state: AppState, before: AppState): string | undefined {
  const { run, view } = state
  if (run.notice !== before.run.notice && run.notice !== undefined) {
    return [run.notice.title, ...run.notice.details].join(' ')
  }
  if (view.cursor === before.view.cursor) return undefined
  if (view.cursor < before.view.cursor) return `Step ${view.cursor} of ${state.recipe.choices.length}`
  const first = before.run.sequence.rowsAt(before.view.cursor)
  const rows = run.sequence.rows.slice(first, run.sequence.rowsAt(view.cursor))
  // The name says who and what, as everywhere; the sentence says what it means.
  const said = rows
    .slice(-MAX_ROWS)
    .map((row) => `${row.name}. ${narrate(run.trace, run.sequence, row).sentence.slice(0, -1)}`)
  const skipped = rows.length - said.length
  const hint = selectTurnHint(state)
  return [skipped > 0 ? `${skipped} more steps.` : undefined, ...said, hint].filter(Boolean).join('. ')
}

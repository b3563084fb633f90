/** The credentials of the run, and what the diagram draws of them at the cursor. */
import { type Credentials, credentialsIn, type ShownCredential } from '../../projections/credentials/index.ts'
import type { SequenceModel, SequenceRow } from '../../projections/sequence/index.ts'
import type { AppState } from '../state/store.ts'
import { memoise } from './memoise.ts'
import { selectRow } from './selected.ts'

const drawnOf = memoise(
  (credentials: Credentials, sequence: SequenceModel, cursor: number, row: SequenceRow | undefined) => ({
    pockets: credentials.pocketsAt(cursor),
    cause: row && credentials.causeOf(sequence, row),
    carriedBy: credentials.carriedBy,
    bringsFirst: credentials.bringsFirst,
  }),
)

/** The credentials of the whole trace. */
function selectCredentials({ run }: AppState): Credentials {
  return credentialsIn(run.trace, run.sequence.lanes)
}

/** Pockets at the cursor, and the cause of the selected row. */
export function selectDrawnCredentials(state: AppState) {
  return drawnOf(selectCredentials(state), state.run.sequence, state.view.cursor, selectRow(state))
}

/** What has gone through an actor's hands up to the cursor, each once, as it stood when it came last. */
export function seenBy(actor: string, state: AppState): readonly ShownCredential[] {
  const { carriedBy } = selectCredentials(state)
  const { sequence } = state.run
  const rows = sequence.rows.slice(0, sequence.rowsAt(state.view.cursor))
  const own = rows.filter(({ from, to, tone }) => from === actor || (to === actor && tone !== 'lost'))
  const seen = own.flatMap((row) => carriedBy(row)).map((shown) => [shown.credential.name, shown] as const)
  return [...new Map(seen).values()]
}

/** The artifact that is selected in every view. */
import type { Lifetime } from '../../projections/index.ts'
import type { SequenceRow } from '../../projections/sequence/index.ts'
import type { AppState } from '../state/store.ts'

/** The name of the artifact that was picked, such as “access token 2”, while its row is still the selected one. */
export function selectArtifactName({ view }: AppState): string | undefined {
  const { picked, pickedArtifact } = view
  return picked !== undefined && pickedArtifact?.row === picked ? pickedArtifact.name : undefined
}

/** The row that an artifact is selected with: the answer that brought it, its request, or else what its step began with. */
export function rowOfLifetime({ step, exchange }: Lifetime, { run, view }: AppState): SequenceRow | undefined {
  const visible = run.sequence.rows.slice(0, run.sequence.rowsAt(view.cursor))
  const sent = visible.filter((row) => exchange !== undefined && row.exchange === exchange)
  return sent.find(({ isResponse }) => isResponse) ?? sent[0] ?? visible.find((row) => row.step === step)
}

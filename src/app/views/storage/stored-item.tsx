/** One thing that an actor holds: what it is, how it stands, since when, and who else has it. */
import { LifetimeChip } from '../../../diagram/credential-chip.tsx'
import { describeState } from '../../../projections/index.ts'
import type { StoragePlace, StoredItem } from '../../../projections/storage/index.ts'
import { selectArtifact, showStorage } from '../../actions/view.ts'
import { selectArtifactName } from '../../selectors/artifact.ts'
import { selectClock } from '../../selectors/moment.ts'
import { isOver } from '../../selectors/storage.ts'
import { useApp } from '../../state/store.ts'

/** What every item of the view needs to know. */
export interface ItemContext {
  nameOf(actor: string): string
  /** Artifacts that the scenario has advice on. */
  readonly advised: readonly string[]
  /** The artifact that was asked for. */
  readonly wanted: string | undefined
}

/** A line of a place. */
export function Item(props: ItemContext & { readonly item: StoredItem; readonly place: StoragePlace }) {
  const { item, place, nameOf, advised, wanted } = props
  const now = useApp(selectClock)
  const row = useApp(({ run }) => run.sequence.rows.find(({ step }) => step === item.since)?.index)
  const picked = useApp(selectArtifactName)
  const isHolder = place.kind !== 'database' && place.kind !== 'loot'
  return (
    <li
      className="storage-item"
      data-over={isOver(item) || undefined}
      data-wanted={item.artifact === wanted || undefined}
      data-picked={item.name === picked || undefined}
    >
      <p className="storage-item-head">
        <strong>
          {item.lifetime !== undefined && <LifetimeChip lifetime={item.lifetime} />} {item.name}
        </strong>
        {item.lifetime !== undefined && (
          <span className="storage-state" data-state={item.lifetime.state}>
            {describeState(item.lifetime, now)}
          </span>
        )}
      </p>
      <p className="storage-item-more">
        <code>{item.path}</code>
        {item.detail !== undefined && <span>{item.detail}</span>}
      </p>
      <p className="storage-item-more">
        {item.since === 0 || row === undefined ? (
          <span>since before step 1</span>
        ) : (
          <span>
            since{' '}
            <button type="button" className="storage-link" onClick={() => selectArtifact(row, item.name)}>
              step {item.since}
            </button>
          </span>
        )}
        {isHolder && advised.includes(item.artifact) && (
          <button
            type="button"
            className="storage-link"
            aria-label={`Where it belongs: ${item.artifact.replaceAll('_', ' ')}`}
            onClick={() => showStorage(item.artifact)}
          >
            Where it belongs
          </button>
        )}
      </p>
      {item.alsoHeldBy.length > 0 && (
        <p className="storage-also">Also held by {item.alsoHeldBy.map(nameOf).join(', ')}</p>
      )}
    </li>
  )
}

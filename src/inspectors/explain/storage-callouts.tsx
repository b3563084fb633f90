/** What a step put somewhere: what and where, who can read it there, and where it belongs on each platform. */
import { Archive } from 'lucide-react'
import type { ActorStorage, StoragePlace } from '../../projections/storage/index.ts'
import { Button } from '../../ui/button.tsx'
import type { InspectorProps, PlatformAdvice } from '../contract.ts'
import { Readers } from '../parts/readers.tsx'

/** “A, B and C”. */
const LIST = new Intl.ListFormat('en-GB')

interface StorageCalloutsProps {
  readonly stored: readonly ActorStorage[]
  readonly advice: readonly PlatformAdvice[]
  nameOf(actor: string): string
  readonly onShow: InspectorProps['onShowStorage']
}

/** One callout a place. */
export function StorageCallouts({ stored, advice, nameOf, onShow }: StorageCalloutsProps) {
  return (
    <ul className="storage-callouts">
      {stored.flatMap(({ actor, places }) =>
        places.map((place) => (
          <li key={place.key} className="storage-callout">
            <p className="storage-callout-what">
              <Archive aria-hidden="true" />
              <span>
                {nameOf(actor)} now holds <strong>{LIST.format(place.items.map(({ name }) => name))}</strong> in:{' '}
                {place.title}
              </span>
            </p>
            <Readers exposure={place.exposure} text={place.readableBy} />
            {place.kind !== 'loot' && <Belongings place={place} advice={advice} onShow={onShow} />}
          </li>
        )),
      )}
    </ul>
  )
}

/** Where each artifact in a place belongs, by platform, as far as the scenario says. */
function Belongings(props: Pick<StorageCalloutsProps, 'advice' | 'onShow'> & { readonly place: StoragePlace }) {
  const { place, advice, onShow } = props
  return [...new Set(place.items.map(({ artifact }) => artifact))].map((artifact) => {
    const rows = advice.filter((row) => row.artifact === artifact)
    if (rows.length === 0) return null
    const words = artifact.replaceAll('_', ' ')
    return (
      <details key={artifact} className="storage-belongs">
        <summary>
          Where it belongs: {words}, on {LIST.format([...new Set(rows.map(({ platform }) => platform))])}
        </summary>
        <dl>
          {rows.map(({ platform, place: proper, readableBy }) => (
            <div key={`${platform} ${proper}`}>
              <dt>{platform}</dt>
              <dd>
                {proper}. <span className="storage-belongs-reader">Readable by: {readableBy}.</span>
              </dd>
            </div>
          ))}
        </dl>
        <Button size="small" aria-label={`Show in Storage: ${words}`} onClick={() => onShow(artifact)}>
          Show in Storage
        </Button>
      </details>
    )
  })
}

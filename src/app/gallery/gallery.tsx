/** What the search shows before anything is typed: every flow by what somebody comes for, and what users report. */
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { CAUSES } from '../../guidance/diagnosis/index.ts'
import type { Scenario } from '../../scenario-kit/contract.ts'
import { CARDS } from './card-files.ts'
import { columnsOf, type GalleryCard, type GalleryColumn } from './cards.ts'
import './gallery.css'
import { Thumbnail } from './thumbnail.tsx'
import { type Place, placeAfter } from './walk.ts'

/** Where a card leads: to the flow, or to a failure of it. */
type GalleryTarget =
  | { readonly type: 'scenario'; readonly scenario: string }
  | { readonly type: 'run'; readonly scenario: string; readonly outcome: string }

interface GalleryProps {
  readonly scenarios: readonly Scenario[]
  onChoose(target: GalleryTarget): void
  /** The person goes back to the field, or types. */
  onLeave(): void
}

/** Three columns of cards. One of them is a stop for Tab; arrow keys go on from there, Enter opens. */
export default function Gallery({ scenarios, onChoose, onLeave }: GalleryProps) {
  const columns = useMemo(() => columnsOf(scenarios, CARDS, CAUSES), [scenarios])
  const [current, setCurrent] = useState<Place>({ column: 0, card: 0 })
  const cards = useRef<HTMLDivElement>(null)
  const walk = (event: KeyboardEvent) => {
    if (event.metaKey || event.ctrlKey || event.altKey) return
    // A letter goes where words go: the field has the focus before the browser types it.
    if (event.key.length === 1 && event.key !== ' ') return onLeave()
    const next = placeAfter(
      event.key,
      current,
      columns.map(({ cards }) => cards.length),
    )
    if (next === undefined) return
    event.preventDefault()
    if (next === 'field') return onLeave()
    cards.current?.querySelector<HTMLElement>(`[data-place="${next.column} ${next.card}"]`)?.focus()
  }
  return (
    <div ref={cards} className="gallery">
      {columns.map((column, index) => (
        <Column
          key={column.title}
          column={column}
          index={index}
          stop={current.column === index ? current.card : undefined}
          onFocus={(card) => setCurrent({ column: index, card })}
          onKey={walk}
          onChoose={onChoose}
        />
      ))}
    </div>
  )
}

interface ColumnProps extends Pick<GalleryProps, 'onChoose'> {
  readonly column: GalleryColumn
  readonly index: number
  /** The card that Tab stops at, if it is in this column. */
  readonly stop: number | undefined
  onFocus(card: number): void
  onKey(event: KeyboardEvent): void
}

function Column({ column: { title, cards }, index, stop, onFocus, onKey, onChoose }: ColumnProps) {
  return (
    <section aria-label={title}>
      <h3 className="eyebrow">{title}</h3>
      <ul>
        {cards.map((card, place) => (
          <li key={card.id}>
            <button
              type="button"
              className="gallery-card"
              data-place={`${index} ${place}`}
              tabIndex={stop === place ? 0 : -1}
              onFocus={() => onFocus(place)}
              onKeyDown={onKey}
              onClick={() => onChoose(targetOf(card))}
            >
              <Thumbnail scenario={card.scenario.id} outcome={card.outcome.id} />
              <span className="gallery-words">{card.words}</span>
              <span className="gallery-aside">
                {card.scenario.title}
                <span>{card.isSymptom ? card.outcome.title : endsOf(card)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function targetOf({ scenario, outcome, isSymptom }: GalleryCard): GalleryTarget {
  return isSymptom
    ? { type: 'run', scenario: scenario.id, outcome: outcome.id }
    : { type: 'scenario', scenario: scenario.id }
}

function endsOf({ ends: { works, fails } }: GalleryCard): string {
  const all = works + fails
  return `${all} ${all === 1 ? 'way' : 'ways'} it ends: ${works} work, ${fails} fail`
}

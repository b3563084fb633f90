/** The live sequence diagram: append-only, virtualised, drawn by arithmetic alone. */
import {
  type ComponentType,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type SyntheticEvent,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { Cause, Pocket, ShownCredential } from '../projections/credentials/index.ts'
import {
  type DiagramSize,
  laneX,
  layOutColumns,
  lineY,
  METRICS,
  METRICS_WITH_POCKETS,
} from '../projections/drawing/metrics.ts'
import type { DrawnModel, SequenceRow, WaitingRow } from '../projections/sequence/types.ts'
import { CauseArc } from './cause-arc.tsx'
import { CarriedChips } from './credential-chip.tsx'
import { drawnRows, lastIndexOf } from './geometry.ts'
import { type HeadProps, LaneHeaders, LifeLines } from './lane-headers.tsx'
import { Packet } from './packet.tsx'
import { Row } from './row.tsx'
import './sequence-diagram.css'
import { sendPacket } from './packet-motion.ts'
import { SwapButtons } from './swap-buttons.tsx'
import { useArrowInView, useSeenSpan, useViewport } from './viewport.ts'
import { WaitingMessage } from './waiting-row.tsx'

/** What the diagram shows and tells. */
export interface SequenceDiagramProps {
  readonly model: DrawnModel
  /** The moment that is looked at: the number of choices applied. */
  readonly step: number
  /** Index of the selected row. */
  readonly selected: number | undefined
  onSelect(rowIndex: number): void
  /** A waiting message was pressed. */
  onDeliver(gate: string): void
  /** Whether the packet of a new last row travels however many rows are new; that of the next step always does. */
  readonly animate: boolean
  /** True while the run goes on by itself: whoever reads further up is left alone then. */
  readonly isPlaying?: boolean
  readonly size?: DiagramSize
  /** What stands below the last row when nothing waits; `''` for nothing. */
  readonly end?: string
  /** What else can be done to a waiting message than to let it arrive. */
  toolsFor?(waiting: WaitingRow): ReactNode
  /** What the messages carry and who holds what; without it the heads have no pockets. */
  readonly credentials?: DiagramCredentials | undefined
  /** What the heads of the lanes are; plain words without it. */
  readonly Head?: ComponentType<HeadProps> | undefined
  /** What waits, where it is to arrive in another order than it came. */
  readonly waiting?: readonly WaitingRow[]
  /** A waiting message is to arrive before the one above it. */
  onSwap?(gate: string): void
  /** Stands below what waits. */
  readonly foot?: ReactNode
  /** Its accessible name, where there are several. */
  readonly name?: string
  /** A height that stands out, and what it says there. */
  readonly mark?: { readonly height: number; readonly title: string } | undefined
}

/** Credentials as the diagram draws them. */
export interface DiagramCredentials {
  readonly pockets: readonly Pocket[]
  /** What made the selected row fail. */
  readonly cause: Cause | undefined
  carriedBy(row: SequenceRow | WaitingRow): readonly ShownCredential[]
  /** True for the first message that carries one of its kind. */
  bringsFirst(row: SequenceRow): boolean
}

/** Rows up to a moment of a run, what waits below them, and a selection that the arrow keys move. */
export function SequenceDiagram(props: SequenceDiagramProps) {
  const { model, step, selected, onSelect, onDeliver, animate, isPlaying = false } = props
  const { size = 'regular', end = '', toolsFor, credentials, Head, mark } = props
  const metrics = (credentials === undefined ? METRICS : METRICS_WITH_POCKETS)[size]
  const count = model.rowsAt(step)
  const waiting = props.waiting ?? model.waitingAt(step)
  const rowsHeight = count * metrics.rowHeight
  const footTop = rowsHeight + waiting.length * metrics.rowHeight

  const container = useRef<HTMLElement>(null)
  // Before the view is scrolled: that computes styles, which the packet's motion would have to be computed into again.
  const packet = useRef<SVGSVGElement>(null)
  const shown = useRef({ rows: count, step })
  const travel = useRef<Animation>(undefined)
  const sendLast = useEffectEvent((rows: number) => {
    const row = model.rows[rows - 1]
    const isNew = rows > shown.current.rows && (animate || step === shown.current.step + 1)
    shown.current = { rows, step }
    // Pockets fill and break before the eye as a run goes on, and are simply there after a jump.
    container.current?.toggleAttribute('data-still', !isNew)
    if (!isNew || packet.current === null || row?.kind !== 'message') return
    travel.current?.cancel()
    const y = (rows - 1) * metrics.rowHeight + lineY(metrics)
    const pace = credentials?.bringsFirst(row) === true ? 'first' : 'usual'
    travel.current = sendPacket(packet.current, { x: xOf(row.from), y }, { x: xOf(row.to), y }, pace)
  })
  useLayoutEffect(() => sendLast(count), [count])

  const view = useViewport(container, count, metrics.headerHeight + footTop + metrics.footHeight, metrics)
  const seenHeight = Math.max(0, view.height - metrics.headerHeight)
  const columns = useMemo(
    () => layOutColumns(view.width, model.lanes.length, metrics),
    [view.width, model.lanes.length, metrics],
  )
  const places = useMemo(
    () => new Map(model.lanes.map(({ id }, index) => [id, laneX(columns, index)])),
    [model.lanes, columns],
  )
  const seen = useSeenSpan(view, columns)
  const xOf = (actor: string) => places.get(actor) ?? laneX(columns, 0)

  const isFocusDue = useRef(false)
  const showRow = useEffectEvent((index: number) => {
    if (!isPlaying || index < count - 1 || view.isKept() || isFocusDue.current) view.show(index)
    if (isFocusDue.current) buttonAt(container.current, index)?.focus({ preventScroll: true })
    isFocusDue.current = false
  })
  // The newest row first: the one that decided an end may stand above it, and then both are to be seen.
  useLayoutEffect(() => showRow(model.rowsAt(step) - 1), [model, step])
  useLayoutEffect(() => {
    if (selected !== undefined && selected < model.rowsAt(step)) showRow(selected)
  }, [selected, model, step])

  const spoken = model.rows[selected !== undefined && selected < count ? selected : count - 1]
  useArrowInView(container, view, columns, { from: xOf(spoken?.from ?? ''), to: xOf(spoken?.to ?? '') })

  /** The exchange under the pointer or the focus: its other message lights up. */
  const [pointed, setPointed] = useState<string>()
  const point = (event: SyntheticEvent) => setPointed(buttonOf(event)?.dataset.exchange)
  const chosen = selected === undefined ? undefined : model.rows[selected]
  const lit = pointed ?? chosen?.exchange
  const isLit = (exchange: string | undefined) => exchange !== undefined && exchange === lit

  const select = (event: MouseEvent) => {
    const row = buttonOf(event)?.dataset.row
    if (row !== undefined) onSelect(Number(row))
  }
  const moveSelection = (event: KeyboardEvent) => {
    const current = Number(buttonOf(event)?.dataset.row)
    const drawn = Array.from(model.rows.slice(0, count).entries()).flatMap(([index, row]) => (row ? [index] : []))
    const place = drawn.indexOf(current)
    const wanted = { ArrowUp: place - 1, ArrowDown: place + 1, Home: 0, End: drawn.length - 1 }[event.key]
    if (wanted === undefined || place < 0) return
    event.preventDefault()
    event.stopPropagation()
    const next = drawn[wanted]
    if (next === undefined) return
    if (next === selected) {
      // A row beside it had the focus without being selected.
      buttonAt(container.current, next)?.focus({ preventScroll: true })
      return
    }
    isFocusDue.current = true
    onSelect(next)
  }

  const isSelectable = selected !== undefined && selected < count && model.rows[selected] !== undefined
  const tabStop = isSelectable ? selected : lastIndexOf(model.rows, count, (row) => row !== undefined)
  const foot = waiting.length === 0 ? end : count === 0 ? AT_START : ''
  const drawn = drawnRows(view.window, tabStop, count)
  const message = model.rows[lastIndexOf(model.rows, count, (row) => row?.kind === 'message')]
  const cargo = (message && credentials?.carriedBy(message)) ?? NOTHING
  const cause = chosen !== undefined && chosen.index < count ? credentials?.cause : undefined
  return (
    <section
      ref={container}
      className="sequence"
      data-size={size}
      aria-label={props.name ?? 'Sequence diagram'}
      onScroll={view.onScroll}
    >
      <LaneHeaders lanes={model.lanes} columns={columns} metrics={metrics} pockets={credentials?.pockets} Head={Head} />
      <div
        className="sequence-body"
        style={{ width: columns.width, height: Math.max(footTop + metrics.footHeight, seenHeight) }}
      >
        <LifeLines lanes={model.lanes} columns={columns} top={metrics.headerHeight} height={seenHeight} />
        {mark !== undefined && mark.height < count && (
          <p className="sequence-mark" style={{ top: mark.height * metrics.rowHeight, height: metrics.rowHeight }}>
            <span>{mark.title}</span>
          </p>
        )}
        <ol
          className="sequence-rows"
          aria-label="Messages"
          onClick={select}
          onKeyDown={moveSelection}
          onPointerOver={point}
          onPointerLeave={() => setPointed(undefined)}
          onFocus={point}
          onBlur={() => setPointed(undefined)}
        >
          {drawn.map((index) => {
            const row = model.rows[index]
            return (
              row && (
                <Row
                  key={index}
                  row={row}
                  carried={credentials?.carriedBy(row) ?? NOTHING}
                  cause={index === selected ? cause?.words : undefined}
                  from={xOf(row.from)}
                  to={xOf(row.to)}
                  width={columns.width}
                  seen={seen}
                  metrics={metrics}
                  isLit={isLit(row.exchange)}
                  isSelected={index === selected}
                  isTabStop={index === tabStop}
                />
              )
            )
          })}
        </ol>
        {waiting.length > 0 && (
          <ol className="sequence-rows" aria-label="On the wire" style={{ top: rowsHeight }}>
            {waiting.map((message, index) => (
              <li
                key={message.gate}
                style={{ top: index * metrics.rowHeight, height: metrics.rowHeight }}
                data-lit={isLit(message.exchange) || undefined}
              >
                <WaitingMessage
                  waiting={message}
                  carried={credentials?.carriedBy(message) ?? NOTHING}
                  from={xOf(message.from)}
                  to={xOf(message.to)}
                  width={columns.width}
                  seen={seen}
                  metrics={metrics}
                  isNext={index === 0}
                  onDeliver={onDeliver}
                />
                {toolsFor?.(message)}
              </li>
            ))}
          </ol>
        )}
        {cause !== undefined && chosen !== undefined && (
          <CauseArc
            row={chosen.index}
            cause={cause.row}
            words={cause.words}
            from={xOf(chosen.from)}
            to={xOf(chosen.to)}
            width={columns.width}
            metrics={metrics}
            onSelect={onSelect}
          />
        )}
        {props.onSwap !== undefined && (
          <SwapButtons waiting={waiting} top={rowsHeight} rowHeight={metrics.rowHeight} onSwap={props.onSwap} />
        )}
        <svg ref={packet} className="sequence-travel" aria-hidden="true" width={1} height={1}>
          <Packet x={0} y={0} size={metrics.badge * 2.6} />
          <CarriedChips
            carried={cargo}
            x={0}
            y={-metrics.badge * 0.9 - metrics.credential / 2}
            height={metrics.credential}
          />
        </svg>
        {props.foot !== undefined && (
          <div className="sequence-foot" style={{ top: footTop, width: Math.min(view.width, columns.width) }}>
            {props.foot}
          </div>
        )}
        {foot !== '' && props.foot === undefined && (
          <p className="sequence-hint" style={{ top: footTop, width: Math.min(view.width, columns.width) }}>
            <span>{foot}</span>
          </p>
        )}
      </div>
    </section>
  )
}

const NOTHING: readonly ShownCredential[] = []
const AT_START = 'The first message is ready. Press it, or step forward, to let it travel.'

function buttonAt(container: HTMLElement | null, row: number): HTMLElement | undefined {
  return container?.querySelector<HTMLElement>(`[data-row="${row}"]`) ?? undefined
}

function buttonOf(event: { readonly target: EventTarget }): HTMLElement | undefined {
  const button = event.target instanceof Element ? event.target.closest('button') : null
  return button ?? undefined
}

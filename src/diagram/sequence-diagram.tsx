/** The live sequence diagram: append-only, virtualised, drawn by arithmetic alone. */
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react'
import { type DiagramSize, laneX, layOutColumns, lineY, METRICS } from '../projections/drawing/metrics.ts'
import type { SequenceModel, WaitingRow } from '../projections/sequence/types.ts'
import { drawnRows } from './geometry.ts'
import { LaneHeaders, LifeLines } from './lane-headers.tsx'
import { Packet } from './packet.tsx'
import { Row } from './row.tsx'
import './sequence-diagram.css'
import { sendPacket } from './packet-motion.ts'
import { useViewport } from './viewport.ts'
import { WaitingMessage } from './waiting-row.tsx'

/** What the diagram shows and tells. */
export interface SequenceDiagramProps {
  readonly model: SequenceModel
  /** The moment that is looked at: the number of choices applied. */
  readonly step: number
  /** Index of the selected row. */
  readonly selected: number | undefined
  onSelect(rowIndex: number): void
  /** A waiting message was pressed. */
  onDeliver(gate: string): void
  /** Whether the packet of a new last row travels; false while scrubbing. */
  readonly animate: boolean
  readonly size?: DiagramSize
  /** What stands below the last row when nothing waits; `''` for nothing. */
  readonly end?: string
  /** What else can be done to a waiting message than to let it arrive. */
  toolsFor?(waiting: WaitingRow): ReactNode
}

/** Rows up to a moment of a run, what waits below them, and a selection that the arrow keys move. */
export function SequenceDiagram(props: SequenceDiagramProps) {
  const { model, step, selected, onSelect, onDeliver, animate, size = 'regular', end = '', toolsFor } = props
  const metrics = METRICS[size]
  const count = model.rowsAt(step)
  const waiting = model.waitingAt(step)
  const rowsHeight = count * metrics.rowHeight
  const footTop = rowsHeight + waiting.length * metrics.rowHeight

  const container = useRef<HTMLElement>(null)
  const view = useViewport(container, count, metrics.headerHeight + footTop + metrics.footHeight, metrics)
  const seenHeight = Math.max(0, view.height - metrics.headerHeight)
  const columns = useMemo(
    () => layOutColumns(view.width, model.lanes.length, metrics),
    [view.width, model.lanes.length, metrics],
  )
  const xOf = (actor: string) =>
    laneX(
      columns,
      Math.max(
        0,
        model.lanes.findIndex((lane) => lane.id === actor),
      ),
    )

  const isFocusDue = useRef(false)
  const showSelection = useEffectEvent((index: number) => {
    // A selection that only goes along with new rows does not pull back a person who reads further up.
    if (index < count - 1 || view.isFollowing() || isFocusDue.current) view.show(index)
    if (isFocusDue.current) buttonAt(container.current, index)?.focus({ preventScroll: true })
    isFocusDue.current = false
  })
  useLayoutEffect(() => {
    if (selected !== undefined) showSelection(selected)
  }, [selected])

  const packet = useRef<SVGSVGElement>(null)
  const shown = useRef(count)
  const travel = useRef<Animation>(undefined)
  const sendLast = useEffectEvent((rows: number) => {
    const row = model.rows[rows - 1]
    const isNew = rows > shown.current
    shown.current = rows
    if (!isNew || !animate || packet.current === null || row?.kind !== 'message') return
    travel.current?.cancel()
    const y = (rows - 1) * metrics.rowHeight + lineY(metrics)
    travel.current = sendPacket(packet.current, { x: xOf(row.from), y }, { x: xOf(row.to), y })
  })
  useLayoutEffect(() => sendLast(count), [count])

  const select = (event: MouseEvent) => {
    const row = buttonOf(event)?.dataset.row
    if (row !== undefined) onSelect(Number(row))
  }
  const moveSelection = (event: KeyboardEvent) => {
    const current = Number(buttonOf(event)?.dataset.row)
    const next = { ArrowUp: current - 1, ArrowDown: current + 1, Home: 0, End: count - 1 }[event.key]
    if (next === undefined || Number.isNaN(current)) return
    event.preventDefault()
    event.stopPropagation()
    if (next < 0 || next >= count) return
    if (next === selected) {
      // A row beside it had the focus without being selected.
      buttonAt(container.current, next)?.focus({ preventScroll: true })
      return
    }
    isFocusDue.current = true
    onSelect(next)
  }

  const tabStop = selected !== undefined && selected < count ? selected : count - 1
  const foot = waiting.length === 0 ? end : count === 0 ? AT_START : ''
  const drawn = drawnRows(view.window, tabStop, count)
  return (
    <section
      ref={container}
      className="sequence"
      data-size={size}
      aria-label="Sequence diagram"
      onScroll={view.onScroll}
    >
      <LaneHeaders lanes={model.lanes} columns={columns} height={metrics.headerHeight} />
      <div
        className="sequence-body"
        style={{ width: columns.width, height: Math.max(footTop + metrics.footHeight, seenHeight) }}
      >
        <LifeLines lanes={model.lanes} columns={columns} top={metrics.headerHeight} height={seenHeight} />
        <ol className="sequence-rows" aria-label="Messages" onClick={select} onKeyDown={moveSelection}>
          {drawn.map((index) => {
            const row = model.rows[index]
            return (
              row && (
                <li
                  key={index}
                  style={{ top: index * metrics.rowHeight, height: metrics.rowHeight }}
                  aria-setsize={count}
                  aria-posinset={index + 1}
                >
                  <Row
                    row={row}
                    from={xOf(row.from)}
                    to={xOf(row.to)}
                    width={columns.width}
                    metrics={metrics}
                    isSelected={index === selected}
                    isTabStop={index === tabStop}
                  />
                </li>
              )
            )
          })}
        </ol>
        {waiting.length > 0 && (
          <ol className="sequence-rows" aria-label="On the wire" style={{ top: rowsHeight }}>
            {waiting.map((message, index) => (
              <li key={message.gate} style={{ top: index * metrics.rowHeight, height: metrics.rowHeight }}>
                <WaitingMessage
                  waiting={message}
                  from={xOf(message.from)}
                  to={xOf(message.to)}
                  width={columns.width}
                  metrics={metrics}
                  isNext={index === 0}
                  onDeliver={onDeliver}
                />
                {toolsFor?.(message)}
              </li>
            ))}
          </ol>
        )}
        <svg ref={packet} className="sequence-travel" aria-hidden="true" width={1} height={1}>
          <Packet x={0} y={0} size={metrics.badge * 2.6} />
        </svg>
        {foot !== '' && (
          <p className="sequence-hint" style={{ top: footTop, width: Math.min(view.width, columns.width) }}>
            <span>{foot}</span>
          </p>
        )}
      </div>
    </section>
  )
}

const AT_START = 'The first message is ready. Press it, or step forward, to let it travel.'

function buttonAt(container: HTMLElement | null, row: number): HTMLElement | undefined {
  return container?.querySelector<HTMLElement>(`[data-row="${row}"]`) ?? undefined
}

function buttonOf(event: { readonly target: EventTarget }): HTMLElement | undefined {
  const button = event.target instanceof Element ? event.target.closest('button') : null
  return button ?? undefined
}

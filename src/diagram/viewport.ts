/** What part of the diagram is in view: its size, its scroll position, and the row that stays in view whatever changes around it. */
import { type RefObject, useCallback, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Columns, Metrics, Span } from '../projections/drawing/metrics.ts'
import { isInView, type RowWindow, scrollToArrow, scrollToRow, strideTop, tailTop, visibleWindow } from './geometry.ts'

/** The view of a scroll container. */
export interface Viewport {
  /** Width of the container without its scroll bar, in px; 0 until it is laid out. */
  readonly width: number
  /** Height in px, the same. */
  readonly height: number
  /** How far it is scrolled across, in px. */
  readonly left: number
  readonly window: RowWindow
  /** To be called on each scroll event. */
  onScroll(): void
  /** Scrolls across. */
  scrollAcross(left: number): void
  /** Scrolls just so far that a row is in view, and keeps it there until a person scrolls it away. */
  show(row: number): void
  /** False once a person has scrolled away from the row that was shown last. */
  isKept(): boolean
}

/**
 * Observes a scroll container. The row that was shown last stays in view as the container and its content change; of the
 * newest row, also what waits below it.
 *
 * @param contentHeight header, rows and foot in px
 */
export function useViewport(
  container: RefObject<HTMLElement | null>,
  count: number,
  contentHeight: number,
  metrics: Metrics,
): Viewport {
  const [size, setSize] = useState({ width: 0, height: 0 })
  const [top, setTop] = useState(0)
  const [left, setLeft] = useState(0)
  /** The row that stays in view; `tail` is the newest one, whichever it is. */
  const kept = useRef<number | 'tail' | undefined>('tail')

  useLayoutEffect(() => {
    const element = container.current
    if (element === null) return
    const read = () => setSize({ width: element.clientWidth, height: element.clientHeight })
    read()
    const observer = new ResizeObserver(read)
    observer.observe(element)
    return () => observer.disconnect()
  }, [container])

  const scrollTo = useCallback(
    (target: number) => {
      if (container.current === null) return
      container.current.scrollTop = target
      // Told at once: the scroll event comes a frame later, and that frame would be empty after a long jump.
      setTop(strideTop(target, metrics))
    },
    [container, metrics],
  )

  const tail = tailTop(contentHeight, size.height, count, metrics)
  /** Has the kept row in view, by the shortest way from a scroll position. */
  const keep = useCallback(
    (from: number) => {
      const element = container.current
      // Nothing is seen before the layout, nor while the diagram is hidden.
      if (element === null || size.height === 0 || kept.current === undefined) return
      const target = kept.current === 'tail' ? tail : scrollToRow(from, size.height, kept.current, metrics)
      if (target !== element.scrollTop) scrollTo(target)
    },
    [container, tail, size.height, metrics, scrollTo],
  )
  // From the tail, so that the newest row is seen too where there is room for both.
  useLayoutEffect(() => keep(tail), [keep, tail])

  const show = useCallback(
    (row: number) => {
      kept.current = row === count - 1 ? 'tail' : row
      keep(container.current?.scrollTop ?? 0)
    },
    [container, count, keep],
  )

  return {
    ...size,
    left,
    window: visibleWindow(top, size.height, count, metrics),
    onScroll() {
      const element = container.current
      if (element === null) return
      setTop(strideTop(element.scrollTop, metrics))
      setLeft(element.scrollLeft)
      // The browser scrolls too where the height has changed; that is not a person's doing, and is put right when it is read.
      if (element.clientHeight !== size.height) return
      const newest = count - 1
      const isSeen = (row: number) => isInView(element.scrollTop, size.height, row, metrics)
      if (kept.current !== undefined && isSeen(kept.current === 'tail' ? newest : kept.current)) return
      kept.current = isSeen(newest) ? 'tail' : undefined
    },
    scrollAcross(target) {
      if (container.current === null) return
      container.current.scrollLeft = target
      setLeft(container.current.scrollLeft)
    },
    show,
    isKept: () => kept.current !== undefined,
  }
}

/** What of the lanes is in view across; `undefined` where all of them are. */
export function useSeenSpan({ left, width }: Viewport, columns: Columns): Span | undefined {
  const isWider = width > 0 && columns.width > width
  return useMemo(() => (isWider ? { left, right: left + width } : undefined), [isWider, left, width])
}

/** Where the lanes are wider than their place, has an arrow between two of them in view, until a person scrolls away. */
export function useArrowInView(
  container: RefObject<HTMLElement | null>,
  view: Viewport,
  columns: Columns,
  { from, to }: { readonly from: number; readonly to: number },
): void {
  const show = useEffectEvent((left: number, right: number, { width, column }: Columns) => {
    const element = container.current
    if (element === null || width <= view.width || !view.isKept()) return
    view.scrollAcross(scrollToArrow(element.scrollLeft, view.width, { from: left, to: right, margin: column / 2 }))
  })
  useLayoutEffect(() => show(from, to, columns), [from, to, columns])
}

/** What part of the diagram is in view: its size, its scroll position, and whether it follows the tail. */
import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { Metrics } from '../projections/drawing/metrics.ts'
import { isAtTail, type RowWindow, scrollToRow, strideTop, tailTop, visibleWindow } from './geometry.ts'

/** The view of a scroll container. */
export interface Viewport {
  /** Width of the container without its scroll bar, in px; 0 until it is laid out. */
  readonly width: number
  /** Height in px, the same. */
  readonly height: number
  readonly window: RowWindow
  /** To be called on each scroll event. */
  onScroll(): void
  /** Scrolls just so far that a row is in view. */
  show(row: number): void
  /** True while the end of the diagram is in view, and new rows scroll it on. */
  isFollowing(): boolean
}

/**
 * Observes a scroll container and keeps its tail in view as the content grows, for as long as it is in view.
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
  const follows = useRef(true)

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
  useLayoutEffect(() => {
    if (follows.current) scrollTo(tail)
  }, [tail, scrollTo])

  const show = useCallback(
    (row: number) => {
      const element = container.current
      if (element === null) return
      const isNewest = row === count - 1
      const target = isNewest ? tail : scrollToRow(element.scrollTop, element.clientHeight, row, metrics)
      follows.current = isAtTail(target, tail, metrics)
      if (target !== element.scrollTop) scrollTo(target)
    },
    [container, count, tail, metrics, scrollTo],
  )

  return {
    ...size,
    window: visibleWindow(top, size.height, count, metrics),
    onScroll() {
      const element = container.current
      if (element === null) return
      follows.current = isAtTail(element.scrollTop, tail, metrics)
      setTop(strideTop(element.scrollTop, metrics))
    },
    show,
    isFollowing: () => follows.current,
  }
}

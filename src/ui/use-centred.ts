/** A list that shows the entry it is about. */
import { type RefObject, useEffect } from 'react'
import { scrollInPane } from './scroll-in-pane.ts'

/**
 * Scrolls a list so that one of its entries stands in the middle, whenever another one is to be shown that is not whole in view.
 *
 * @param entry a CSS selector; where it names nothing, the list stays as it is
 * @param listed how many entries there are: lists grow as things load
 */
export function useCentred(list: RefObject<HTMLElement | null>, entry: string, listed: number): void {
  useEffect(() => {
    const shown = listed > 0 ? list.current?.querySelector(entry) : undefined
    if (!shown || list.current === null) return
    const [place, view] = [shown.getBoundingClientRect(), list.current.getBoundingClientRect()]
    if (place.top < view.top || place.bottom > view.bottom) scrollInPane(shown, 'middle')
  }, [list, entry, listed])
}

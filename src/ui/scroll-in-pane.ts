/** Scrolls the pane that an element stands in, and nothing around it: `scrollIntoView` would move the page, too. */

/**
 * Brings an element to the top of its pane, or to its middle.
 *
 * @param above what is left to see above it, in px; without it, the `scroll-margin-top` of its style. For the top alone
 */
export function scrollInPane(element: Element, align: 'top' | 'middle' = 'top', above?: number): void {
  let pane = element.parentElement
  while (pane !== null && !/auto|scroll/.test(getComputedStyle(pane).overflowY)) pane = pane.parentElement
  if (pane === null) return
  const [place, view] = [element.getBoundingClientRect(), pane.getBoundingClientRect()]
  const margin = above ?? Number.parseFloat(getComputedStyle(element).scrollMarginTop)
  pane.scrollTop +=
    align === 'top' ? place.top - view.top - margin : (place.top + place.bottom - view.top - view.bottom) / 2
}

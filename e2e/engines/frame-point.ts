/** Where on the window's page the middle of an element lies that may be in a scaled frame. Runs in the page; scrolls it into view. */
export function middleOf(element: Element): { readonly x: number; readonly y: number } {
  element.scrollIntoView({ block: 'nearest' })
  const own = element.getBoundingClientRect()
  const frame = element.ownerDocument.defaultView?.frameElement as HTMLElement | null
  if (!frame) return { x: own.x + own.width / 2, y: own.y + own.height / 2 }
  const around = frame.getBoundingClientRect()
  const scale = around.width / frame.offsetWidth
  return { x: around.x + (own.x + own.width / 2) * scale, y: around.y + (own.y + own.height / 2) * scale }
}

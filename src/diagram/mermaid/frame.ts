/**
 * The script of the sandboxed frame, and the only one that imports Mermaid. It has an opaque origin: no storage, no
 * cookies, no access to the page. Chromium runs it in a process of its own, so a long drawing costs the page no frame.
 */
import mermaid from 'mermaid'
import { mermaidConfig, pageColour } from './config.ts'
import { type DrawRequest, type FrameMessage, OPAQUE_TARGET, readDrawRequest } from './messages.ts'

/** The page that embeds the frame. Opened by itself, or without a sandbox by a foreign page, the document stays empty. */
const page =
  window.parent !== window && (window.origin === 'null' || isOwnPage(window.parent)) ? window.parent : undefined

/** Whether a window shows a document of this origin. Without a network the frame has no sandbox: see `mermaid-frame.tsx`. */
function isOwnPage(other: Window): boolean {
  try {
    return other.location.origin === window.location.origin
  } catch {
    return false
  }
}

/** Drawings are made one after the other: Mermaid keeps state between parsing and drawing. */
let queue = Promise.resolve()
let newest = 0

function tell(message: FrameMessage): void {
  page?.postMessage(message, OPAQUE_TARGET)
}

async function draw({ id, text, theme, wantsSvg }: DrawRequest): Promise<void> {
  if (id !== newest) return
  try {
    mermaid.initialize(mermaidConfig(theme))
    const { svg } = await mermaid.render(`drawing-${id}`, text)
    document.documentElement.style.colorScheme = theme
    document.body.style.cssText = `margin: 0; padding: 16px; background: ${pageColour(theme)}`
    document.body.innerHTML = svg
    const drawing = document.body.querySelector('svg')
    drawing?.setAttribute('aria-label', 'Diagram drawn by Mermaid')
    if (drawing) extendLifeLines(drawing)
    // A long drawing is scrolled, with the keyboard too.
    drawing?.setAttribute('tabindex', '0')
    centre(drawing?.querySelector('.lit'))
    tell({ type: 'drawn', id, ...(wantsSvg && drawing && { svg: standalone(drawing) }) })
  } catch (error) {
    tell({ type: 'failed', id, reason: error instanceof Error ? error.message : String(error) })
  }
}

/** Without actors at the bottom Mermaid ends every life line at 2000, which is the middle of a long run. */
function extendLifeLines(drawing: SVGSVGElement): void {
  const { y, height } = drawing.viewBox.baseVal
  for (const line of drawing.querySelectorAll('line.actor-line')) line.setAttribute('y2', String(y + height))
}

/** A drawing as XML with a size of its own; what `render` returns is HTML, which is no image. */
function standalone(drawing: SVGSVGElement): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement
  const [, , width = '', height = ''] = (drawing.getAttribute('viewBox') ?? '').split(/\s+/)
  copy.setAttribute('width', width)
  copy.setAttribute('height', height)
  copy.style.removeProperty('max-width')
  copy.removeAttribute('tabindex')
  return new XMLSerializer().serializeToString(copy)
}

/** Scrolls this document alone: `scrollIntoView` would scroll the page around the frame too. */
function centre(element: Element | null | undefined): void {
  if (element === null || element === undefined) return
  const { left, top, width, height } = element.getBoundingClientRect()
  window.scrollBy(left + (width - window.innerWidth) / 2, top + (height - window.innerHeight) / 2)
}

window.addEventListener('message', (event) => {
  const request = readDrawRequest(event, page)
  if (request === undefined) return
  newest = request.id
  queue = queue.then(() => draw(request))
})
tell({ type: 'ready' })

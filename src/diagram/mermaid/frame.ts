/**
 * The script of the sandboxed frame, and the only one that imports Mermaid. It has an opaque origin: no storage, no
 * cookies, no access to the page. Chromium runs it in a process of its own, so a long drawing costs the page no frame.
 */
import mermaid from 'mermaid'
import { mermaidConfig, pageColour } from './config.ts'
import { type DrawRequest, type FrameMessage, OPAQUE_TARGET, readRequest, type Zoom } from './messages.ts'

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

/** Around a drawing, in px. */
const PADDING = 16

/** Drawings are made one after the other: Mermaid keeps state between parsing and drawing. */
let queue = Promise.resolve()
let newest = 0
let zoom: Zoom = 1

function tell(message: FrameMessage): void {
  page?.postMessage(message, OPAQUE_TARGET)
}

async function draw({ id, text, theme, wantsSvg }: DrawRequest): Promise<void> {
  if (id !== newest) return
  try {
    mermaid.initialize(mermaidConfig(theme))
    const { svg } = await mermaid.render(`drawing-${id}`, text)
    document.documentElement.style.colorScheme = theme
    document.body.style.cssText = `margin: 0; padding: ${PADDING}px; background: ${pageColour(theme)}`
    document.body.innerHTML = svg
    const drawing = document.body.querySelector('svg')
    drawing?.setAttribute('aria-label', 'Diagram drawn by Mermaid')
    if (drawing) extendLifeLines(drawing)
    // A long drawing is scrolled, with the keyboard too.
    drawing?.setAttribute('tabindex', '0')
    if (drawing) resize(drawing)
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

/** Gives a drawing the size that is asked for. A small one is not blown up to fit. */
function resize(drawing: SVGSVGElement): void {
  const { width, height } = drawing.viewBox.baseVal
  const room = { width: window.innerWidth - 2 * PADDING, height: window.innerHeight - 2 * PADDING }
  const factor = zoom === 'fit' ? Math.min(1, room.width / width, room.height / height) : zoom
  drawing.style.maxWidth = 'none'
  drawing.style.width = `${width * factor}px`
  drawing.style.height = `${height * factor}px`
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

function resizeShown(): void {
  const drawing = document.body.querySelector('svg')
  if (drawing) resize(drawing)
}

/** Scrolls this document alone: `scrollIntoView` would scroll the page around the frame too. */
function centre(element: Element | null | undefined): void {
  if (element === null || element === undefined) return
  const { left, top, width, height } = element.getBoundingClientRect()
  window.scrollBy(left + (width - window.innerWidth) / 2, top + (height - window.innerHeight) / 2)
}

window.addEventListener('message', (event) => {
  const request = readRequest(event, page)
  if (request === undefined) return
  zoom = request.zoom
  if (request.type === 'zoom') {
    resizeShown()
    return
  }
  newest = request.id
  queue = queue.then(() => draw(request))
})
window.addEventListener('resize', resizeShown)
tell({ type: 'ready' })

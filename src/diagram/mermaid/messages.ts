/** What the page and the sandboxed frame say to each other, and how each knows that it is the other one who speaks. */

/** The colours of a drawing. */
export type MermaidTheme = 'light' | 'dark'

/** Page to frame: draw this. */
export interface DrawRequest {
  readonly type: 'draw'
  /** Comes back with the outcome, so that a late one can be told from the newest. */
  readonly id: number
  readonly text: string
  readonly theme: MermaidTheme
  /** Asks for the drawing itself. */
  readonly wantsSvg: boolean
  readonly zoom: Zoom
}

/** How large a drawing is shown: as a factor of its own size, or so that all of it is in sight. */
export type Zoom = number | 'fit'

/** Page to frame: show the drawing at another size. */
export interface ZoomRequest {
  readonly type: 'zoom'
  readonly zoom: Zoom
}

/** Frame to page: ready for the first request; or what became of one. */
export type FrameMessage =
  | { readonly type: 'ready' }
  /** `svg`, when it was asked for: XML that stands alone. */
  | { readonly type: 'drawn'; readonly id: number; readonly svg?: string }
  | { readonly type: 'failed'; readonly id: number; readonly reason: string }

/** The frame's document, beside the page. `frame.html` and its script are put there by the build. */
export const FRAME_DOCUMENT = 'mermaid-frame.html'

/**
 * The origin that `postMessage` must be given for a sandboxed document: its own is opaque, and cannot be named. What is sent
 * goes to our own document, which may neither navigate the page nor load anything.
 */
export const OPAQUE_TARGET = '*'

/** What `event.origin` says of a sandboxed document. */
export const OPAQUE_ORIGIN = 'null'

/**
 * Reads a message that came from the frame's window and from `origin`; `undefined` for anything else, browser extensions
 * included.
 */
export function readFrameMessage(
  event: Pick<MessageEvent, 'data' | 'origin' | 'source'>,
  frame: unknown,
  origin = OPAQUE_ORIGIN,
): FrameMessage | undefined {
  if (event.source === null || event.source !== frame || event.origin !== origin) return undefined
  const { type, id, reason, svg } = membersOf(event.data)
  if (type === 'ready') return { type }
  if (typeof id !== 'number') return undefined
  if (type === 'failed' && typeof reason === 'string') return { type, id, reason }
  return type === 'drawn' ? { type, id, ...(typeof svg === 'string' && { svg }) } : undefined
}

/** Reads a message that came from the page that embeds the frame; `undefined` for anything else. */
export function readRequest(
  event: Pick<MessageEvent, 'data' | 'source'>,
  page: unknown,
): DrawRequest | ZoomRequest | undefined {
  if (event.source === null || event.source !== page) return undefined
  const { type, id, text, theme, wantsSvg, zoom } = membersOf(event.data)
  if (zoom !== 'fit' && !(typeof zoom === 'number' && zoom > 0)) return undefined
  if (type === 'zoom') return { type, zoom }
  if (type !== 'draw' || typeof id !== 'number' || typeof text !== 'string') return undefined
  return theme === 'light' || theme === 'dark'
    ? { type, id, text, theme, wantsSvg: wantsSvg === true, zoom }
    : undefined
}

function membersOf(data: unknown): Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null ? (data as Readonly<Record<string, unknown>>) : {}
}

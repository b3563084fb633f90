/** The sandboxed frame in which Mermaid draws, one text at a time. */
import { type ComponentProps, useEffect, useEffectEvent, useRef, useState } from 'react'
import { siteHome } from '../../lib/site-home.ts'
import {
  FRAME_DOCUMENT,
  type FrameMessage,
  type MermaidTheme,
  OPAQUE_ORIGIN,
  OPAQUE_TARGET,
  readFrameMessage,
  type Zoom,
} from './messages.ts'

/** What became of a drawing. */
export type Outcome = Exclude<FrameMessage, { readonly type: 'ready' }>

interface MermaidFrameProps extends Omit<ComponentProps<'iframe'>, 'ref' | 'sandbox' | 'src' | 'title'> {
  readonly text: string
  readonly theme: MermaidTheme
  /** Whether the outcome brings the drawing along. */
  readonly wantsSvg?: boolean
  readonly zoom?: Zoom
  /** `undefined` when a drawing begins, then what became of it. */
  onOutcome(outcome: Outcome | undefined): void
}

/** The frame. A new text is drawn when the one before it is done. */
export function MermaidFrame({ text, theme, wantsSvg = false, zoom = 1, onOutcome, ...rest }: MermaidFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  const lastId = useRef(0)
  const latestZoom = useRef(zoom)
  const [isReady, setReady] = useState(false)
  const [isIsolated, setIsolated] = useState(true)
  const tell = useEffectEvent(onOutcome)
  const fallBack = useEffectEvent((isOnline: boolean) => {
    if (!isReady) setIsolated(isOnline)
  })

  // Asked for beside the frame: Firefox and WebKit fire no event for a frame that cannot be loaded.
  useEffect(() => void hasNetwork().then(fallBack), [])

  useEffect(() => {
    const listen = (event: MessageEvent) => {
      const message = readFrameMessage(
        event,
        frame.current?.contentWindow,
        isIsolated ? OPAQUE_ORIGIN : location.origin,
      )
      if (message?.type === 'ready') setReady(true)
      else if (message?.id === lastId.current) tell(message)
    }
    window.addEventListener('message', listen)
    return () => window.removeEventListener('message', listen)
  }, [isIsolated])

  useEffect(() => {
    if (!isReady) return
    lastId.current += 1
    tell(undefined)
    frame.current?.contentWindow?.postMessage(
      { type: 'draw', id: lastId.current, text, theme, wantsSvg, zoom: latestZoom.current },
      OPAQUE_TARGET,
    )
  }, [isReady, text, theme, wantsSvg])

  useEffect(() => {
    latestZoom.current = zoom
    if (isReady) frame.current?.contentWindow?.postMessage({ type: 'zoom', zoom }, OPAQUE_TARGET)
  }, [isReady, zoom])

  return (
    <iframe
      {...rest}
      key={String(isIsolated)}
      ref={frame}
      title="Mermaid diagram"
      sandbox={isIsolated ? 'allow-scripts' : undefined}
      src={frameAddress()}
    />
  )
}

/** The page may be one of a run, which lies below. */
function frameAddress(): string {
  return new URL(FRAME_DOCUMENT, siteHome()).href
}

/**
 * A service worker does not answer for sandboxed documents, so without a network the frame cannot be loaded as one. It is
 * then loaded as a document of the page's own origin, still under its own policy, which allows neither network nor
 * script but its own. HEAD, because the worker answers a GET from what it has kept.
 */
async function hasNetwork(): Promise<boolean> {
  return fetch(frameAddress(), { method: 'HEAD', cache: 'no-store' }).then(
    () => true,
    () => false,
  )
}

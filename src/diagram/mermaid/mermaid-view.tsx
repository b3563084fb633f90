/** A run as Mermaid draws it, in a sandboxed frame, with its text to copy. A long one is drawn on demand, never per step. */
import { RefreshCw } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import {
  FRAME_DOCUMENT,
  type FrameMessage,
  type MermaidTheme,
  OPAQUE_ORIGIN,
  OPAQUE_TARGET,
  readFrameMessage,
} from './messages.ts'
import './mermaid-view.css'

/** What is drawn, and in which colours. */
export interface MermaidViewProps {
  /** Mermaid text. When it changes the drawing stays, and a button offers to draw it again. */
  readonly text: string
  readonly theme: MermaidTheme
  /** For small diagrams: a new text is drawn at once. Says where the text comes from. */
  readonly live?: string
}

type Outcome = Exclude<FrameMessage, { readonly type: 'ready' }>

/** Mermaid's drawing of a text. */
export function MermaidView({ text, theme, live }: MermaidViewProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  const lastId = useRef(0)
  const [isReady, setReady] = useState(false)
  const [isIsolated, setIsolated] = useState(true)
  const [wanted, setWanted] = useState(text)
  const asked = live === undefined ? wanted : text
  const [outcome, setOutcome] = useState<Outcome>()
  const [hasDrawn, setDrawn] = useState(false)

  useEffect(() => {
    const listen = (event: MessageEvent) => {
      const message = readFrameMessage(
        event,
        frame.current?.contentWindow,
        isIsolated ? OPAQUE_ORIGIN : location.origin,
      )
      if (message?.type === 'ready') setReady(true)
      else if (message?.id === lastId.current) {
        setOutcome(message)
        if (message.type === 'drawn') setDrawn(true)
      }
    }
    window.addEventListener('message', listen)
    return () => window.removeEventListener('message', listen)
  }, [isIsolated])

  useEffect(() => {
    if (!isReady) return
    lastId.current += 1
    setOutcome(undefined)
    frame.current?.contentWindow?.postMessage({ type: 'draw', id: lastId.current, text: asked, theme }, OPAQUE_TARGET)
  }, [isReady, asked, theme])

  const isOutdated = asked !== text
  return (
    <section className="mermaid-view" aria-label="Mermaid diagram">
      <div className="mermaid-view-bar">
        <p className="mermaid-view-status" role="status" data-failed={outcome?.type === 'failed' || undefined}>
          {live !== undefined && hasDrawn && outcome?.type !== 'failed' ? live : describe(outcome, isOutdated)}
        </p>
        {isOutdated && (
          <Button size="small" icon={<RefreshCw />} onClick={() => setWanted(text)}>
            Draw again
          </Button>
        )}
        <CopyButton size="small" text={text} label="Copy Mermaid text" />
      </div>
      <iframe
        key={String(isIsolated)}
        ref={frame}
        className="mermaid-view-frame"
        title="Mermaid diagram"
        sandbox={isIsolated ? 'allow-scripts' : undefined}
        src={FRAME_DOCUMENT}
        onLoad={isIsolated ? () => void hasNetwork().then(setIsolated) : undefined}
        data-blank={!hasDrawn || undefined}
        aria-busy={outcome === undefined}
      />
    </section>
  )
}

/**
 * A service worker does not answer for sandboxed documents, so without a network the frame cannot be loaded as one. It is
 * then loaded as a document of the page's own origin, still under its own policy, which allows neither network nor
 * script but its own. HEAD, because the worker answers a GET from what it has kept.
 */
async function hasNetwork(): Promise<boolean> {
  return fetch(FRAME_DOCUMENT, { method: 'HEAD', cache: 'no-store' }).then(
    () => true,
    () => false,
  )
}

function describe(outcome: Outcome | undefined, isOutdated: boolean): string {
  if (outcome === undefined) return 'Mermaid is drawing …'
  if (outcome.type === 'failed') return `Mermaid could not draw it: ${outcome.reason}`
  return isOutdated ? 'The run has gone on since this was drawn.' : 'Drawn by Mermaid from the text of this run.'
}

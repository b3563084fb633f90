/** A run as Mermaid draws it, in a sandboxed frame, with its text to copy. A long one is drawn on demand, never per step. */
import { Maximize2, RefreshCw, ZoomIn, ZoomOut } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { MermaidFrame, type Outcome } from './mermaid-frame.tsx'
import type { MermaidTheme, Zoom } from './messages.ts'
import './mermaid-view.css'

/** What is drawn, and in which colours. */
export interface MermaidViewProps {
  /** Mermaid text. When it changes the drawing stays, and a button offers to draw it again. */
  readonly text: string
  readonly theme: MermaidTheme
  /** For small diagrams: a new text is drawn at once. Says where the text comes from. */
  readonly live?: string
}

/** Mermaid's drawing of a text. */
export function MermaidView({ text, theme, live }: MermaidViewProps) {
  const [wanted, setWanted] = useState(text)
  const asked = live === undefined ? wanted : text
  const [outcome, setOutcome] = useState<Outcome>()
  const [hasDrawn, setDrawn] = useState(false)
  const [zoom, setZoom] = useState<Zoom>(live === undefined ? 1 : 'fit')

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
        <ZoomButtons zoom={zoom} onZoom={setZoom} />
        <CopyButton size="small" text={text} label="Copy Mermaid text" />
      </div>
      <MermaidFrame
        className="mermaid-view-frame"
        text={asked}
        theme={theme}
        zoom={zoom}
        onOutcome={(next) => {
          setOutcome(next)
          if (next?.type === 'drawn') setDrawn(true)
        }}
        data-blank={!hasDrawn || undefined}
        aria-busy={outcome === undefined}
      />
    </section>
  )
}

/** Factors that the buttons step through. */
const FACTORS = [0.25, 0.5, 0.75, 1, 1.5, 2, 3]

function ZoomButtons({ zoom, onZoom }: { readonly zoom: Zoom; onZoom(zoom: Zoom): void }) {
  const factor = zoom === 'fit' ? 1 : zoom
  const larger = FACTORS.find((candidate) => candidate > factor)
  const smaller = FACTORS.findLast((candidate) => candidate < factor)
  const end = 'it gets no other than this'
  return (
    <span className="mermaid-view-zoom">
      <IconButton
        size="small"
        label="Smaller"
        icon={<ZoomOut />}
        unavailable={smaller === undefined ? end : undefined}
        onClick={() => onZoom(smaller ?? factor)}
      />
      <IconButton
        size="small"
        label="Larger"
        icon={<ZoomIn />}
        unavailable={larger === undefined ? end : undefined}
        onClick={() => onZoom(larger ?? factor)}
      />
      <IconButton
        size="small"
        label="Fit the whole diagram"
        icon={<Maximize2 />}
        look={zoom === 'fit' ? 'secondary' : 'quiet'}
        aria-pressed={zoom === 'fit'}
        onClick={() => onZoom('fit')}
      />
    </span>
  )
}

function describe(outcome: Outcome | undefined, isOutdated: boolean): string {
  if (outcome === undefined) return 'Mermaid is drawing …'
  if (outcome.type === 'failed') return `Mermaid could not draw it: ${outcome.reason}`
  return isOutdated ? 'The run has gone on since this was drawn.' : 'Drawn by Mermaid from the text of this run.'
}

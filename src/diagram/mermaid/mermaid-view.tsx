/** A run as Mermaid draws it, in a sandboxed frame, with its text to copy. A long one is drawn on demand, never per step. */
import { RefreshCw } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { MermaidFrame, type Outcome } from './mermaid-frame.tsx'
import type { MermaidTheme } from './messages.ts'
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
      <MermaidFrame
        className="mermaid-view-frame"
        text={asked}
        theme={theme}
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

function describe(outcome: Outcome | undefined, isOutdated: boolean): string {
  if (outcome === undefined) return 'Mermaid is drawing …'
  if (outcome.type === 'failed') return `Mermaid could not draw it: ${outcome.reason}`
  return isOutdated ? 'The run has gone on since this was drawn.' : 'Drawn by Mermaid from the text of this run.'
}

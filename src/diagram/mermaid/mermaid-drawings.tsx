/** Texts drawn by Mermaid one after the other, out of sight, for whoever needs the drawings as images. */
import { useState } from 'react'
import { MermaidFrame } from './mermaid-frame.tsx'
import type { MermaidTheme } from './messages.ts'
import './mermaid-view.css'

/** A drawing that is wanted. */
export interface DrawingJob {
  readonly id: string
  readonly text: string
  readonly theme: MermaidTheme
}

interface MermaidDrawingsProps {
  /** In the order in which they are drawn; for other jobs give it another `key`. */
  readonly jobs: readonly DrawingJob[]
  /** Called once for each job: with the drawing as SVG, or with why there is none. */
  onDrawn(job: DrawingJob, drawing: { readonly svg: string } | { readonly problem: string }): void
}

/** Draws all jobs, then goes away. */
export function MermaidDrawings({ jobs, onDrawn }: MermaidDrawingsProps) {
  const [done, setDone] = useState(0)
  const job = jobs[done]
  if (job === undefined) return null
  return (
    <div className="mermaid-drawings" aria-hidden="true">
      <MermaidFrame
        text={job.text}
        theme={job.theme}
        wantsSvg
        tabIndex={-1}
        onOutcome={(outcome) => {
          if (outcome === undefined) return
          const svg = outcome.type === 'drawn' ? outcome.svg : undefined
          onDrawn(job, svg === undefined ? { problem: outcome.type === 'failed' ? outcome.reason : '' } : { svg })
          setDone(done + 1)
        }}
      />
    </div>
  )
}

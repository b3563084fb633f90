/** The drawings of a document's diagrams: in the colours of the screen to look at, in light ones for paper and files. */
import { useEffect, useMemo, useRef, useState } from 'react'
import type { DrawingJob } from '../../../diagram/mermaid/index.ts'
import type { Drawings } from '../../../exporters/contract.ts'
import type { DiagramText } from '../../../exporters/document/diagrams.ts'

/** Addresses of images by the ids of diagrams. */
export type Images = Readonly<Record<string, string>>

interface DocumentDrawings {
  readonly jobs: readonly DrawingJob[]
  take(job: DrawingJob, drawing: { readonly svg: string } | { readonly problem: string }): void
  readonly screen: Images
  readonly paper: Images
  /** As SVG, for files. */
  readonly light: Drawings
  /** True when each diagram has been drawn for paper, or could not be. */
  readonly isComplete: boolean
}

/** A drawing and the address of its image; both empty when Mermaid could not draw it. */
interface Drawn {
  readonly svg: string
  readonly address: string
}

/** Collects the drawings of these diagrams as they are made. The diagrams stay the same while the component lives. */
export function useDrawings(diagrams: readonly DiagramText[], theme: 'light' | 'dark'): DocumentDrawings {
  /** By `THEME ID`. */
  const [drawn, setDrawn] = useState<ReadonlyMap<string, Drawn>>(new Map())
  const addresses = useRef<string[]>([])

  // The address of a blob keeps it in memory until it is given back.
  useEffect(() => {
    const given = addresses.current
    return () => {
      for (const address of given.splice(0)) URL.revokeObjectURL(address)
    }
  }, [])

  const jobs = useMemo(() => {
    const themes = theme === 'dark' ? (['dark', 'light'] as const) : (['light'] as const)
    return themes.flatMap((theme) => diagrams.map(({ id, text }): DrawingJob => ({ id, text, theme })))
  }, [diagrams, theme])

  const pick = (of: 'light' | 'dark', what: keyof Drawn) =>
    Object.fromEntries(
      diagrams.flatMap(({ id }) => {
        const value = drawn.get(`${of} ${id}`)?.[what]
        return value ? [[id, value] as const] : []
      }),
    )

  return {
    jobs,
    take(job, drawing) {
      const svg = 'svg' in drawing ? drawing.svg : ''
      const address = svg === '' ? '' : URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
      if (address !== '') addresses.current.push(address)
      setDrawn((before) => new Map(before).set(`${job.theme} ${job.id}`, { svg, address }))
    },
    screen: pick(theme, 'address'),
    paper: pick('light', 'address'),
    light: pick('light', 'svg'),
    isComplete: diagrams.every(({ id }) => drawn.has(`light ${id}`)),
  }
}

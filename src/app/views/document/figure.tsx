/** A diagram of a document: Mermaid's drawing as an image, and its text to copy. */
import type { DiagramText } from '../../../exporters/document/diagrams.ts'
import { CopyButton } from '../../../ui/copy-button.tsx'

interface FigureProps {
  readonly diagram: DiagramText
  /** The address of the drawing; absent while it is being made. */
  readonly image: string | undefined
  readonly isOnPaper: boolean
}

/** The drawing scrolls both ways within its frame: scaled down, nobody could read it. */
export function Figure({ diagram: { id, title, text }, image, isOnPaper }: FigureProps) {
  const description = `Diagram: ${title}. The tables hold all of it, too.`
  const drawing =
    image === undefined ? (
      <p className="document-drawing-waits">Mermaid is drawing …</p>
    ) : (
      <img src={image} alt={description} />
    )
  if (isOnPaper) return <figure className="document-figure">{drawing}</figure>
  return (
    <figure className="document-figure" data-diagram={id} aria-label={`Diagram: ${title}`}>
      <figcaption>
        <CopyButton size="small" text={text} label="Copy Mermaid text" />
      </figcaption>
      {drawing}
    </figure>
  )
}

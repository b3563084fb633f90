/** What a written document consists of, whatever the format: sections of paragraphs, tables and diagrams. */
import type { DiagramText } from './diagrams.ts'

/** A piece of running text. */
export type Span = string | { readonly code: string } | { readonly strong: string }

/** Running text. */
export type Text = readonly Span[]

/** A line of a table. */
export interface TableLine {
  /** As many as the table has columns. */
  readonly cells: readonly Text[]
  /** The moment that the line tells of: a page that can play runs opens it. */
  readonly opens?: { readonly outcome: string; readonly step: number }
  readonly isError?: boolean
}

/** A block of a section. */
export type Block =
  | { readonly type: 'paragraph'; readonly text: Text }
  /** What a reader must not miss. */
  | { readonly type: 'warning'; readonly text: Text }
  | { readonly type: 'heading'; readonly text: string }
  | { readonly type: 'list'; readonly items: readonly Text[] }
  | {
      readonly type: 'table'
      /** What the table is about, for those who do not see what stands above it. */
      readonly caption: string
      readonly head: readonly string[]
      /** Titles of columns that are left out on paper. */
      readonly offPaper?: readonly string[]
      readonly lines: readonly TableLine[]
    }
  | ({ readonly type: 'diagram' } & DiagramText)

/** A section with its heading. */
export interface Section {
  /** Unique in the document; the target of its table of contents. */
  readonly id: string
  readonly title: string
  readonly blocks: readonly Block[]
}

/** A paragraph of these pieces. */
export function paragraph(...text: Text): Block {
  return { type: 'paragraph', text }
}

/** Text in a fixed-width face; nothing for an empty one. */
export function code(text: string): Text {
  return text === '' ? [] : [{ code: text }]
}

/** Pieces of text with a separator between them. */
export function joined(texts: readonly Text[], separator: string): Text {
  return texts.flatMap((text, index) => (index === 0 ? text : [separator, ...text]))
}

/** The sections of a document on the screen: the same as in its files, with the way back to the runs. */
import type { Block, Section, Span, TableLine, Text } from '../../../exporters/document/blocks.ts'
import { Figure } from './figure.tsx'
import type { Images } from './use-drawings.ts'

/** Opens the run of an outcome at a step. */
type OpenRun = (outcome: string, step: number) => void

interface Surroundings {
  /** Drawings, as far as there are any. */
  readonly images: Images
  /** Without it the lines of tables open nothing: on paper. */
  readonly onOpen?: OpenRun
}

/** A section with its heading. */
export function DocumentSection({ section, ...surroundings }: Surroundings & { readonly section: Section }) {
  return (
    <section className="document-section" data-section={section.id}>
      <h3 tabIndex={-1}>{section.title}</h3>
      {numbered(section.blocks).map(([number, block]) => (
        <DocumentBlock key={number} block={block} {...surroundings} />
      ))}
    </section>
  )
}

function DocumentBlock({ block, images, onOpen }: Surroundings & { readonly block: Block }) {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          <RunningText text={block.text} />
        </p>
      )
    case 'warning':
      return (
        <p className="document-warning">
          <RunningText text={block.text} />
        </p>
      )
    case 'heading':
      return <h4>{block.text}</h4>
    case 'list':
      return (
        <ul>
          {numbered(block.items).map(([number, item]) => (
            <li key={number}>
              <RunningText text={item} />
            </li>
          ))}
        </ul>
      )
    case 'table':
      return <Table table={block} {...(onOpen && { onOpen })} />
    case 'diagram':
      return <Figure diagram={block} image={images[block.id]} isOnPaper={onOpen === undefined} />
    default:
      return block satisfies never
  }
}

interface TableProps {
  readonly table: Extract<Block, { readonly type: 'table' }>
  readonly onOpen?: OpenRun
}

function Table({ table: { caption, head, offPaper = [], lines }, onOpen }: TableProps) {
  const isOffPaper = (title: string | undefined) => (title !== undefined && offPaper.includes(title)) || undefined
  return (
    <table data-wide={head.length > 5 || undefined}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {head.map((title) => (
            <th key={title} scope="col" data-off-paper={isOffPaper(title)}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {numbered(lines).map(([number, line]) => (
          <Line key={number} line={line} head={head} isOffPaper={isOffPaper} {...(onOpen && { onOpen })} />
        ))}
      </tbody>
    </table>
  )
}

/** A line; one that tells of a moment is pressed at its first cell, which spans it for the pointer. */
function Line({
  line,
  head,
  isOffPaper,
  onOpen,
}: {
  readonly line: TableLine
  readonly head: readonly string[]
  isOffPaper(title: string | undefined): true | undefined
  readonly onOpen?: OpenRun
}) {
  const { cells, opens, isError } = line
  return (
    <tr data-error={isError} data-opens={opens && onOpen ? true : undefined}>
      {numbered(cells).map(([index, cell]) => (
        <td
          key={index}
          data-column={cell.length === 0 ? undefined : head[index]}
          data-off-paper={isOffPaper(head[index])}
        >
          {index === 0 && opens && onOpen ? (
            <button type="button" title="Open the run here" onClick={() => onOpen(opens.outcome, opens.step)}>
              <RunningText text={cell} />
            </button>
          ) : (
            <RunningText text={cell} />
          )}
        </td>
      ))}
    </tr>
  )
}

function RunningText({ text }: { readonly text: Text }) {
  return numbered(text).map(([number, span]) => <Piece key={number} span={span} />)
}

function Piece({ span }: { readonly span: Span }) {
  if (typeof span === 'string') return span
  return 'code' in span ? <code>{span.code}</code> : <strong>{span.strong}</strong>
}

/** Items with their positions, which is all that tells them apart: a written document does not change. */
function numbered<Item>(items: readonly Item[]): readonly (readonly [number, Item])[] {
  return [...items.entries()]
}

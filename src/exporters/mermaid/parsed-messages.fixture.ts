/** Reads back what Mermaid's own parser understood, so that tests can hold it against the model. */
import type { SequenceModel } from '../../projections/sequence/types.ts'
import { captionOf } from '../caption.ts'
import { normalizeLabel } from './escape.ts'

/** One arrow or note of a sequence diagram. */
export interface DrawnMessage {
  readonly kind: 'arrow' | 'note'
  /** Titles of the participants. */
  readonly from: string
  readonly to: string
  readonly label: string
}

/** What `mermaidAPI.getDiagramFromText(text)` gives as `db` for a sequence diagram. */
export interface SequenceDatabase {
  getMessages(): readonly {
    readonly from?: string
    readonly to?: string
    readonly message: unknown
    readonly type?: number
  }[]
  getActors(): ReadonlyMap<string, { readonly description: string }>
}

/** `LINETYPE.NOTE` of Mermaid's sequence diagrams. */
const NOTE = 2

/** Every arrow and note that Mermaid will draw, in its order. */
export function parsedMessages(database: SequenceDatabase): DrawnMessage[] {
  const title = (id: string | undefined) => decode(database.getActors().get(id ?? '')?.description ?? '')
  return database.getMessages().map(({ from, to, message, type }) => ({
    kind: type === NOTE ? 'note' : 'arrow',
    from: title(from),
    to: title(to),
    label: decode(String(message)),
  }))
}

/** Every arrow and note that the model has, as Mermaid should understand it. */
export function expectedMessages(model: SequenceModel, rowCount: number): DrawnMessage[] {
  const shown = (text: string) => normalizeLabel(text).replace(/^$/gm, '\u200b')
  const title = (id: string | undefined) => shown(model.lanes.find((lane) => lane.id === id)?.title ?? '')
  return model.rows.slice(0, rowCount).map((row) => ({
    kind: row.kind === 'message' || row.kind === 'person' ? 'arrow' : 'note',
    from: title(row.kind === 'clock' ? model.lanes[0]?.id : row.from),
    to: title(row.kind === 'clock' ? model.lanes.at(-1)?.id : row.to),
    label: shown(captionOf(row)),
  }))
}

/** Until it draws, Mermaid keeps `#59;` as `ﬂ°°59¶ß`. */
function decode(text: string): string {
  return text
    .split('<br/>')
    .join('\n')
    .replace(/ﬂ°°(\d+)¶ß/g, (_, code: string) => String.fromCodePoint(Number(code)))
}

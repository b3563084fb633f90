/** What a ticket says of a run: how it gets there, why, what to do, and what is not as it is at the reader's. As text, HTML and Markdown. */
import { escapeMarkdown } from '../../exporters/document/markdown.ts'
import type { Cause } from '../../guidance/diagnosis/index.ts'
import { escapeXml } from '../../lib/xml.ts'
import type { Failure } from '../../projections/index.ts'
import { chaptersOf, narrate } from '../../projections/narration/index.ts'
import type { SequenceModel, SequenceRow } from '../../projections/sequence/index.ts'
import type { Trace } from '../../simulation/index.ts'

/** What a ticket has to say. */
export interface TicketFacts {
  readonly scenario: string
  /** Title and description of the outcome that the run has come to. */
  readonly outcome?: { readonly title: string; readonly description: string }
  /** How the run gets to the step that the link shows, a sentence each. */
  readonly steps?: readonly string[]
  /** The step that the link shows. */
  readonly row?: SequenceRow
  /** Why that step, or the last one that went wrong before it, is red. */
  readonly failure?: Failure
  /** A cause of errors that this run shows. */
  readonly cause?: Pick<Cause, 'title' | 'tellApart' | 'fix'>
  /** What is known not to be as in the reader's own system, a sentence each. */
  readonly differences?: readonly string[]
  readonly address: string
}

/** One thing that a ticket says: a text, or a list, under a name. */
interface Part {
  readonly name?: string
  readonly text?: string
  readonly items?: readonly string[]
  readonly isNumbered?: boolean
}

/** How a run gets to a row: the chapters that begin before it, and what the row says. */
export function stepsTo(trace: Trace, sequence: SequenceModel, row: SequenceRow): readonly string[] {
  const chapters = chaptersOf(trace, sequence).filter(({ step }) => step < row.step)
  return [
    ...chapters.map(({ step, title }) => `Step ${step}: ${title}.`),
    `Step ${row.step}: ${narrate(trace, sequence, row).sentence}`,
  ]
}

/** Plain text: a line for each thing. */
export function ticketText(facts: TicketFacts): string {
  const lines = partsOf(facts).flatMap(({ name, text, items = [], isNumbered }) => [
    [name, text].filter((part) => part !== undefined).join(': ') + (text === undefined ? ':' : ''),
    ...items.map((item, index) => `${isNumbered ? `${index + 1}.` : '-'} ${item}`),
  ])
  return `${[...lines, `${SEE}: ${facts.address}`].join('\n')}\n`
}

/** HTML that mail, chat and ticket systems take: no styles. `picture`: the diagram as a `data:` URL. */
export function ticketHtml(facts: TicketFacts, picture?: string): string {
  const parts = partsOf(facts).map(({ name, text, items, isNumbered }) => {
    const title = name === undefined ? '' : `<strong>${escapeXml(name)}:</strong> `
    const list = isNumbered ? 'ol' : 'ul'
    const entries = items?.map((item) => `<li>${escapeXml(item)}</li>`).join('') ?? ''
    return `<p>${title}${escapeXml(text ?? '')}</p>${entries && `<${list}>${entries}</${list}>`}`
  })
  const address = escapeXml(facts.address)
  const image = picture === undefined ? [] : [`<p><img src="${picture}" alt="${escapeXml(pictureWords(facts))}"></p>`]
  return [...parts, `<p>${SEE}: <a href="${address}">${address}</a></p>`, ...image].join('\n')
}

/** Markdown. `picture`: the path of the diagram beside it. */
export function ticketMarkdown(facts: TicketFacts, picture: string): string {
  const parts = partsOf(facts).map(({ name, text, items = [], isNumbered }) => {
    const title = name === undefined ? '' : `**${escapeMarkdown(name)}:** `
    const entries = items.map((item, index) => `${isNumbered ? `${index + 1}.` : '-'} ${escapeMarkdown(item)}`)
    return [`${title}${escapeMarkdown(text ?? '')}`.trimEnd(), entries.join('\n')].filter(Boolean).join('\n\n')
  })
  const image = `![${escapeMarkdown(pictureWords(facts))}](${picture})`
  return `${[...parts, `${SEE}: <${facts.address}>`, image].join('\n\n')}\n`
}

const SEE = 'See it happen'

function partsOf({ scenario, outcome, steps, row, failure, cause, differences }: TicketFacts): readonly Part[] {
  const { rule, clause, fix } = failure ?? {}
  const parts: readonly (Part | undefined)[] = [
    { text: outcome === undefined ? scenario : `${scenario}: ${outcome.title}. ${outcome.description}` },
    listed('How it gets there', steps, true),
    told('Shown at', row && `${row.name}.`),
    told('What went wrong', failure?.message),
    told('Rule', rule === undefined || clause === undefined ? rule : `${rule} (${clause})`),
    told('How to fix it', fix),
    told('Cause', cause?.title),
    told('How to tell', cause?.tellApart),
    told('What to do', cause?.fix),
    listed('What does not match your system', differences, false),
  ]
  // One line each: a name with a line end in it could pass for another line, such as the link.
  return parts.filter((part) => part !== undefined).map(onOneLine)
}

function told(name: string, text: string | undefined): Part | undefined {
  return text === undefined ? undefined : { name, text }
}

function listed(name: string, items: readonly string[] = [], isNumbered: boolean): Part | undefined {
  return items.length === 0 ? undefined : { name, items, isNumbered }
}

function onOneLine({ text, items, ...rest }: Part): Part {
  const line = (words: string) => words.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
  return { ...rest, ...(text !== undefined && { text: line(text) }), ...(items && { items: items.map(line) }) }
}

function pictureWords({ scenario, outcome }: TicketFacts): string {
  return `Sequence diagram: ${outcome === undefined ? scenario : `${scenario}, ${outcome.title}`}`
}

/** The forms in which a run can be given to somebody: an address, a snippet for another page, a text for a ticket. */
import type { Failure } from '../../../projections/index.ts'
import { chaptersOf, narrate } from '../../../projections/narration/index.ts'
import type { SequenceModel, SequenceRow } from '../../../projections/sequence/index.ts'
import type { Trace } from '../../../simulation/index.ts'

/** Height in CSS pixels that an embedded player has until it has said its own. */
const FIRST_HEIGHT = 480

/** Characters at which others cut a link: policy of theirs, none has a standard. */
const CUTS = [
  { at: 2000, by: 'bookmarks and ticket fields' },
  { at: 4000, by: 'chat programs' },
] as const

/** How long a link is, and who would cut it. */
export function lengthAdvice(length: number): string {
  const characters = `${length.toLocaleString('en')} characters`
  const cuts = CUTS.filter(({ at }) => length > at)
  const names = (all: readonly (typeof CUTS)[number][]) =>
    all.map(({ at, by }) => `${by} (${at.toLocaleString('en')})`).join(' and ')
  if (cuts.length === 0) return `${characters}: short enough for ${names(CUTS)}.`
  return `${characters}: too long for many ${names(cuts)}. Give the file or the picture instead.`
}

/**
 * HTML that puts a player into another page, with a link for where no frame is shown. The script gives the frame the height
 * that the player asks for.
 */
export function embedSnippet(address: string, title: string): string {
  const origin = new URL(address).origin
  return `<iframe src="${escaped(address)}" title="${escaped(`Authlane: ${title}`)}" loading="lazy"
  style="width: 100%; height: ${FIRST_HEIGHT}px; border: 0"></iframe>
<p><a href="${escaped(address.replace('?embed=1', ''))}">${escaped(`Authlane: ${title}`)}</a></p>
<script>
  addEventListener('message', ({ origin, source, data }) => {
    if (origin !== '${origin}' || data?.type !== 'authlane:height') return
    for (const frame of document.querySelectorAll('iframe')) {
      if (frame.contentWindow === source) frame.style.height = data.height + 'px'
    }
  })
</script>
`
}

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
  readonly address: string
}

/** How a run gets to a row: the chapters that begin before it, and what the row says. */
export function stepsTo(trace: Trace, sequence: SequenceModel, row: SequenceRow): readonly string[] {
  const chapters = chaptersOf(trace, sequence).filter(({ step }) => step < row.step)
  return [
    ...chapters.map(({ step, title }) => `Step ${step}: ${title}.`),
    `Step ${row.step}: ${narrate(trace, sequence, row).sentence}`,
  ]
}

/** A short plain text: how it gets there, at which step, by which rule, and the link. */
export function ticketText({ scenario, outcome, steps = [], row, failure, address }: TicketFacts): string {
  const lines = [
    outcome === undefined ? scenario : `${scenario}: ${outcome.title}. ${outcome.description}`,
    steps.length > 0 && 'How it gets there:',
    ...steps.map((step, index) => `${index + 1}. ${step}`),
    row && `Shown at: ${row.name}.`,
    failure && `What went wrong: ${failure.message}`,
    failure?.rule !== undefined && `Rule: ${failure.rule}${failure.clause === undefined ? '' : ` (${failure.clause})`}`,
    failure?.fix !== undefined && `How to fix it: ${failure.fix}`,
    `See it happen: ${address}`,
  ]
  // One line each: a name with a line end in it could pass for another line, such as the link.
  const texts = lines
    .filter((line) => typeof line === 'string')
    .map((line) => line.replace(/[\p{Cc}\u2028\u2029]+/gu, ' '))
  return `${texts.join('\n')}\n`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}

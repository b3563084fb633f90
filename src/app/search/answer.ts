/** What whoever asked gets: a cause, how to tell, what to do, and a run that shows it, as text and as formatted text. */
import type { Cause, KnownError } from '../../guidance/diagnosis/index.ts'
import { escapeXml } from '../../lib/xml.ts'

/** The run that shows a cause, as it is given away. */
export interface AnswerRun {
  /** Scenario and outcome. */
  readonly title: string
  /** The row in which it shows, by its name; without one the whole run is the proof. */
  readonly row?: string
  /** Opens the run at that row, or at its end. */
  readonly address: string
  /** The diagram up to there, as a `data:` URL. */
  readonly picture?: string
}

/** What an answer is made of. */
export interface AnswerFacts {
  readonly cause: Cause & { readonly known?: KnownError }
  readonly run?: AnswerRun
}

/** Plain text: a line for each thing. */
export function answerText({ cause, run }: AnswerFacts): string {
  const lines = [
    cause.title,
    '',
    ...sectionsOf(cause).map(([name, text, source]) => `${name}: ${text}${source === undefined ? '' : ` ${source}`}`),
    run === undefined ? whyNoRun(cause) : `${placeOf(run)}: ${run.address}`,
  ]
  return `${lines.join('\n')}\n`
}

/** HTML that mail, chat and ticket systems take: no styles, and the picture in it. */
export function answerHtml({ cause, run }: AnswerFacts): string {
  const sections = sectionsOf(cause).map(([name, text, source]) => {
    const link = source === undefined ? '' : ` <a href="${escapeXml(source)}">Source</a>`
    return `<p><strong>${escapeXml(name)}:</strong> ${escapeXml(text)}${link}</p>`
  })
  return [
    `<p><strong>${escapeXml(cause.title)}</strong></p>`,
    ...sections,
    run === undefined ? `<p>${escapeXml(whyNoRun(cause))}</p>` : runHtml(run),
  ].join('\n')
}

function sectionsOf({ known, tellApart, fix }: AnswerFacts['cause']): [name: string, text: string, source?: string][] {
  const { vendor, code, says, where, source } = known ?? {}
  const name = code === undefined ? vendor : `${vendor}, ${code}`
  return [
    ...(name === undefined
      ? []
      : [[name, [says, where].filter(Boolean).join(' '), source] as [string, string, string]]),
    ['How to tell', tellApart],
    ['What to do', fix],
  ]
}

function placeOf({ title, row }: AnswerRun): string {
  return row === undefined ? `Watch it happen (${title})` : `Watch it happen (${title}), opened where it breaks, ${row}`
}

/** A cause has a run unless it lies outside of the protocol; a run may still fail to be made. */
function whyNoRun({ outside }: Cause): string {
  return ['No run shows this.', outside].filter(Boolean).join(' ')
}

function runHtml(run: AnswerRun): string {
  const link = `<p><a href="${escapeXml(run.address)}">${escapeXml(placeOf(run))}</a></p>`
  return run.picture === undefined
    ? link
    : `${link}\n<p><img src="${run.picture}" alt="${escapeXml(`Sequence diagram: ${run.title}`)}"></p>`
}

/** The steps of each outcome as tables: who sends what to whom, by which rule, and which code makes it. */
import type { DocumentModel, DocumentOutcome, DocumentStep } from '../../projections/document/index.ts'
import { type Block, code, joined, paragraph, type Section, type TableLine, type Text } from './blocks.ts'

const HEAD = ['Step', 'Who', 'What happens', 'Message', 'Rule', 'Code'] as const

/** On paper a step is its sentence and its message: the rules fill pages. */
const OFF_PAPER = ['Rule'] as const

/** A table for each outcome: all steps of the first one, and of each other those that it does not share. */
export function stepsSection({ outcomes }: DocumentModel): Section {
  return { id: 'steps', title: 'Steps', blocks: outcomes.flatMap(outcomeBlocks) }
}

function outcomeBlocks(outcome: DocumentOutcome): readonly Block[] {
  const { title, summary, branchesOff, steps } = outcome
  const beginning =
    branchesOff === undefined ? [] : [` Up to step ${branchesOff.step} it is the same as “${branchesOff.title}”.`]
  const blocks: Block[] = [{ type: 'heading', text: title }, paragraph(summary, ...beginning)]
  if (steps.length === 0) return [...blocks, paragraph(endOf(outcome))]
  const lines = steps.map((step) => lineOf(step, outcome))
  return [...blocks, { type: 'table', caption: `Steps of “${title}”`, head: HEAD, offPaper: OFF_PAPER, lines }]
}

/** The end of an outcome as a sentence. */
function endOf({ goal }: DocumentOutcome): string {
  return `It ends there: ${goal}`
}

function lineOf(step: DocumentStep, outcome: DocumentOutcome): TableLine {
  const { number, from, to, sentence, tone } = step
  return {
    cells: [
      [String(number)],
      // The arrow stays with what it points at.
      [from === to ? from : `${from} →\u00a0${to}`],
      [sentence],
      [...messageText(step), ...fate(step)],
      ruleText(step),
      codeText(step),
    ],
    opens: { outcome: outcome.id, step: number },
    ...((tone === 'error' || tone === 'lost') && { isError: true }),
  }
}

/** The message as it is on the wire, or what was done to it. What a person or the clock did, its sentence has said. */
function messageText({ kind, method, path, parameters, text }: DocumentStep): Text {
  if (kind !== 'message') return kind === 'wire' ? [text] : []
  const parts = [method, path, ...parameters].filter((part) => part !== '')
  return joined(parts.map(code), ' ')
}

/** What became of a message that did not simply arrive. */
function fate({ kind, status }: DocumentStep): Text {
  return kind !== 'message' || status === 'delivered' || status === 'error' ? [] : [' ', { strong: status }]
}

function ruleText({ rules, failure }: DocumentStep): Text {
  const texts = rules.map(({ rule, clause, passed }): Text => [passed ? '✓ ' : '✗ ', { code: rule }, ` ${clause}`])
  return joined([...texts, ...(failure === undefined ? [] : [[{ strong: failure }]])], '; ')
}

function codeText({ code: lines }: DocumentStep): Text {
  if (lines === undefined) return []
  const { title, region, file, from, to } = lines
  return [`${title}: `, { code: `${file}:${from}-${to}` }, ' ', { code: `#${region}` }]
}

/** Several runs as one Mermaid sequence diagram: `alt` and `else` where they part, a note where one ends. */
import type { DocumentDiagram, DocumentOutcome, MergedBranch, MergedPart } from '../../projections/document/index.ts'
import { escapeMermaidLabel } from '../mermaid/escape.ts'
import { declare, participantsOf, writeRow } from '../mermaid/index.ts'

/** Titles are wrapped to the frame around them; a longer one would push its rows away. */
const LONGEST_TITLE = 160

/** The diagram as Mermaid text. `outcomes` has every run of it. */
export function mergedSequenceText(diagram: DocumentDiagram, outcomes: readonly DocumentOutcome[]): string {
  const participants = participantsOf(diagram.lanes)
  const last = diagram.lanes.length - 1
  const everywhere = last > 0 ? `p0,p${last}` : 'p0'

  function write(parts: readonly MergedPart[], said: readonly string[]): readonly string[] {
    return parts.flatMap((part) => {
      switch (part.type) {
        case 'row':
          return [writeRow(part.row, participants)]
        case 'end':
          return [`Note over ${everywhere}: ${escapeMermaidLabel(endLabel(outcomeOf(part.run)))}`]
        case 'branches':
          return writeBranches(part.branches, said)
        default:
          return part satisfies never
      }
    })
  }

  function writeBranches(branches: readonly MergedBranch[], said: readonly string[]): readonly string[] {
    const lines = branches.flatMap((branch, index) => {
      const own = branch.runs.map(outcomeOf)
      const settings = sharedSettings(own).filter((setting) => !said.includes(setting))
      const title = escapeBlockTitle(branchTitle(own, settings))
      const inner = write(branch.parts, [...said, ...settings]).map((line) => `  ${line}`)
      return [`${index === 0 ? 'alt' : 'else'} ${title}`, ...inner]
    })
    return [...lines, 'end']
  }

  function outcomeOf(id: string): DocumentOutcome | undefined {
    return outcomes.find((outcome) => outcome.id === id)
  }

  const lines = [...declare(diagram.lanes), ...write(diagram.parts, [])]
  return ['sequenceDiagram', ...lines.map((line) => `  ${line}`), ''].join('\n')
}

/** What the note says in which a run ends. */
export function endLabel(outcome: DocumentOutcome | undefined): string {
  return outcome === undefined ? '' : `${outcome.result === 'success' ? '✓' : '✗'} ${outcome.title}`
}

/** “Wrong secret”, “Signed in · Code expired · 3 more”, and the settings that all runs of the branch have changed. */
function branchTitle(outcomes: readonly (DocumentOutcome | undefined)[], settings: readonly string[]): string {
  const titles = outcomes.map((outcome) => outcome?.title ?? '')
  const named = titles.length > 3 ? [...titles.slice(0, 2), `${titles.length - 2} more`] : titles
  return `${named.join(' · ')}${settings.length === 0 ? '' : ` (${settings.join(', ')})`}`
}

/** Settings that differ from the start, where all the outcomes differ alike. */
function sharedSettings(outcomes: readonly (DocumentOutcome | undefined)[]): readonly string[] {
  const [first = [], ...others] = outcomes.map((outcome) =>
    (outcome?.settings ?? []).map(({ label, value }) => `${label}: ${value}`),
  )
  return first.filter((setting) => others.every((settings) => settings.includes(setting)))
}

/** Mermaid wraps the titles of blocks, and may cut an entity in two: what its grammar reads is replaced by look-alikes. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  '#': '＃',
  ';': '；',
  '<': '‹',
  '>': '›',
  '%': '％',
  $: '＄',
  ':': '：',
  ﬂ: 'fl',
  '¶': '⁋',
}

/** A text as the title of an `alt` block; one line, never empty. */
export function escapeBlockTitle(text: string): string {
  const line = text
    .replace(/[\p{Cs}\p{Noncharacter_Code_Point}]/gu, '\ufffd')
    .replace(/[\s\p{Cc}\u200b\ufeff]+/gu, ' ')
    .trim()
  const cut = [...line].slice(0, LONGEST_TITLE).join('')
  const isCommand = /^:?(?:no)?wrap/i.test(cut)
  const shown = cut.replace(/[#;<>%$ﬂ¶]/g, (character) => LOOK_ALIKES[character] ?? character)
  return (isCommand ? shown.replaceAll(':', '：') : shown) || '…'
}

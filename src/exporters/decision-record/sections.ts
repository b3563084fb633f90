/** The parts of a decision record, each read off the runs: what works is the decision, what fails its price. */
import type { DocumentModel, DocumentOutcome } from '../../projections/document/index.ts'
import { type Block, code, joined, paragraph, type Section, type TableLine, type Text } from '../document/blocks.ts'
import { decisionDiagram, happyDiagram } from '../document/diagrams.ts'
import { storageSection } from '../document/reference-sections.ts'
import { deprecationOf, introductionBlocks } from '../document/sections.ts'

/** “Accepted”, or what took its place. */
export function statusOf({ status, replacement }: DocumentModel): string {
  if (status === 'current') return 'Accepted'
  return replacement === undefined ? 'Deprecated' : `Superseded by “${replacement}”`
}

/** Context, decision, consequences and alternatives. */
export function decisionSections(document: DocumentModel): readonly Section[] {
  return [
    contextSection(document),
    decisionSection(document),
    consequencesSection(document),
    alternativesSection(document),
    { ...storageSection(document), title: 'What has to be kept, and where' },
  ].filter(({ blocks }) => blocks.length > 0)
}

function contextSection(document: DocumentModel): Section {
  const { summary, actors, specs } = document
  return {
    id: 'context',
    title: 'Context',
    blocks: [
      paragraph(summary),
      ...introductionBlocks(document),
      paragraph(`Taking part: ${actors.map(({ title }) => title).join(', ')}.`),
      paragraph(`The rules are those of ${specs.join(', ')}.`),
    ],
  }
}

function decisionSection(document: DocumentModel): Section {
  const [happy] = document.outcomes
  const chart = decisionDiagram(document)
  const lines = document.settings.filter(({ group }) => group !== 'Names')
  const blocks: Block[] = [
    ...deprecationOf(document),
    paragraph(happy.summary, ' ', { strong: 'In the end:' }, ` ${happy.goal}`),
    { type: 'diagram', ...happyDiagram(document) },
    ...(chart === undefined ? [] : [paragraph(`${chart.title}:`), { type: 'diagram', ...chart } as const]),
    {
      type: 'table',
      caption: 'What was settled',
      head: ['What was settled', 'As', 'By'],
      lines: lines.map(
        ({ label, value, isPolicy }): TableLine => ({
          cells: [
            [label],
            code(value),
            [isPolicy ? 'our policy, not in any specification' : 'a choice within the specification'],
          ],
        }),
      ),
    },
  ]
  return { id: 'decision', title: 'Decision', blocks }
}

/** What follows from the decision: what works as it stands, and what goes wrong in its use. */
function consequencesSection({ outcomes, troubles }: DocumentModel): Section {
  const own = outcomes.filter((outcome) => !isAlternative(outcome, troubles))
  const works = own.filter(({ result }) => result === 'success').map(itemOf)
  const fails = own
    .filter(({ result }) => result === 'failure')
    .map((outcome): Text => {
      const trouble = troubles.find((row) => row.outcome === outcome.title)
      const fixed: Text = trouble === undefined ? [] : [' ', ...code(trouble.code), `: ${trouble.remedy}`]
      return [...itemOf(outcome), ...fixed]
    })
  return {
    id: 'consequences',
    title: 'Consequences',
    blocks: [
      ...(works.length === 0
        ? []
        : [{ type: 'heading', text: 'What works' } as const, { type: 'list', items: works } as const]),
      ...(fails.length === 0
        ? []
        : [{ type: 'heading', text: 'What fails, and what helps' } as const, { type: 'list', items: fails } as const]),
    ],
  }
}

/** True for what would follow if something had been settled otherwise; a mistake that has a remedy is no alternative. */
function isAlternative({ title, settings }: DocumentOutcome, troubles: DocumentModel['troubles']): boolean {
  const isMistake = troubles.some(({ outcome }) => outcome === title) && !settings.some(({ isPolicy }) => isPolicy)
  return settings.length > 0 && !isMistake
}

function alternativesSection({ outcomes, troubles, replacement }: DocumentModel): Section {
  const lines = outcomes
    .filter((outcome) => isAlternative(outcome, troubles))
    .map(
      ({ settings, title, summary, goal, result }): TableLine => ({
        cells: [
          joined(
            settings.map(({ label, value }): Text => [`${label}: `, ...code(value)]),
            '; ',
          ),
          [{ strong: title }, `: ${summary}`],
          [`${result === 'success' ? '✓' : '✗'} ${goal}`],
        ],
      }),
    )
  const instead: readonly Block[] =
    replacement === undefined ? [] : [paragraph('What is built today: ', { strong: replacement }, '.')]
  return {
    id: 'alternatives',
    title: 'Alternatives considered',
    blocks: [
      ...instead,
      ...(lines.length === 0
        ? []
        : [{ type: 'table', caption: 'Alternatives', head: ['If it were', 'Then', 'In the end'], lines } as const]),
    ],
  }
}

function itemOf({ title, summary }: DocumentOutcome): Text {
  return [{ strong: `${title}.` }, ` ${summary}`]
}

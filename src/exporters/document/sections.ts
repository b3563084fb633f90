/** A document as sections, in the order in which they are read. Every format and the page show these. */
import type { DocumentModel } from '../../projections/document/index.ts'
import { type Block, code, joined, paragraph, type Section, type TableLine, type Text } from './blocks.ts'
import { decisionDiagram, sequenceDiagrams, statesDiagram } from './diagrams.ts'
import { labSection } from './lab-section.ts'
import { claimsSection, storageSection, troubleSection } from './reference-sections.ts'
import { stepsSection } from './steps.ts'

/** The sections that the document has something for. */
export function documentSections(document: DocumentModel): readonly Section[] {
  return [
    overviewSection(document),
    sequenceSection(document),
    outcomesSection(document),
    stepsSection(document),
    statesSection(document),
    decisionsSection(document),
    claimsSection(document),
    storageSection(document),
    troubleSection(document),
    labSection(document),
    settingsSection(document),
    handOffSection(document),
    changesSection(document),
  ].filter((section) => section.blocks.length > 0)
}

/** “Version 1 of 2026-11, current”. */
export function editionOf({ version, asOf, status }: DocumentModel): string {
  return `Version ${version} of ${asOf}, ${status}`
}

/** What a reader of a deprecated flow must know first. */
export function deprecationOf({ status, replacement }: DocumentModel): readonly Block[] {
  if (status !== 'deprecated') return []
  const instead = replacement === undefined ? [] : [' It is replaced by ', { strong: replacement }, '.']
  return [{ type: 'warning', text: [{ strong: 'Deprecated.' }, ' Do not build anything new on it.', ...instead] }]
}

/** What the flow is for, as its lesson begins. */
export function introductionBlocks({ introduction }: DocumentModel): readonly Block[] {
  return introduction.flatMap(({ text, items }): Block[] => [
    ...(text === '' ? [] : [paragraph(text)]),
    ...(items.length === 0 ? [] : [{ type: 'list', items: items.map((item): Text => [item]) } as const]),
  ])
}

function overviewSection(document: DocumentModel): Section {
  const { actors, specs } = document
  return {
    id: 'overview',
    title: 'Overview',
    blocks: [
      ...deprecationOf(document),
      ...introductionBlocks(document),
      paragraph({ strong: 'Actors:' }, ' ', actors.map(({ title, kind }) => `${title} (${kind})`).join(', '), '.'),
      paragraph({ strong: 'Follows:' }, ' ', specs.join(', '), '.'),
    ],
  }
}

function sequenceSection(document: DocumentModel): Section {
  const [main, ...variants] = sequenceDiagrams(document)
  const blocks: Block[] = [
    paragraph(
      'All outcomes in one diagram. Where runs diverge, each alternative is a branch, the shortest first; a note says where an outcome ends. Every run is one path through it.',
    ),
  ]
  if (main !== undefined) blocks.push({ type: 'diagram', ...main })
  for (const variant of variants) {
    blocks.push({ type: 'heading', text: `Variant: ${variant.title}` }, { type: 'diagram', ...variant })
  }
  return { id: 'sequence', title: 'Sequence', blocks }
}

function outcomesSection({ outcomes }: DocumentModel): Section {
  const lines = outcomes.map(
    ({ id, title, result, goal, settings, remedy }): TableLine => ({
      cells: [
        [{ strong: title }],
        [result === 'success' ? '✓ works' : '✗ fails'],
        [goal],
        settings.length === 0
          ? ['as they are']
          : joined(
              settings.map(({ label, value }): Text => [`${label}: `, ...code(value)]),
              '; ',
            ),
        remedy === undefined ? [] : [remedy],
      ],
      opens: { outcome: id, step: 0 },
      ...(result === 'failure' && { isError: true }),
    }),
  )
  const head = ['Outcome', 'Result', 'In the end', 'Settings', 'Fixed by']
  return {
    id: 'outcomes',
    title: 'Outcomes',
    blocks: [{ type: 'table', caption: 'Every outcome, how it ends and what leads to it', head, lines }],
  }
}

function statesSection(document: DocumentModel): Section {
  const diagram = statesDiagram(document)
  const lines = document.guards.map(
    ({ from, event, guard, to, firedIn }): TableLine => ({
      cells: [
        [from],
        [event],
        code(guard),
        [to],
        [firedIn.map(({ outcome, step }) => `${outcome} (step ${step})`).join('; ')],
      ],
    }),
  )
  const head = ['State', 'When', 'Guard', 'Then', 'Fires first in']
  return {
    id: 'states',
    title: 'States',
    blocks:
      diagram === undefined
        ? []
        : [
            paragraph('The table that the authorization server runs on, drawn and written out.'),
            { type: 'diagram', ...diagram },
            {
              type: 'table',
              caption: 'Guards: in a state, when this happens and the guard holds, go there',
              head,
              lines,
            },
          ],
  }
}

function decisionsSection(document: DocumentModel): Section {
  const diagram = decisionDiagram(document)
  return {
    id: 'decisions',
    title: 'Decisions',
    blocks: diagram === undefined ? [] : [paragraph(`${diagram.title}.`), { type: 'diagram', ...diagram }],
  }
}

function settingsSection({ settings }: DocumentModel): Section {
  const lines = settings.map(
    ({ group, label, value, help, isPolicy }): TableLine => ({
      cells: [
        [group],
        [label],
        code(value),
        [help, ...(isPolicy ? [' ', { strong: 'Policy, not in any specification.' }] : [])],
      ],
    }),
  )
  const head = ['Group', 'Setting', 'Default', 'What it does']
  return {
    id: 'settings',
    title: 'Settings',
    blocks: [{ type: 'table', caption: 'Settings and their defaults', head, lines }],
  }
}

function handOffSection({ handOff }: DocumentModel): Section {
  if (handOff === undefined) return { id: 'hand-off', title: 'Hand-off', blocks: [] }
  const { step, client, note, claims } = handOff
  const lines = claims.map(({ name, value }): TableLine => ({ cells: [code(name), code(value)] }))
  return {
    id: 'hand-off',
    title: 'Hand-off to authorization',
    blocks: [
      paragraph(
        `${note} In step ${step} ${client} knows who signed in, when and how. Scopes, roles and permissions are not the ID token’s business: they belong to authorization, which begins there.`,
      ),
      { type: 'table', caption: 'What authorization may rely on', head: ['Claim', 'Value'], lines },
    ],
  }
}

function changesSection({ changes }: DocumentModel): Section {
  const lines = changes.map(({ version, asOf, what }): TableLine => ({ cells: [[String(version)], [asOf], [what]] }))
  const head = ['Version', 'As of', 'What it holds']
  return {
    id: 'changes',
    title: 'Change log',
    blocks: [{ type: 'table', caption: 'Versions of this scenario', head, lines }],
  }
}

/** Everything that can be found, as plain entries: what each one says, by field, and where choosing it leads. */

import { type Cause, ERROR_CODES } from '../../guidance/diagnosis/index.ts'
import { CLAIM_MEANINGS, HEADER_MEANINGS as JOSE_HEADER_MEANINGS } from '../../reference/claims.ts'
import { HEADER_MEANINGS, PARAMETER_MEANINGS } from '../../reference/parameters.ts'
import type { Card } from '../../scenario-kit/card.ts'
import type { Scenario } from '../../scenario-kit/contract.ts'
import type { Settings } from '../../simulation/index.ts'
import type { Command } from '../commands/contract.ts'
import { followersOf, specificationsOf } from './specifications.ts'

/** What an entry says in each field; the names are what the person reads. */
export type FieldName = (typeof FIELD_NAMES)[number]

/** The fields, from the most to the least telling. */
export const FIELD_NAMES = [
  'Title',
  'Users report',
  'Error',
  'Also known as',
  'Specification',
  'Question',
  'Meaning',
  'Summary',
  'Cause',
  'How to tell',
  'Remedy',
  'Scenario',
  'Key',
  'Lesson',
] as const

/** Where choosing an entry leads. */
export type Target =
  | { readonly type: 'run'; readonly scenario: string; readonly outcome: string; readonly settings?: Settings }
  | { readonly type: 'scenario'; readonly scenario: string }
  | { readonly type: 'error'; readonly code: string }
  | { readonly type: 'cause'; readonly cause: string }
  | { readonly type: 'word'; readonly word: string }
  | { readonly type: 'specification'; readonly document: string }
  | { readonly type: 'command'; readonly command: string }

/** The groups of the results. */
export type EntryGroup = 'Runs to watch' | 'Scenarios' | 'Errors' | 'Words' | 'Specifications' | 'Commands'

/** Something that can be found. */
export interface Entry {
  readonly id: string
  readonly group: EntryGroup
  readonly fields: Readonly<Partial<Record<FieldName, string>>> & { readonly Title: string }
  readonly target: Target
}

/** What the entries are made of. */
export interface Sources {
  readonly scenarios: readonly Scenario[]
  /** The text of each lesson, by scenario. */
  readonly lessons: ReadonlyMap<string, string>
  /** What somebody comes for and what users report, by scenario. */
  readonly cards: ReadonlyMap<string, Card>
  readonly causes: readonly Cause[]
  readonly commands: readonly Command[]
}

/** Every parameter, header line, header parameter of a token and claim, and what it means in each role. */
export const WORDS: ReadonlyMap<string, readonly string[]> = [
  PARAMETER_MEANINGS,
  CLAIM_MEANINGS,
  JOSE_HEADER_MEANINGS,
  HEADER_MEANINGS,
]
  .flatMap((meanings) => [...meanings])
  .reduce(
    (words, [word, meaning]) => words.set(word, [...(words.get(word) ?? []), meaning]),
    new Map<string, readonly string[]>(),
  )

/** All entries, in the order of the groups. */
export function entriesOf({ scenarios, lessons, cards, causes, commands }: Sources): readonly Entry[] {
  return [
    ...scenarios.flatMap((scenario) => runsOf(scenario, cards.get(scenario.id))),
    ...scenarios.map((scenario) =>
      scenarioEntry(scenario, lessons.get(scenario.id) ?? '', cards.get(scenario.id)?.question),
    ),
    ...errorEntries(causes),
    ...[...WORDS].map(([word, meanings]) => wordEntry(word, meanings)),
    ...specificationsOf(scenarios).map(({ document, title, clauses }) => ({
      id: `specification ${document}`,
      group: 'Specifications' as const,
      fields: {
        Title: title === undefined ? document : `${document}: ${title}`,
        Specification: clauses.join(', '),
        Scenario: followersOf(scenarios, document)
          .map((scenario) => scenario.title)
          .join(', '),
      },
      target: { type: 'specification' as const, document },
    })),
    ...commands.map(({ id, title, keys }) => ({
      id: `command ${id}`,
      group: 'Commands' as const,
      fields: { Title: title, Key: keys.join(', ') },
      target: { type: 'command' as const, command: id },
    })),
  ]
}

function runsOf(scenario: Scenario, card: Card | undefined): readonly Entry[] {
  const reports = card?.symptoms ?? {}
  return scenario.outcomes.map(({ id, title, summary, trouble }) => ({
    id: `run ${scenario.id}/${id}`,
    group: 'Runs to watch',
    fields: {
      Title: title,
      Summary: summary,
      Scenario: scenario.title,
      ...(reports[id] !== undefined && { 'Users report': reports[id] }),
      ...(trouble && { Error: trouble.code, Cause: trouble.cause, Remedy: trouble.remedy }),
    },
    target: { type: 'run', scenario: scenario.id, outcome: id },
  }))
}

function scenarioEntry({ id, title, summary, specs }: Scenario, lesson: string, question = ''): Entry {
  return {
    id: `scenario ${id}`,
    group: 'Scenarios',
    fields: {
      Title: title,
      Question: question,
      Summary: summary,
      Specification: specs.join(', '),
      Lesson: plainLesson(lesson),
    },
    target: { type: 'scenario', scenario: id },
  }
}

function errorEntries(causes: readonly Cause[]): readonly Entry[] {
  const codes = [...ERROR_CODES].map(([code, { meaning, clause }]) => ({
    id: `error ${code}`,
    group: 'Errors' as const,
    fields: { Title: code, Meaning: meaning, Specification: clause },
    target: { type: 'error' as const, code },
  }))
  // A scenario's own row of trouble is found as a run; here are the causes with symptoms of their own.
  const known = causes.filter(({ id }) => !id.includes('/'))
  return [
    ...codes,
    ...known.map(({ id, title, messages, tellApart, fix }) => ({
      id: `cause ${id}`,
      group: 'Errors' as const,
      fields: { Title: title, 'Also known as': messages.join(' · '), 'How to tell': tellApart, Remedy: fix },
      target: { type: 'cause' as const, cause: id },
    })),
  ]
}

function wordEntry(word: string, meanings: readonly string[]): Entry {
  return {
    id: `word ${word}`,
    group: 'Words',
    fields: { Title: word, Meaning: meanings.join('. ') },
    target: { type: 'word', word },
  }
}

/** A lesson's words without its Markdown. */
function plainLesson(markdown: string): string {
  return markdown
    .replace(/^#+ /gm, '')
    .replace(/\[([^\]\n]*)\]\([^)\n]*\)/g, '$1')
    .replace(/[*`|]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

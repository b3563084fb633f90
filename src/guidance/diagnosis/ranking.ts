/** Which causes fit what was recognised, best first, and how certain that is. */
import { ERROR_CODES } from '../../reference/error-codes.ts'
import type { Scenario } from '../../scenario-kit/contract.ts'
import type { Cause, CauseRun } from './contract.ts'
import type { KnownError } from './knowledge/known-error.ts'
import { createMatcher, EMPTY_WORDS, type Match } from './matching.ts'
import type { Operation } from './reading/operation.ts'
import type { PlainText } from './reading/plain-text.ts'
import type { TokenFinding } from './token-findings.ts'

/**
 * What speaks for a cause, from the strongest to the weakest: something in a token that has one reason alone, a vendor's code, a
 * message of a vendor or library, a sentence or a phrase that people use for it, what a token says that may be by the way, an
 * OAuth error code in its operation, a vendor's word that something failed, and the code alone.
 */
type Ground =
  | 'telling-token'
  | 'vendor-code'
  | 'message'
  | 'sentence'
  | 'phrase'
  | 'token'
  | 'code-in-operation'
  | 'general'
  | 'code'

const WEIGHTS: Readonly<Record<Ground, number>> = {
  'telling-token': 6000,
  'vendor-code': 5000,
  message: 4000,
  sentence: 3000,
  phrase: 3000,
  token: 2000,
  'code-in-operation': 1000,
  general: 50,
  code: 10,
}

/** Grounds that have one cause. */
const NAMING: readonly Ground[] = ['telling-token', 'vendor-code', 'message', 'sentence']
/** Grounds that an operation or a longer text makes no stronger. */
const BARE: readonly Ground[] = ['general', 'code']

/** A longer message tells more than a shorter one; never as much as the next ground. */
const LONGEST = 900

/** How sure the first cause is: named by the evidence, likely, one of those that a code alone can have, or not known. */
export type Certainty = 'named' | 'likely' | 'code-only' | 'unknown'

/** A cause with what speaks for it. */
export interface RankedCause extends Cause {
  readonly ground: Ground
  /** How much speaks for it; compared with other causes of the same text alone. */
  readonly weight: number
  /** The row of knowledge that named it, when one did. */
  readonly known?: KnownError
}

/** What was recognised. */
export interface Recognised {
  /** OAuth error codes, in lower case. */
  readonly codes: ReadonlySet<string>
  readonly operation: Operation | undefined
  readonly findings: readonly TokenFinding[]
  readonly matches: readonly Match<Symptom>[]
}

/** A message or code that is looked for, and the cause that it tells of. */
export interface Symptom {
  readonly cause: string
  readonly ground: Ground
  readonly known?: KnownError
}

const matchers = new WeakMap<readonly Cause[], (plain: PlainText) => readonly Match<Symptom>[]>()

/** Looks for everything that is known of in a text: the rows of knowledge, and the words of the causes. */
export function findSymptoms(
  plain: PlainText,
  causes: readonly Cause[],
  knowledge: readonly KnownError[],
): readonly Match<Symptom>[] {
  const find = matchers.get(causes) ?? createMatcher(symptomsOf(causes, knowledge))
  matchers.set(causes, find)
  return find(plain)
}

function symptomsOf(causes: readonly Cause[], knowledge: readonly KnownError[]) {
  const rows = knowledge.flatMap((known) => [
    ...(known.code === undefined ? [] : [rowSymptom(known.code, 'vendor-code', known)]),
    ...(known.message === undefined ? [] : [rowSymptom(known.message, 'message', known)]),
  ])
  const words = causes.flatMap(({ id, messages }) =>
    messages
      .filter((message) => tellingWords(message) > 0)
      .map((message) => symptom(message, { cause: id, ground: groundOf(message) })),
  )
  return [...rows, ...words]
}

function symptom(message: string, row: Symptom): { readonly row: Symptom; readonly message: string } {
  return { row, message }
}

function rowSymptom(message: string, ground: Ground, known: KnownError) {
  return symptom(message, { cause: known.cause, ground: known.isGeneral === true ? 'general' : ground, known })
}

function tellingWords(message: string): number {
  return (message.match(/[\p{L}\p{N}_-]+/gu) ?? []).filter((word) => !EMPTY_WORDS.has(word)).length
}

/**
 * How much words tell that people use for a cause: a registered code has other causes too, one word alone may be the name of a
 * parameter or header, and two may stand together by chance. A word with a digit is somebody's code.
 */
function groundOf(message: string): Ground {
  if (ERROR_CODES.has(message)) return 'code'
  const words = tellingWords(message)
  if (words > 2 || (words === 1 && /\d/.test(message))) return 'sentence'
  return words === 2 ? 'phrase' : 'code-in-operation'
}

/** The causes that fit, best first; those that fit equally well keep their order. */
export function rankCauses(recognised: Recognised, causes: readonly Cause[]): readonly RankedCause[] {
  return causes
    .map((cause) => ({ cause, best: bestGround(cause, recognised) }))
    .flatMap(({ cause, best }) => (best === undefined ? [] : [{ cause, ...best }]))
    .toSorted((one, other) => other.weight - one.weight)
    .map(({ cause, ground, weight, known }) => ({ ...cause, ground, weight, ...(known && { known }) }))
}

/** How certain the first of the ranked causes is. What names two causes equally names none. */
export function certaintyOf([first, second]: readonly RankedCause[]): Certainty {
  if (first === undefined) return 'unknown'
  if (first.ground === 'code') return 'code-only'
  const isShared = second !== undefined && first.weight - second.weight < 1
  return NAMING.includes(first.ground) && !isShared ? 'named' : 'likely'
}

interface Grounded {
  readonly ground: Ground
  readonly weight: number
  readonly known?: KnownError | undefined
}

function bestGround(cause: Cause, { codes, operation, findings, matches }: Recognised): Grounded | undefined {
  const fits = operation === undefined ? undefined : cause.operations?.includes(operation)
  const grounds: Grounded[] = [
    ...matches
      .filter(({ row }) => row.cause === cause.id)
      .map(({ row, length }) => ({ ...weighed(row.ground, length, fits), known: row.known })),
    ...findings
      .filter((finding) => finding.cause === cause.id)
      .map(({ isTelling }) => weighed(isTelling ? 'telling-token' : 'token')),
  ]
  // What belongs to another operation is out of the question here.
  if (fits !== false && cause.codes.some((code) => codes.has(code))) {
    grounds.push(weighed(fits ? 'code-in-operation' : 'code'))
  }
  return grounds.toSorted((one, other) => other.weight - one.weight)[0]
}

/** Of causes that the same words name, one that belongs to the operation is half a character ahead. */
function weighed(ground: Ground, length = 0, fits: boolean | undefined = undefined): Grounded {
  const bonus = BARE.includes(ground) ? 0 : Math.min(length, LONGEST) + (fits ? 0.5 : 0)
  return { ground, weight: WEIGHTS[ground] + bonus }
}

/** The table together with what the scenarios say of their own troubles: more symptoms of its causes, and causes that it lacks. */
export function completeCauses(causes: readonly Cause[], scenarios: readonly Scenario[]): readonly Cause[] {
  const troubles = scenarios.flatMap((scenario) =>
    scenario.outcomes.flatMap(({ id, trouble, summary }) =>
      trouble === undefined ? [] : [{ run: { scenario: scenario.id, outcome: id }, trouble, summary }],
    ),
  )
  const nameOf = ({ scenario, outcome }: CauseRun) => `${scenario}/${outcome}`
  const codes = new Map(troubles.map(({ run, trouble }) => [nameOf(run), trouble.code]))
  const shown = new Set(causes.flatMap(({ runs }) => runs.map(nameOf)))
  const known = causes.map((cause) => cause.runs.map((run) => codes.get(nameOf(run)) ?? '').reduce(withSymptom, cause))
  const further = troubles
    .filter(({ run }) => !shown.has(nameOf(run)))
    .map(({ run, trouble, summary }) =>
      withSymptom(
        {
          id: nameOf(run),
          title: trouble.cause,
          codes: [],
          messages: [],
          tellApart: summary,
          fix: trouble.remedy,
          runs: [run],
          evidence: [],
        },
        trouble.code,
      ),
    )
  return [...known, ...further]
}

/** One word is a code, which others may share; several are a message. */
function withSymptom(cause: Cause, symptom: string): Cause {
  if (symptom === '') return cause
  return symptom.includes(' ')
    ? { ...cause, messages: [...cause.messages, symptom] }
    : { ...cause, codes: [...cause.codes, symptom] }
}

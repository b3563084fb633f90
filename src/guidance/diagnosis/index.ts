/** From a piece of evidence to its causes: what was pasted, what was understood of it, and what it may come from. All of it in the page. */
import { ERROR_CODES } from '../../reference/error-codes.ts'
import type { Cause } from './contract.ts'
import { KNOWN_ERRORS } from './knowledge/index.ts'
import type { Match } from './matching.ts'
import { type Certainty, certaintyOf, findSymptoms, type RankedCause, rankCauses, type Symptom } from './ranking.ts'
import { type Field, readFields } from './reading/fields.ts'
import { type Operation, readOperation } from './reading/operation.ts'
import { type PlainText, readPlainText, type Span, spanOf } from './reading/plain-text.ts'
import { claimsIn, type PastedToken, readTokens } from './reading/tokens.ts'
import { type TokenFinding, tokenFindings } from './token-findings.ts'

export { ERROR_CODES } from '../../reference/error-codes.ts'
export { CAUSES } from './causes/index.ts'
export {
  CIRCUMSTANCES,
  type Circumstance,
  causesLeft,
  nextQuestion,
  type Question,
  type Traits,
} from './circumstances.ts'
export { type Cause, type CauseRun, evidenceUrl } from './contract.ts'
export { failingRow } from './failing-row.ts'
export type { KnownError } from './knowledge/known-error.ts'
export { EMPTY_WORDS } from './matching.ts'
export { questionAbout } from './questions.ts'
export type { RankedCause } from './ranking.ts'
export { completeCauses } from './ranking.ts'
export type { PastedToken } from './reading/tokens.ts'
export { takenSettings } from './taken-settings.ts'

/** A part of the paste that was understood. */
interface Mark extends Span {
  readonly what: 'error' | 'message' | 'value' | 'token'
}

/** Two values that should have been the same, as they stand in the paste. */
interface Difference {
  readonly expected: string
  readonly found: string
}

/** What is known of an error. */
export interface Diagnosis {
  readonly certainty: Certainty
  /** The OAuth error code, when there is one. */
  readonly code: string | undefined
  readonly operation: Operation | undefined
  readonly fields: readonly Field[]
  /** The first token of the paste, or the claims of one. */
  readonly token: PastedToken | undefined
  readonly findings: readonly TokenFinding[]
  readonly difference: Difference | undefined
  /** What the message of the first cause says was found, with or without what was expected. */
  readonly found: string | undefined
  /** What was understood, in the order of the paste, none inside another. */
  readonly marks: readonly Mark[]
  /** Best first. */
  readonly causes: readonly RankedCause[]
}

/** Whether a text is a piece of evidence rather than words that somebody types to search. */
export function isEvidence({ token, fields, causes: [first] }: Diagnosis): boolean {
  const isNamed = first !== undefined && ['telling-token', 'vendor-code', 'message', 'general'].includes(first.ground)
  return token !== undefined || fields.some(({ name }) => TELLING.includes(name)) || isNamed
}

const TELLING = ['error', 'error_description', 'code', 'access_token', 'id_token', 'redirect_uri', 'grant_type']

/** Values that mean nothing to whoever reads them: words in them are no symptoms. */
const OPAQUE = ['state', 'code', 'nonce', 'session_state', 'client_id', 'access_token', 'refresh_token', 'id_token']

/** “Status Code: 431 Request Header Fields Too Large” is no authorization code. */
const STATUS_LINE = /^\d{3} /

/** What is read of a paste, in characters; the rest is left out. */
const LONGEST_PASTE = 1_000_000

/** Looks at a text. `now` is in epoch seconds. Never throws, and takes time in proportion to the text. */
export function diagnose(text: string, causes: readonly Cause[], now: number): Diagnosis {
  const input = text.slice(0, LONGEST_PASTE)
  const plain = readPlainText(input)
  const fields = readFields(plain)
  const tokens = readTokens(input)
  const claims = tokens.length === 0 ? claimsIn(fields) : undefined
  const token = tokens[0] ?? claims
  const opaque = fields.filter(({ name, value }) => OPAQUE.includes(name) && !STATUS_LINE.test(value))
  const matches = withoutPartsOfGeneral(findSymptoms(plain, causes, KNOWN_ERRORS)).filter(({ from, to }) => {
    const place = spanOf(plain, from, to)
    return opaque.every(({ span }) => place.from < span.from || place.to > span.to)
  })
  const findings = token === undefined ? [] : tokenFindings(token, now)
  const codes = errorCodesIn(plain, fields, causes)
  const operation = readOperation(plain, fields)
  const ranked = rankCauses({ codes, operation, findings, matches }, causes)
  const used = matches.filter(({ row }) => ranked.some(({ id }) => id === row.cause))
  const difference = differenceIn(plain, used, ranked[0]) ?? differenceOf(fields, token, ranked[0])
  return {
    certainty: certaintyOf(ranked),
    code: [...codes][0],
    operation,
    fields,
    token,
    findings,
    difference,
    found: difference?.found ?? gapsIn(plain, used, ranked[0]).found,
    marks: marksOf(plain, fields, [...tokens, ...(claims === undefined ? [] : [claims])], used),
    causes: ranked,
  }
}

/** A sentence that only says that something failed may list why that can be: what stands inside of it tells nothing. */
function withoutPartsOfGeneral(matches: readonly Match<Symptom>[]): readonly Match<Symptom>[] {
  const general = matches.filter(({ row }) => row.ground === 'general')
  return matches.filter(
    ({ row, from, to, length }) =>
      row.ground === 'general' || general.every((one) => from < one.from || to > one.to || length >= one.length),
  )
}

/** Error codes that have a place of their own, and those that stand among words. */
function errorCodesIn({ flat }: PlainText, fields: readonly Field[], causes: readonly Cause[]): ReadonlySet<string> {
  const known = new Set([...ERROR_CODES.keys(), ...causes.flatMap(({ codes }) => codes)])
  const own = fields.flatMap(({ name, value }) => (name === 'error' ? [value.toLowerCase()] : []))
  const words = flat.slice(0, 20_000).match(/[a-z][a-z0-9_.]{2,60}/g) ?? []
  // A sentence may end with one.
  return new Set([...own, ...words].map((word) => word.replace(/\.+$/, '')).filter((word) => known.has(word)))
}

/** The values that the message of the first cause holds against each other. */
function differenceIn(
  plain: PlainText,
  matches: readonly Match<Symptom>[],
  first: RankedCause | undefined,
): Difference | undefined {
  const { expected, found } = gapsIn(plain, matches, first)
  return expected === undefined || found === undefined ? undefined : { expected, found }
}

/** The values that messages of the first cause have in their gaps; those of a message with both before others. */
function gapsIn(
  plain: PlainText,
  matches: readonly Match<Symptom>[],
  first: RankedCause | undefined,
): Partial<Difference> {
  const own = matches.filter(({ row }) => row.cause === first?.id)
  const match = own.find(({ gaps }) => gaps.expected && gaps.found) ?? own.find(({ gaps }) => gaps.found)
  const valueIn = (gap: { readonly from: number; readonly to: number }) =>
    plain.text.slice(gap.from, gap.to).replace(/^["'[({<]+|["'\])}>]+$/g, '')
  const { expected, found } = match?.gaps ?? {}
  return { ...(expected && { expected: valueIn(expected) }), ...(found && { found: valueIn(found) }) }
}

/** Names that have the two values beside each other, by the cause that compares them. */
const COMPARED: ReadonlyMap<string, readonly [expected: readonly string[], found: readonly string[]]> = new Map([
  ['issuer-differs', [['issuer'], ['iss']]],
  ['token-for-another-audience', [['audience'], ['aud']]],
  ['redirect-uri-differs', [['redirect_uris'], ['redirect_uri']]],
  ['nonce-differs', [[], []]],
  ['algorithm-differs', [[], ['alg']]],
  ['state-forged', [[], []]],
  ['granted-scope-differs', [[], ['scope']]],
  ['protected-resource-not-found', [[], ['resource']]],
])

/** The two values where members, parameters or claims hold them, in place of a sentence. */
function differenceOf(
  fields: readonly Field[],
  token: PastedToken | undefined,
  first: RankedCause | undefined,
): Difference | undefined {
  const names = COMPARED.get(first?.id ?? '')
  if (names === undefined) return undefined
  const valueNamed = (wanted: readonly string[]) => {
    const field = fields.find(({ name, value }) => wanted.includes(name) && value !== '')
    const claim = wanted.map((name) => token?.claims[name]).find((value) => typeof value === 'string')
    return field?.value ?? claim
  }
  const expected = valueNamed(['expected', ...names[0]])
  const found = valueNamed(['actual', 'found', 'got', 'received', ...names[1]])
  return typeof expected === 'string' && typeof found === 'string' && expected !== found
    ? { expected, found }
    : undefined
}

function marksOf(
  plain: PlainText,
  fields: readonly Field[],
  tokens: readonly PastedToken[],
  matches: readonly Match<Symptom>[],
): readonly Mark[] {
  const marks: Mark[] = [
    ...tokens.map(({ span }): Mark => ({ ...span, what: 'token' })),
    ...matches.map(
      ({ row, from, to }): Mark => ({
        ...spanOf(plain, from, to),
        what: row.ground === 'vendor-code' ? 'error' : 'message',
      }),
    ),
    ...fields.map(({ name, span }): Mark => ({ ...span, what: name === 'error' ? 'error' : 'value' })),
  ]
  // The longest of those that overlap.
  const kept: Mark[] = []
  for (const mark of marks.toSorted((one, other) => other.to - other.from - (one.to - one.from))) {
    if (mark.to > mark.from && kept.every(({ from, to }) => mark.to <= from || mark.from >= to)) kept.push(mark)
  }
  return kept.toSorted((one, other) => one.from - other.from)
}

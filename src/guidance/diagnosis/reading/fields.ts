/**
 * Names with their values, in every notation at once: JSON at any depth and in any quoting, queries and form bodies, logfmt,
 * header
 */
import { type PlainText, type Span, spanOf } from './plain-text.ts'

/** A member, parameter or attribute that says something about a sign-in. */
export interface Field {
  /** As specifications spell it. */
  readonly name: string
  readonly value: string
  /** Where the value stands in the input. */
  readonly span: Span
  /** Whether it is a parameter of an address or a form body. */
  readonly isParameter: boolean
}

/** What is looked for, by how it is spelt: in lower case, without `_` and `-`. */
const NAMES: ReadonlyMap<string, string> = new Map(
  [
    ...[
      'error',
      'error_description',
      'error_code',
      'error_codes',
      'error_uri',
      'error_reason',
      'suberror',
      'sub_error',
    ],
    ...['expected', 'actual', 'found', 'got', 'received'],
    ...['message', 'msg', 'detail', 'details', 'reason', 'description', 'error_message'],
    ...[
      'code',
      'state',
      'scope',
      'scp',
      'grant_type',
      'response_type',
      'response_mode',
      'client_id',
      'redirect_uri',
      'redirect_uris',
    ],
    ...['client_secret', 'code_verifier', 'code_challenge', 'refresh_token', 'access_token', 'id_token', 'prompt'],
    ...['issuer', 'iss', 'aud', 'audience', 'sub', 'azp', 'appid', 'exp', 'nbf', 'iat', 'auth_time', 'nonce', 'alg'],
    ...[
      'kid',
      'typ',
      'email_verified',
      'token_type',
      'client_assertion_type',
      'resource',
      'acr',
      'session_state',
      'role',
    ],
  ].map((name) => [keyOf(name), name]),
)

/** Values in which further names mean nothing: an address of their own. */
const ADDRESSES = ['error_uri', 'redirect_uri']

/** Longer values are cut. */
const LONGEST_VALUE = 2000
const MOST_FIELDS = 200
const SHORTEST_NAME = 3
const LONGEST_NAME = 30
const NO_NAME = { from: 0, to: 0 }
const EQUALS = 0x3d
const COLON = 0x3a

/** Every field of a text, in its order. */
export function readFields(plain: PlainText): readonly Field[] {
  const { text } = plain
  const fields: Field[] = []
  const known = new Map<string, string | undefined>()
  let isReadTo = 0
  for (let index = 0; index < text.length && fields.length < MOST_FIELDS; index += 1) {
    const code = text.charCodeAt(index)
    if ((code !== EQUALS && code !== COLON) || !mayEndName(text.charCodeAt(index - 1))) continue
    const { from, to } = nameBefore(text, index)
    if (to <= from || from < isReadTo || isPartOfName(text, from)) continue
    const word = text.slice(from, to)
    if (!known.has(word)) known.set(word, NAMES.get(keyOf(word)))
    const name = known.get(word)
    const value = name === undefined ? undefined : valueAfter(text, from, to)
    if (name === undefined || value === undefined) continue
    const place = spanOf(plain, value.from, value.to)
    fields.push({ name, value: text.slice(value.from, value.to), span: place, isParameter: value.isParameter })
    if (ADDRESSES.includes(name)) isReadTo = value.to
  }
  return fields
}

/** The place of the name before a separator: a blank and a quote may stand between; too long a word is none. */
function nameBefore(text: string, separator: number): { readonly from: number; readonly to: number } {
  let to = separator
  if (text[to - 1] === ' ') to -= 1
  if (text[to - 1] === '"' || text[to - 1] === "'") to -= 1
  let from = to
  while (from > 0 && to - from <= LONGEST_NAME && isNameCode(text.charCodeAt(from - 1))) from -= 1
  if (to - from < SHORTEST_NAME || to - from > LONGEST_NAME) return NO_NAME
  while (from < to && !/[A-Za-z_]/.test(text[from] as string)) from += 1
  return { from, to }
}

function mayEndName(code: number): boolean {
  return isNameCode(code) || code === 0x20 || code === 0x22 || code === 0x27
}

/** A letter of ASCII, a digit, `_` or `-`. */
function isNameCode(code: number): boolean {
  const letter = code | 0x20
  return (letter >= 0x61 && letter <= 0x7a) || (code >= 0x30 && code <= 0x39) || code === 0x5f || code === 0x2d
}

function keyOf(name: string): string {
  return name.replace(/[_-]/g, '').toLowerCase()
}

/** `grpc.code` and `/error` are no names. */
function isPartOfName(text: string, index: number): boolean {
  return index > 0 && './@'.includes(text[index - 1] as string)
}

function valueAfter(
  text: string,
  start: number,
  end: number,
): { readonly from: number; readonly to: number; readonly isParameter: boolean } | undefined {
  let index = end
  const quoted = '"\''.includes(text[index] ?? ' ') && text[index] === text[start - 1]
  if (quoted) index += 1
  if (text[index] === ' ') index += 1
  const separator = text[index]
  if (separator !== '=' && separator !== ':') return undefined
  // `==` compares, and `::` names.
  if (text[index + 1] === separator) return undefined
  const isParameter = separator === '=' && !quoted && '?&#'.includes(text[start - 1] ?? ' ')
  index += 1
  while (text[index] === ' ') index += 1
  if (text[index] === '[' || text[index] === '{') index += 1
  const quote = text[index]
  if (quote === '"' || quote === "'") {
    const to = closing(text, index + 1, quote)
    return { from: index + 1, to, isParameter }
  }
  const stop = separator === '=' ? /[\s&#;,"')\]}]/ : /[\n,;"'}\])]/
  const length = text.slice(index, index + LONGEST_VALUE).search(stop)
  const to = length < 0 ? Math.min(text.length, index + LONGEST_VALUE) : index + length
  return to > index ? { from: index, to, isParameter } : undefined
}

/** Where a quoted value ends: at a quote after which something else begins, so that quotes inside it do not end it. */
function closing(text: string, from: number, quote: string): number {
  const limit = Math.min(text.length, from + LONGEST_VALUE)
  for (let index = from; index < limit; index += 1) {
    if (text[index] === '\n' && quote === "'") return index
    if (text[index] !== quote) continue
    if (/^\s*(?:[,;}\])&]|$|\n)/.test(text.slice(index + 1, index + 4)) || quote === '"') return index
  }
  return limit
}

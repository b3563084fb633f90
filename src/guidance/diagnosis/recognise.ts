/**
 * What somebody has pasted: a token, a redirect, a challenge, a server's answer, or words. Never throws, and takes time in
 * proportion to the input: pieces are split, because a pattern that searches would try each character of a long one.
 */
import { type DecodedJwt, decodeJwt } from '../../projections/jwt.ts'

/** What is read of a paste, in characters; the rest is left out. */
const LONGEST_PASTE = 100_000

/** No challenge is longer. */
const LONGEST_CHALLENGE = 4_000
const MOST_FIELDS = 30

/** A parameter, as it stands there. */
export interface Field {
  readonly name: string
  readonly value: string
}

/** What a text is. */
export type Recognised =
  | { readonly type: 'token'; readonly jwt: DecodedJwt }
  /** A JWE: only its recipient can look inside (RFC 7516 §3.1). */
  | { readonly type: 'encrypted-token' }
  | { readonly type: 'redirect'; readonly fields: readonly Field[] }
  | { readonly type: 'challenge'; readonly scheme: string; readonly fields: readonly Field[] }
  | { readonly type: 'answer'; readonly fields: readonly Field[] }
  | { readonly type: 'message' }

/** Parameters that an authorization response has at least one of (RFC 6749 §4.1.2, §4.2.2). */
const RESPONSE_PARAMETERS = ['error', 'code', 'access_token', 'id_token']

/** Tells what a text is, in the order from the plainest form to words. */
export function recognise(input: string): Recognised {
  const text = input.slice(0, LONGEST_PASTE)
  return (
    challengeIn(text) ??
    redirectIn(text) ??
    tokenIn(text) ??
    answerIn(text) ??
    ({ type: 'message' } satisfies Recognised)
  )
}

function redirectIn(text: string): Recognised | undefined {
  for (const piece of text.split(/\s+/)) {
    // The query and the fragment both carry answers; without an address before them they are a query.
    const parts = /[?#]/.test(piece) ? piece.split(/[?#]/).slice(1) : [piece]
    const fields = parts.flatMap((part) => [...new URLSearchParams(part)]).map(([name, value]) => ({ name, value }))
    if (fields.some(({ name, value }) => value !== '' && RESPONSE_PARAMETERS.includes(name))) {
      return { type: 'redirect', fields: fields.slice(0, MOST_FIELDS) }
    }
  }
  return undefined
}

function tokenIn(text: string): Recognised | undefined {
  for (const piece of text.split(/[^\w.-]+/)) {
    const dots = piece.split('.').length - 1
    if (!piece.startsWith('ey') || (dots !== 2 && dots !== 4)) continue
    const jwt = decodeJwt(piece)
    if (jwt !== undefined) return { type: 'token', jwt }
    if (dots === 4) return { type: 'encrypted-token' }
  }
  return undefined
}

function challengeIn(text: string): Recognised | undefined {
  const start = /\b(?:Bearer|DPoP|Basic|Digest)\s+\w{1,64}\s*=\s*[\w"]/i.exec(text.slice(0, LONGEST_CHALLENGE))
  if (start === null) return undefined
  const challenge = text.slice(start.index, start.index + LONGEST_CHALLENGE)
  const [scheme = ''] = challenge.split(/\s/)
  const parameters = challenge.matchAll(/(\w{1,64})\s*=\s*(?:"((?:\\.|[^"\\])*)"|([^\s,"]+))/g)
  const fields = [...parameters].map(([, name = '', quoted, bare]) => ({
    name,
    value: quoted?.replace(/\\(.)/g, '$1') ?? bare ?? '',
  }))
  return { type: 'challenge', scheme, fields: fields.slice(0, MOST_FIELDS) }
}

function answerIn(text: string): Recognised | undefined {
  const [from, to] = [text.indexOf('{'), text.lastIndexOf('}')]
  if (from < 0 || to < from) return undefined
  const members = Object.entries(parseObject(text.slice(from, to + 1)))
  const fields = members.flatMap(([name, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [{ name, value: String(value) }] : [],
  )
  return fields.some(({ name }) => name === 'error')
    ? { type: 'answer', fields: fields.slice(0, MOST_FIELDS) }
    : undefined
}

function parseObject(text: string): object {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}

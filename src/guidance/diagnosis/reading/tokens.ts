/** JSON Web Tokens that stand in a text, and claims that a debugger printed without one. */
import { type DecodedJwt, decodeJwt } from '../../../projections/jwt.ts'
import type { Field } from './fields.ts'
import type { Span } from './plain-text.ts'

/** A token, or what is known of one. */
export interface PastedToken {
  /** `jwt`: decoded. `encrypted`: a JWE (RFC 7516 §3.1). `claims`: its claims alone. */
  readonly type: 'jwt' | 'encrypted' | 'claims'
  readonly header: DecodedJwt['header']
  readonly claims: DecodedJwt['claims']
  readonly span: Span
}

/** Names that only claims have; one of each pair at least makes a set of claims. */
const TIMES = ['exp', 'iat', 'nbf']
const PARTIES = ['iss', 'sub', 'aud']

const MOST_TOKENS = 10

/** The tokens of an input. Splits it, because a pattern that searches would try each character of a long one. */
export function readTokens(input: string): readonly PastedToken[] {
  const tokens: PastedToken[] = []
  const start = /(?<![\w.-])ey[\w-]/g
  for (let match = start.exec(input); match !== null && tokens.length < MOST_TOKENS; match = start.exec(input)) {
    const from = match.index
    const to = endOfToken(input, from)
    start.lastIndex = to
    const piece = input.slice(from, to)
    const dots = piece.split('.').length - 1
    const jwt = dots === 2 ? decodeJwt(piece) : undefined
    if (jwt !== undefined) tokens.push({ type: 'jwt', header: jwt.header, claims: jwt.claims, span: { from, to } })
    else if (dots === 4) tokens.push({ type: 'encrypted', header: {}, claims: {}, span: { from, to } })
  }
  return tokens
}

/** Claims that stand there as JSON; undefined where fields are something else. */
export function claimsIn(fields: readonly Field[]): PastedToken | undefined {
  const named = fields.filter(({ isParameter }) => !isParameter)
  const has = (names: readonly string[]) => named.some(({ name }) => names.includes(name))
  if (!has(TIMES) || !has(PARTIES)) return undefined
  const claims = Object.fromEntries(named.map(({ name, value }) => [name, readValue(name, value)]))
  const spans = named.filter(({ name }) => [...TIMES, ...PARTIES].includes(name)).map(({ span }) => span)
  const span = { from: Math.min(...spans.map(({ from }) => from)), to: Math.max(...spans.map(({ to }) => to)) }
  return { type: 'claims', header: {}, claims, span }
}

function readValue(name: string, value: string): string | number | boolean {
  if (TIMES.includes(name) || name === 'auth_time') return Number.parseInt(value, 10)
  return value === 'true' ? true : value === 'false' ? false : value
}

function endOfToken(input: string, from: number): number {
  const end = /[^\w.-]/g
  end.lastIndex = from
  return end.exec(input)?.index ?? input.length
}

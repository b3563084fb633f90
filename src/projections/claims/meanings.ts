/** What it means that a claim of two tokens differs: in plain words, for the registered claims (RFC 7519, RFC 9068, OpenID Connect Core). */
import type { Json } from '../../lib/json.ts'
import { formatDuration } from '../duration.ts'
import { methodsMeaning, strengthMeaning } from './authentication.ts'
import type { NamedClaims } from './named-claims.ts'

/** A difference in words, and whether it tells anything about what the tokens are good for. */
export interface ClaimMeaning {
  readonly text: string
  readonly isTelling: boolean
}

/** Explains a difference of one claim. Only asked where the values differ, so at least one token has it. */
type Explain = (one: NamedClaims, other: NamedClaims) => ClaimMeaning | undefined

const tells = (text: string): ClaimMeaning => ({ text, isTelling: true })
const incidental = (text: string): ClaimMeaning => ({ text, isTelling: false })

/** The meaning of a difference, or `undefined` for a claim that is not a registered one. */
export function meaningOf(name: string, one: NamedClaims, other: NamedClaims): ClaimMeaning | undefined {
  const meaning = EXPLANATIONS.get(name)?.(one, other)
  // Most sentences begin with the name of a token.
  return meaning && { ...meaning, text: meaning.text.charAt(0).toUpperCase() + meaning.text.slice(1) }
}

const EXPLANATIONS: ReadonlyMap<string, Explain> = new Map<string, Explain>([
  ['iss', (one, other) => tells(`${both(one, other)} come from different issuers, so different keys verify them.`)],
  ['sub', (one, other) => tells(`${both(one, other)} are about different people or clients.`)],
  ['aud', explainAudience],
  ['azp', (one, other) => tells(`${both(one, other)} were issued to different apps.`)],
  ['client_id', (one, other) => tells(`Different apps asked for ${both(one, other)}.`)],
  ['exp', explainExpiry],
  ['nbf', (one, other) => explainTime('nbf', one, other, 'is good from')],
  ['iat', (one, other) => explainTime('iat', one, other, 'was issued')],
  ['auth_time', explainSignIn],
  ['acr', (one, other) => tells(strengthMeaning(one, other))],
  ['amr', (one, other) => tells(methodsMeaning(one, other))],
  ['scope', explainScope],
  ['sid', () => incidental('They belong to different sessions at the issuer: ending one leaves the other.')],
  ['jti', () => incidental('Every token has its own id. It means nothing, but a revocation list can name it.')],
  ['nonce', explainNonce],
  ['at_hash', () => incidental('It follows from the access token that each was issued with.')],
  ['c_hash', () => incidental('It follows from the code that each was issued with.')],
  ['cnf', explainConfirmation],
  ['act', (one, other) => tells(`Somebody else acts on the person’s behalf with ${both(one, other)} (RFC 8693 §4.1).`)],
])

function explainAudience(one: NamedClaims, other: NamedClaims): ClaimMeaning {
  const [left, right] = [wordsOf(one, 'aud'), wordsOf(other, 'aud')]
  return tells(
    `${one.name} is for ${list(left) || 'nobody in particular'}, ${other.name} for ${list(right) || 'nobody in particular'}. Everybody else must refuse it (RFC 7519 §4.1.3).`,
  )
}

/** The lifetime tells; that a token which was issued later also ends later does not. */
function explainExpiry(one: NamedClaims, other: NamedClaims): ClaimMeaning {
  const [left, right] = [lifetimeOf(one), lifetimeOf(other)]
  if (left !== undefined && left === right) {
    return incidental(`Both live ${formatDuration(left)}; ${later('exp', one, other)} only because it was issued then.`)
  }
  if (left !== undefined && right !== undefined) {
    return tells(`${one.name} lives ${formatDuration(left)}, ${other.name} ${formatDuration(right)}.`)
  }
  const without = [one, other].find(({ claims }) => claims.exp === undefined)
  if (without !== undefined) return tells(`${without.name} has no expiry: it works until somebody revokes it.`)
  return tells(`${later('exp', one, other)}.`)
}

function explainTime(claim: string, one: NamedClaims, other: NamedClaims, verb: string): ClaimMeaning {
  const distance = distanceOf(claim, one, other)
  if (distance === undefined) return incidental('Only one of them states the time.')
  const [first, second] = distance > 0 ? [one, other] : [other, one]
  return incidental(`${second.name} ${verb} ${formatDuration(Math.abs(distance))} later than ${first.name}.`)
}

/** A sign-in moves `auth_time`; a refresh never does (RFC 9068 §2.2.1, OpenID Connect Core §12.2). */
function explainSignIn(one: NamedClaims, other: NamedClaims): ClaimMeaning {
  const distance = distanceOf('auth_time', one, other)
  if (distance === undefined) {
    const only = one.claims.auth_time === undefined ? other : one
    return tells(`Only ${only.name} says when the person signed in, so only it can satisfy a max_age.`)
  }
  const [first, second] = distance > 0 ? [one, other] : [other, one]
  return tells(
    `The person signed in again ${formatDuration(Math.abs(distance))} later: ${second.name} comes from a newer sign-in than ${first.name}. A refresh would not have changed it (OpenID Connect Core §12.2).`,
  )
}

function explainScope(one: NamedClaims, other: NamedClaims): ClaimMeaning {
  const [left, right] = [wordsOf(one, 'scope'), wordsOf(other, 'scope')]
  const added = right.filter((word) => !left.includes(word))
  const removed = left.filter((word) => !right.includes(word))
  if (added.length + removed.length === 0)
    return incidental('The same scopes in a different order: they allow the same.')
  const parts = [
    ...(added.length > 0 ? [`also allows ${list(added)}`] : []),
    ...(removed.length > 0 ? [`does not allow ${list(removed)}`] : []),
  ]
  return tells(`Compared with ${one.name}, ${other.name} ${parts.join(', and ')}.`)
}

function explainNonce(one: NamedClaims, other: NamedClaims): ClaimMeaning {
  const without = [one, other].find(({ claims }) => claims.nonce === undefined)
  return without === undefined
    ? incidental('Each answers its own authorization request.')
    : tells(
        `${without.name} has no nonce: no authorization request sent one, or a refresh issued it (OpenID Connect Core §12.2).`,
      )
}

function explainConfirmation(one: NamedClaims, other: NamedClaims): ClaimMeaning {
  const bearer = [one, other].find(({ claims }) => claims.cnf === undefined)
  const bound = bearer === one ? other : one
  return bearer === undefined
    ? tells('They are bound to different keys: whoever sends one must prove that they hold its key (RFC 7800 §3).')
    : tells(
        `${bound.name} works only together with a key; whoever has ${bearer.name} can use it (RFC 7800 §3, RFC 6750 §1.2).`,
      )
}

/** “access token 2 ends 5 min later than access token 1”. */
function later(claim: string, one: NamedClaims, other: NamedClaims): string {
  const distance = distanceOf(claim, one, other) ?? 0
  const [first, second] = distance > 0 ? [one, other] : [other, one]
  return `${second.name} ends ${formatDuration(Math.abs(distance))} later than ${first.name}`
}

/** In seconds; positive when the other one's time is later. */
function distanceOf(claim: string, one: NamedClaims, other: NamedClaims): number | undefined {
  const [left, right] = [one.claims[claim], other.claims[claim]]
  return typeof left === 'number' && typeof right === 'number' ? right - left : undefined
}

/** In seconds. */
function lifetimeOf({ claims }: NamedClaims): number | undefined {
  return typeof claims.exp === 'number' && typeof claims.iat === 'number' ? claims.exp - claims.iat : undefined
}

/** Words of a claim that is a text with blanks, or a list. */
function wordsOf({ claims }: NamedClaims, claim: string): readonly string[] {
  const value: Json | undefined = claims[claim]
  if (typeof value === 'string') return value.split(' ').filter(Boolean)
  return Array.isArray(value) ? value.map(String) : []
}

function list(words: readonly string[]): string {
  return words.join(', ').replace(/, ([^,]*)$/, ' and $1')
}

function both(one: NamedClaims, other: NamedClaims): string {
  return `${one.name} and ${other.name}`
}

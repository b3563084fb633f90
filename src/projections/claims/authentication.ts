/** What different `acr` and `amr` claims say about two sign-ins (OpenID Connect Core §2, RFC 8176, RFC 9470). */
import type { NamedClaims } from './named-claims.ts'

/** Registered methods of authentication in words (RFC 8176 §2). */
const METHODS: ReadonlyMap<string, string> = new Map([
  ['pwd', 'a password'],
  ['otp', 'a one-time code'],
  ['mfa', 'more than one factor'],
  ['hwk', 'a key in hardware'],
  ['swk', 'a key in software'],
  ['pop', 'possession of a key'],
  ['sms', 'a text message'],
  ['tel', 'a phone call'],
  ['user', 'presence'],
  ['pin', 'a PIN'],
  ['face', 'a face'],
  ['fpt', 'a fingerprint'],
  ['kba', 'answers to personal questions'],
  ['rba', 'a risk score'],
])

/** What differs between two sign-ins in strength. A value of `acr` is the issuer's own word, so `amr` is asked what it stands for. */
export function strengthMeaning(one: NamedClaims, other: NamedClaims): string {
  const [left, right] = [provesMore(one), provesMore(other)]
  if (left !== right) {
    const [stronger, weaker] = right ? [other, one] : [one, other]
    return `${stronger.name} proves a second factor, ${weaker.name} only the first. An API that asks for this acr accepts only ${stronger.name} and answers the other with insufficient_user_authentication (OpenID Connect Core §2, RFC 9470 §3).`
  }
  const without = [one, other].find(({ claims }) => claims.acr === undefined)
  if (without !== undefined) {
    return `${without.name} does not say how strong the sign-in was, so an API that asks for an acr refuses it (RFC 9470 §3).`
  }
  return 'The sign-ins differed in strength. What each value stands for is agreed with the issuer (OpenID Connect Core §2).'
}

/** What one sign-in proved and the other did not. */
export function methodsMeaning(one: NamedClaims, other: NamedClaims): string {
  const [left, right] = [methodsOf(one), methodsOf(other)]
  const parts = [
    [other, right.filter((method) => !left.includes(method))] as const,
    [one, left.filter((method) => !right.includes(method))] as const,
  ].flatMap(([{ name }, methods]) =>
    methods.length === 0 ? [] : [`Only for ${name} did the person prove ${methods.map(inWords).join(', ')}`],
  )
  return parts.length === 0 ? 'The same methods in a different order.' : `${parts.join('. ')} (RFC 8176 §2).`
}

/** “a one-time code (otp)”. */
function inWords(method: string): string {
  const words = METHODS.get(method)
  return words === undefined ? method : `${words} (${method})`
}

function methodsOf({ claims }: NamedClaims): readonly string[] {
  return Array.isArray(claims.amr) ? claims.amr.map(String) : []
}

function provesMore(token: NamedClaims): boolean {
  return methodsOf(token).includes('mfa') || /multi-?factor|\bmfa\b|aal[23]/i.test(String(token.claims.acr ?? ''))
}

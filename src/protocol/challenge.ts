/** Refusals of a protected resource: the `WWW-Authenticate: Bearer` challenge (RFC 6750 §3, RFC 9470 §3). */
import type { HeaderLine, HttpResponse } from '../http/index.ts'
import { noStore, ProtocolError } from './errors.ts'

/** Error codes of RFC 6750 §3.1 and RFC 9470 §3. */
type BearerErrorCode = 'invalid_request' | 'invalid_token' | 'insufficient_scope' | 'insufficient_user_authentication'

/** What a refusal says to the client: an error code of a challenge, or that the person may not, which no challenge can mend. */
type RefusalCode = BearerErrorCode | 'access_denied'

/** Further attributes of a challenge: what the next token needs. `max_age` in seconds. */
interface ChallengeParameters {
  readonly scope?: string
  readonly acr_values?: string
  readonly max_age?: number
}

/** What a refusal says: its code, the rule that failed in one sentence, and what the next token needs. */
export interface Refusal {
  readonly code: RefusalCode
  readonly description: string
  readonly parameters?: ChallengeParameters
}

/** A refusal as an error that carries its challenge, where there is one. */
export function bearerError(realm: string, { code, description, parameters = {} }: Refusal): ProtocolError {
  // RFC 6750 §3.1 has no code for it, and a challenge would send the client for a token that is refused as well.
  if (code === 'access_denied') return new ProtocolError(code, description, { status: 403 })
  const attributes = { realm, error: code, error_description: description, ...parameters }
  return new ProtocolError(code, description, { headers: [challenge(attributes)] })
}

/**
 * The response to a request without a token: 401, and nothing but the scheme and the realm.
 * It carried no token to be wrong about, so there is no error code (RFC 6750 §3.1).
 */
export function anonymousResponse(realm: string): HttpResponse {
  return { status: 401, headers: [...noStore, challenge({ realm })], body: '' }
}

function challenge(attributes: Readonly<Record<string, string | number>>): HeaderLine {
  const pairs = Object.entries(attributes).map(([name, value]) => `${name}="${quotable(String(value))}"`)
  return ['www-authenticate', `Bearer ${pairs.join(', ')}`]
}

/** RFC 6750 §3 allows %x20-21 / %x23-5B / %x5D-7E: no quote, no backslash, no line break that a token could smuggle in. */
function quotable(text: string): string {
  return text.replace(/["\\]/g, "'").replace(/[^\x20-\x7e]/g, '?')
}

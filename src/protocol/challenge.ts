/** Refusals of a protected resource: the `WWW-Authenticate` challenge, Bearer (RFC 6750 §3, RFC 9470 §3) or DPoP (RFC 9449 §7.1). */
import type { HeaderLine, HttpResponse } from '../http/index.ts'
import { noStore, ProtocolError } from './errors.ts'
import { signatureAlgorithms } from './keys.ts'

/** Error codes of RFC 6750 §3.1, RFC 9470 §3 and RFC 9449 §7.1. */
type ChallengeErrorCode =
  | 'invalid_request'
  | 'invalid_token'
  | 'insufficient_scope'
  | 'insufficient_user_authentication'
  | 'invalid_dpop_proof'
  | 'use_dpop_nonce'

/** How a token is presented: by whoever has it, or with a proof of the key that it is bound to. */
export type TokenScheme = 'Bearer' | 'DPoP'

/** What a refusal says to the client: an error code of a challenge, or that the person may not, which no challenge can mend. */
type RefusalCode = ChallengeErrorCode | 'access_denied'

/** Further attributes of a challenge: what the next token needs. `max_age` in seconds. */
export interface ChallengeParameters {
  readonly scope?: string
  readonly acr_values?: string
  readonly max_age?: number
  /** Where the metadata of the protected resource are (RFC 9728 §5.1). */
  readonly resource_metadata?: string
}

/** What a refusal says: its code, the rule that failed in one sentence, and what the next token needs. */
export interface Refusal {
  readonly code: RefusalCode
  readonly description: string
  readonly parameters?: ChallengeParameters
  /** The scheme of the challenge, where it is not that of the request. */
  readonly scheme?: TokenScheme
}

/** A refusal as an error that carries its challenge, where there is one. */
export function challengeError(
  realm: string,
  { code, description, parameters = {}, scheme = 'Bearer' }: Refusal,
): ProtocolError {
  // RFC 6750 §3.1 has no code for it, and a challenge would send the client for a token that is refused as well.
  if (code === 'access_denied') return new ProtocolError(code, description, { status: 403 })
  const attributes = { realm, error: code, error_description: description, ...parameters }
  const options = { headers: [line(challenge(scheme, attributes))] }
  // A token that a resource turns away is a 401, whichever half of it is wrong (RFC 9449 §7.1).
  const isOfProof = code === 'invalid_dpop_proof' || code === 'use_dpop_nonce'
  return new ProtocolError(code, description, isOfProof ? { ...options, status: 401 } : options)
}

/**
 * The response to a request without a token: 401, the schemes that are taken, the realm, and what helps to get a token.
 * It carried no token to be wrong about, so there is no error code (RFC 6750 §3.1, RFC 9449 §7.1).
 */
export function anonymousResponse(
  realm: string,
  schemes: readonly TokenScheme[] = ['Bearer'],
  guidance: ChallengeParameters = {},
): HttpResponse {
  const challenges = schemes.map((scheme) => challenge(scheme, { realm, ...guidance }))
  return { status: 401, headers: [...noStore, line(challenges.join(', '))], body: '' }
}

/** A challenge; one of DPoP says which signatures are taken (RFC 9449 §7.1, `algs`). */
function challenge(scheme: TokenScheme, attributes: Readonly<Record<string, string | number>>): string {
  const all = scheme === 'DPoP' ? { ...attributes, algs: signatureAlgorithms.join(' ') } : attributes
  const pairs = Object.entries(all).map(([name, value]) => `${name}="${quotable(String(value))}"`)
  return `${scheme} ${pairs.join(', ')}`
}

function line(challenges: string): HeaderLine {
  return ['www-authenticate', challenges]
}

/** RFC 6750 §3 allows %x20-21 / %x23-5B / %x5D-7E: no quote, no backslash, no line break that a token could smuggle in. */
function quotable(text: string): string {
  return text.replace(/["\\]/g, "'").replace(/[^\x20-\x7e]/g, '?')
}

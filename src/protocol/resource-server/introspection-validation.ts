/** Validation by asking the authorization server about each token: one call a request, and a revoked token is refused at once (RFC 7662). */

import { decodeJwt } from 'jose'
import { type HttpResponse, serialiseForm } from '../../http/index.ts'
import { parseJsonObject } from '../../lib/json.ts'
import type { Enforce } from '../enforce.ts'
import { ProtocolError } from '../errors.ts'
import { checkActive, checkAudience, checkIssuer, checkValidity } from './claim-rules.ts'
import type { AccessTokenClaims, IntrospectionValidation, ResourceServerConfig } from './config.ts'
import type { ResourceServerEnvironment } from './environment.ts'

/** Everything the validation of one token needs. */
export interface IntrospectionCheck {
  readonly config: ResourceServerConfig
  readonly validation: IntrospectionValidation
  readonly environment: Pick<ResourceServerEnvironment, 'now' | 'send'>
  readonly enforce: Enforce
}

/** The claims of a valid token, as the authorization server tells them. Throws ProtocolError `temporarily_unavailable` when it does not answer. */
export async function introspect(token: string, check: IntrospectionCheck): Promise<AccessTokenClaims> {
  const { config, environment, enforce } = check
  const claims = await askAuthorizationServer(token, check)
  const now = environment.now()
  checkActive(claims.active, describeInactive(token, now), enforce)
  // A refresh token is active as well, and must still not open the API.
  const tokenType = claims.token_type
  enforce({
    rule: 'token_type',
    clause: 'RFC 7662 §2.2',
    holds: tokenType === undefined || (typeof tokenType === 'string' && /^(bearer|dpop)$/i.test(tokenType)),
    success: 'The token is a bearer access token.',
    failure: `Wrong token type: ${String(tokenType)} is not a bearer access token.`,
    sent: String(tokenType ?? 'not said'),
    expected: 'Bearer',
    fix: 'Send the access_token of the token response; a refresh token goes to the token endpoint only.',
  })
  // iss is optional in the answer; who answered is known by its URL.
  if (claims.iss !== undefined) checkIssuer(claims, config.issuer, enforce)
  checkAudience(claims, config.resource, enforce)
  checkValidity(claims, { now, leeway: config.leeway ?? 0, expiryRequired: false }, enforce)
  return claims
}

async function askAuthorizationServer(token: string, check: IntrospectionCheck): Promise<AccessTokenClaims> {
  const { validation, environment } = check
  let response: HttpResponse
  try {
    response = await environment.send({
      method: 'POST',
      url: validation.introspection_endpoint,
      headers: [
        ['accept', 'application/json'],
        ['authorization', basicCredentials(validation.client_id, validation.client_secret)],
        ['content-type', 'application/x-www-form-urlencoded'],
      ],
      body: serialiseForm([
        ['token', token],
        ['token_type_hint', 'access_token'],
      ]),
    })
  } catch (cause) {
    throw new ProtocolError('temporarily_unavailable', 'The authorization server could not be reached.', { cause })
  }
  const answer = response.status === 200 ? parseJsonObject(response.body) : undefined
  if (answer !== undefined) return answer
  throw new ProtocolError(
    'temporarily_unavailable',
    response.status === 401
      ? 'The authorization server refused the credentials of this API.'
      : `The authorization server answered ${response.status} instead of an introspection response.`,
  )
}

/** RFC 6749 §2.3.1: both parts are form-encoded before they are joined, so that a colon in the id cannot shift the border. */
function basicCredentials(clientId: string, clientSecret: string): string {
  const encoded = [clientId, clientSecret].map((part) => serialiseForm([['', part]]).slice(1))
  return `Basic ${btoa(encoded.join(':'))}`
}

/** `{"active":false}` gives no reason (RFC 7662 §2.2). If the token is a readable JWT, its own `exp` tells one kind from the other. */
function describeInactive(token: string, now: number): string {
  const expiry = readExpiry(token)
  return expiry !== undefined && now >= expiry
    ? `The token expired ${now - expiry} s ago.`
    : 'The token is not active: it was revoked, or it expired, or the authorization server does not know it.'
}

function readExpiry(token: string): number | undefined {
  try {
    return decodeJwt(token).exp
  } catch {
    return undefined
  }
}

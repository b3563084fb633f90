/** Identity assertions: what another authorization server takes for a grant about a person of this one (ID-JAG). */
import { base64url } from '../../lib/encoding.ts'
import type { ServerContext } from '../state/context.ts'
import type { Actor, Authentication, AuthorizationDetail, Confirmation } from '../state/records.ts'
import { idJagTyp } from '../token-types.ts'
import { signJwt } from './sign-jwt.ts'

/** As long as it can be redeemed, in seconds: it is traded at once. */
export const IDENTITY_ASSERTION_SECONDS = 300

/** For which server, client and resource an assertion is. */
export interface IdentityAssertion {
  readonly sub: string
  readonly clientId: string
  /** The issuer of the other authorization server. */
  readonly audience: string
  readonly resources: readonly string[]
  readonly scope: readonly string[] | undefined
  readonly details: readonly AuthorizationDetail[] | undefined
  readonly authentication: Authentication | undefined
  readonly act: Actor | undefined
  /** What it is bound to, if anything. */
  readonly confirmation: Confirmation | undefined
}

/** Signs an assertion. Nothing is recorded: what becomes of it is the other server's. */
export async function issueIdentityAssertion(
  { sub, clientId, audience, resources, scope, details, authentication, act, confirmation }: IdentityAssertion,
  { config, environment }: ServerContext,
): Promise<string> {
  const iat = environment.now()
  const jti = base64url(environment.randomBytes(16, 'jti'))
  const exp = iat + IDENTITY_ASSERTION_SECONDS
  environment.note({ type: 'lifecycle', artifact: 'identity_assertion', id: jti, change: 'issued', expires_at: exp })
  const claims = {
    iss: config.issuer,
    sub,
    aud: audience,
    client_id: clientId,
    jti,
    iat,
    exp,
    ...(resources.length > 0 && { resource: resources.length === 1 ? resources[0] : [...resources] }),
    ...(scope && { scope: scope.join(' ') }),
    ...(authentication && {
      auth_time: authentication.authTime,
      acr: authentication.acr,
      amr: [...authentication.amr],
    }),
    ...(act && { act }),
    ...(details && { authorization_details: details }),
    ...(confirmation && { cnf: { ...confirmation } }),
  }
  return signJwt(claims, { typ: idJagTyp }, environment)
}

/** Access tokens: a signed JWT (RFC 9068) or an opaque reference, recorded either way so that they can be revoked. */
import { base64url } from '../../lib/encoding.ts'
import { randomToken } from '../environment.ts'
import type { ServerContext } from '../state/context.ts'
import { mayActOf } from '../state/may-act.ts'
import type { AccessToken, AuthorizationDetail, Confirmation, Grant } from '../state/records.ts'
import { signJwt } from './sign-jwt.ts'

/** The media type of a JWT access token, as its `typ` header says it (RFC 9068 §2.1). */
const accessTokenType = 'at+jwt'

/** How far an access token reaches. */
interface TokenReach {
  readonly scope: readonly string[]
  /** The code or refresh token that it comes from. */
  readonly parent: string | undefined
  /** Default: those of the grant. */
  readonly resources?: readonly string[] | undefined
  /** Default: those of the grant. */
  readonly authorizationDetails?: readonly AuthorizationDetail[] | undefined
  /** What it is bound to. Default: nothing. */
  readonly confirmation?: Confirmation | undefined
}

/**
 * Records a new access token. Synchronous, so that it hangs on its grant from the moment in which a code or refresh token
 * was consumed: a replay that comes in while it is being signed revokes it too.
 */
export function recordAccessToken(
  grant: Grant,
  { scope, parent, resources, authorizationDetails = grant.authorizationDetails, confirmation }: TokenReach,
  { config, store, environment }: ServerContext,
): AccessToken {
  const issuedAt = environment.now()
  const token: AccessToken = {
    jti: base64url(environment.randomBytes(16, 'jti')),
    grantId: grant.id,
    clientId: grant.clientId,
    // Without a person the client is its own subject (RFC 9068 §2.2).
    sub: grant.exchange?.sub ?? grant.authentication?.sub ?? grant.clientId,
    scope,
    // Those that were asked for, and else all of the grant (RFC 8707 §2.2).
    audience: resources ?? grant.resources ?? config.resources,
    ...(authorizationDetails && { authorizationDetails }),
    confirmation,
    issuedAt,
    expiresAt: Math.min(
      issuedAt + config.policy.lifetimes.access_token,
      grant.exchange?.notAfter ?? Number.POSITIVE_INFINITY,
    ),
    parent,
    status: 'live',
  }
  store.saveAccessToken(token)
  environment.note({
    type: 'lifecycle',
    artifact: 'access_token',
    id: token.jti,
    change: 'issued',
    expires_at: token.expiresAt,
    parent: parent ?? grant.id,
  })
  return token
}

/** The claims of an access token: what a JWT carries and what introspection answers (RFC 9068 §2.2, RFC 7662 §2.2). */
export function accessTokenClaims(token: AccessToken, { config, store }: ServerContext) {
  const grant = store.grants.get(token.grantId)
  const { authentication, exchange } = grant ?? {}
  const { roles } = config.users.find((user) => user.sub === authentication?.sub) ?? {}
  const may_act = mayActOf(grant, { config, store })
  return {
    iss: config.issuer,
    sub: token.sub,
    aud: token.audience.length === 1 ? token.audience[0] : [...token.audience],
    client_id: token.clientId,
    exp: token.expiresAt,
    iat: token.issuedAt,
    jti: token.jti,
    ...(token.scope.length > 0 && { scope: token.scope.join(' ') }),
    // RFC 9396 §9.1, §9.2.
    ...(token.authorizationDetails && { authorization_details: token.authorizationDetails }),
    ...(authentication && {
      auth_time: authentication.authTime,
      acr: authentication.acr,
      amr: [...authentication.amr],
    }),
    ...(token.confirmation && { cnf: { ...token.confirmation } }),
    // Read anew for each token: whoever loses a role loses it with the next one.
    ...(roles && rolesClaims(roles, config)),
    // RFC 8693 §4.1, §4.4.
    ...(exchange?.act && { act: exchange.act }),
    ...(may_act && { may_act }),
  }
}

/** The roles, or where to ask for them when they are more than a token names (OpenID Connect Core §5.6.2). */
function rolesClaims(roles: readonly string[], { policy: { rolesInToken } }: ServerContext['config']) {
  if (rolesInToken === undefined || roles.length <= rolesInToken.most) return { roles: [...roles] }
  return { _claim_names: { roles: 'src1' }, _claim_sources: { src1: { endpoint: rolesInToken.endpoint } } }
}

/** Writes an access token in the format of the policy, and remembers what it looks like. */
export async function encodeAccessToken(token: AccessToken, context: ServerContext): Promise<string> {
  const { config, store, environment } = context
  const value =
    config.policy.accessTokenFormat === 'jwt'
      ? await signJwt(
          accessTokenClaims(token, context) as Record<string, unknown>,
          { typ: accessTokenType },
          environment,
        )
      : randomToken(environment, 'access_token')
  store.nameAccessToken(value, token.jti)
  return value
}

/** Revokes one access token (RFC 7009 §2.1). */
export function revokeAccessToken(token: AccessToken, reason: string, { store, environment }: ServerContext): void {
  if (!store.revokeAccessToken(token.jti, reason)) return
  environment.note({ type: 'lifecycle', artifact: 'access_token', id: token.jti, change: 'revoked', reason })
}

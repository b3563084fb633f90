/** Refresh tokens: families of one live token each, with rotation and replay detection (RFC 9700 §4.14.2). */

import { randomToken } from '../environment.ts'
import type { ProtocolError } from '../errors.ts'
import type { Client } from '../state/config.ts'
import type { ServerContext } from '../state/context.ts'
import type { Confirmation, Grant, RefreshToken } from '../state/records.ts'
import { accept, refuse } from '../verdict.ts'
import { revokeGrant } from './grant.ts'

/**
 * Whether a grant comes with a refresh token: the client must be registered for the refresh grant, and an OpenID Connect
 * request must have asked for `offline_access` (OpenID Connect Core §11). A request without `openid` has no such scope: there the
 * registration decides alone, as RFC 6749 §1.5 leaves it to the server.
 */
export function isRefreshTokenDue(client: Client, scope: readonly string[]): boolean {
  if (!client.grant_types.includes('refresh_token')) return false
  return !scope.includes('openid') || scope.includes('offline_access')
}

/**
 * Issues the first refresh token of a grant, or the successor of one that was just retired. A public client has nothing but
 * its key or its certificate to show, so its refresh token is bound to that (RFC 9449 §5, RFC 8705 §4).
 */
export function issueRefreshToken(
  grant: Grant,
  {
    previous,
    parent,
    confirmation,
  }: { previous?: RefreshToken; parent: string; confirmation?: Confirmation | undefined },
  context: ServerContext,
): RefreshToken {
  return recordRefreshToken(draftRefreshToken(grant, { previous, confirmation }, context), parent, context)
}

/** Makes a refresh token that nobody has yet: {@link recordRefreshToken} issues it. */
export function draftRefreshToken(
  grant: Grant,
  { previous, confirmation }: { previous: RefreshToken | undefined; confirmation: Confirmation | undefined },
  { config, store, environment }: ServerContext,
): RefreshToken {
  const issuedAt = environment.now()
  const isPublic = store.clients.get(grant.clientId)?.token_endpoint_auth_method === 'none'
  return {
    id: store.nextId('refresh'),
    value: randomToken(environment, 'refresh_token'),
    grantId: grant.id,
    clientId: grant.clientId,
    generation: (previous?.generation ?? 0) + 1,
    confirmation: isPublic ? confirmation : undefined,
    issuedAt,
    // Absolute: a successor never outlives the first of its family (RFC 10017 §6.3.2.3).
    expiresAt: previous?.expiresAt ?? issuedAt + config.policy.lifetimes.refresh_token,
    status: 'live',
  }
}

/** Issues a token that was made before; `parent` is what it came from. */
export function recordRefreshToken(
  token: RefreshToken,
  parent: string,
  { store, environment }: ServerContext,
): RefreshToken {
  store.saveRefreshToken(token)
  environment.note({
    type: 'lifecycle',
    artifact: 'refresh_token',
    id: token.id,
    change: 'issued',
    expires_at: token.expiresAt,
    parent,
  })
  return token
}

/** Finds the refresh token that a client presents. `invalid_grant` for an unknown one, and for another client's, which stays usable. */
export function findRefreshToken(value: string, clientId: string, { store, environment }: ServerContext): RefreshToken {
  const token = store.refreshTokens.get(value)
  if (token === undefined) {
    throw refuse(
      { rule: 'refresh_token', clause: 'RFC 6749 §6' },
      {
        code: 'invalid_grant',
        message: 'The refresh token is unknown.',
        fix: 'Send the latest refresh token, unchanged.',
      },
      environment,
    )
  }
  const rule = { rule: 'refresh_token_client', clause: 'RFC 6749 §6' }
  if (token.clientId !== clientId) {
    throw refuse(
      rule,
      {
        code: 'invalid_grant',
        message: 'The refresh token was issued to another client. It stays usable for that one.',
        sent: clientId,
        expected: token.clientId,
        fix: 'Refresh with the client that the token was issued to.',
      },
      environment,
    )
  }
  accept(rule, 'The refresh token was issued to this client.', environment)
  return token
}

/**
 * Uses a refresh token and returns the one to go on with: its successor, or itself where the policy does not rotate.
 * Synchronous, so that what it brings can be recorded before another use is looked at.
 *
 * Of any number of uses exactly one rotates. Every other one is a replay: `invalid_grant`, and the whole family with its
 * access tokens is revoked, since client and thief cannot be told apart (RFC 9700 §4.14.2). Within the policy's reuse
 * window a replay gets the family's live token instead.
 */
export function redeemRefreshToken(
  token: RefreshToken,
  { grant, confirmation }: { grant: Grant; confirmation?: Confirmation | undefined },
  context: ServerContext,
): RefreshToken {
  const { config, store, environment } = context
  const now = environment.now()

  if (!config.policy.refreshTokenRotation) {
    const current = store.refreshTokens.get(token.value) ?? token
    if (current.status === 'live' && now < current.expiresAt) {
      environment.note({ type: 'lifecycle', artifact: 'refresh_token', id: token.id, change: 'used' })
      accept(
        { rule: 'refresh_token', clause: 'policy' },
        'The refresh token is live; the policy does not rotate it.',
        environment,
      )
      return token
    }
  }

  const outcome = store.consumeRefreshToken(token.value, now)
  switch (outcome) {
    case 'consumed':
      accept(
        { rule: 'refresh_token', clause: 'RFC 9700 §4.14.2' },
        'The refresh token is live and used for the first time; the next generation replaces it.',
        environment,
      )
      environment.note({ type: 'lifecycle', artifact: 'refresh_token', id: token.id, change: 'rotated' })
      return issueRefreshToken(grant, { previous: token, parent: token.id, confirmation }, context)
    case 'used':
      return answerReplay(token, lastUseOf(token, context), context)
    case 'revoked':
      throw refuseRevoked(token, context)
    case 'expired':
      throw refuseExpired(token, context)
    default:
      return outcome satisfies never
  }
}

/** What becomes of a token whose family has ended: `invalid_grant`. */
export function refuseRevoked(token: RefreshToken, { store, environment }: ServerContext): ProtocolError {
  return refuse(
    { rule: 'refresh_token_revoked', clause: 'RFC 6749 §6' },
    {
      code: 'invalid_grant',
      message: `The refresh token was revoked: ${store.refreshTokens.get(token.value)?.reason ?? 'its grant ended'}.`,
      fix: 'Send the person through a new authorization request.',
    },
    environment,
  )
}

/** What becomes of a token that comes too late: `invalid_grant`. */
export function refuseExpired(token: RefreshToken, { environment }: ServerContext): ProtocolError {
  const now = environment.now()
  return refuse(
    { rule: 'refresh_token_expiry', clause: 'RFC 6749 §6' },
    {
      code: 'invalid_grant',
      message: `The refresh token expired ${now - token.expiresAt} seconds ago.`,
      sent: `now ${now}`,
      expected: `before ${token.expiresAt}`,
      fix: 'Send the person through a new authorization request.',
    },
    environment,
  )
}

/** When a token of a family was used last, in epoch seconds, and which one is live now. */
export interface LastUse {
  readonly usedAt: number
  readonly live: RefreshToken | undefined
}

function lastUseOf(token: RefreshToken, { store, environment }: ServerContext): LastUse {
  return {
    usedAt: store.refreshTokens.get(token.value)?.usedAt ?? token.issuedAt,
    live: store.liveRefreshToken(token.grantId, environment.now()),
  }
}

/** Whether a second use is forgiven, by the policy's reuse window. */
export function isForgiven({ usedAt, live }: LastUse, { config, environment }: ServerContext): boolean {
  return live !== undefined && environment.now() < usedAt + config.policy.refreshTokenReuseWindowSeconds
}

/** What a second use of a retired token gets: the family's live token within the reuse window, else a refusal, and as a rule the end of the family. */
export function answerReplay(token: RefreshToken, lastUse: LastUse, context: ServerContext): RefreshToken {
  const { config, environment } = context
  const { usedAt, live } = lastUse
  if (live !== undefined && isForgiven(lastUse, context)) {
    const now = environment.now()
    const window = config.policy.refreshTokenReuseWindowSeconds
    accept(
      { rule: 'refresh_token_reuse_window', clause: 'policy' },
      `The refresh token was used ${now - usedAt} seconds ago, within the reuse window of ${window}; the family's live token is answered.`,
      environment,
    )
    environment.note({ type: 'lifecycle', artifact: 'refresh_token', id: token.id, change: 'used' })
    return live
  }
  const isRevoking = config.policy.refreshTokenReplay === 'revokes_family'
  // The clause is about the refresh token; that its access tokens end with it is policy.
  const error = refuse(
    { rule: 'refresh_token_replay', clause: isRevoking ? 'RFC 9700 §4.14.2' : 'policy' },
    {
      code: 'invalid_grant',
      message: isRevoking
        ? 'The refresh token was used before. Its whole family, access tokens included, is revoked.'
        : 'The refresh token was used before. Its successor stays good.',
      sent: `generation ${token.generation}`,
      expected: live === undefined ? 'no generation is live' : `generation ${live.generation}`,
      fix: isRevoking
        ? 'Store each new refresh token before using it, and let one refresh run at a time (single flight).'
        : 'Use the refresh token that came last; look whether another part of the app has stored it.',
    },
    environment,
  )
  environment.note({ type: 'lifecycle', artifact: 'refresh_token', id: token.id, change: 'replayed' })
  if (isRevoking) revokeGrant(token.grantId, 'refresh token replayed', context)
  throw error
}

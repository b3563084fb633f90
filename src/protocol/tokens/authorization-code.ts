/** Authorization codes: one use, bound to client, redirect URI and challenge (RFC 6749 §4.1.2). */

import { randomToken } from '../environment.ts'
import type { ServerContext } from '../state/context.ts'
import type { AuthorizationCode, AuthorizationRequest, Grant } from '../state/records.ts'
import { accept, refuse } from '../verdict.ts'
import { revokeGrant } from './grant.ts'

/** Issues the code of a grant for the request that asked for it. */
export function issueAuthorizationCode(
  grant: Grant,
  request: AuthorizationRequest,
  { config, store, environment }: ServerContext,
): AuthorizationCode {
  const code: AuthorizationCode = {
    id: store.nextId('code'),
    value: randomToken(environment, 'authorization_code'),
    grantId: grant.id,
    clientId: request.clientId,
    redirectUri: request.redirectUri,
    codeChallenge: request.codeChallenge,
    dpopJkt: request.dpopJkt,
    nonce: request.nonce,
    expiresAt: environment.now() + config.policy.lifetimes.authorization_code,
    status: 'live',
  }
  store.saveCode(code)
  environment.note({
    type: 'lifecycle',
    artifact: 'authorization_code',
    id: code.id,
    change: 'issued',
    expires_at: code.expiresAt,
    parent: grant.id,
  })
  return code
}

/**
 * Finds the code that a client presents. `invalid_grant` when there is none, or when it was issued to another client: who
 * stole a code cannot burn it (RFC 6749 §4.1.3).
 */
export function findAuthorizationCode(
  value: string,
  clientId: string,
  { store, environment }: ServerContext,
): AuthorizationCode {
  const code = store.codes.get(value)
  if (code === undefined) {
    throw refuse(
      { rule: 'authorization_code', clause: 'RFC 6749 §4.1.3' },
      {
        code: 'invalid_grant',
        message: 'The authorization code is unknown.',
        fix: 'Take the code from the redirect unchanged; it is decoded once, by the query parser.',
      },
      environment,
    )
  }
  const rule = { rule: 'authorization_code_client', clause: 'RFC 6749 §4.1.3' }
  if (code.clientId !== clientId) {
    throw refuse(
      rule,
      {
        code: 'invalid_grant',
        message: 'The authorization code was issued to another client. It stays usable for that one.',
        sent: clientId,
        expected: code.clientId,
        fix: 'Redeem a code with the client_id of the authorization request.',
      },
      environment,
    )
  }
  accept(rule, 'The authorization code was issued to this client.', environment)
  return code
}

/**
 * Uses a code up. Of any number of uses exactly one returns; synchronous, so that what the code brings can be recorded
 * before another use is looked at.
 *
 * Every other one is a replay: `invalid_grant`, and everything that came from the code is revoked (RFC 6749 §4.1.2).
 */
export function consumeAuthorizationCode(code: AuthorizationCode, context: ServerContext): void {
  const { store, environment } = context
  const now = environment.now()
  const outcome = store.consumeCode(code.value, now)
  switch (outcome) {
    case 'consumed':
      accept(
        { rule: 'authorization_code', clause: 'RFC 6749 §4.1.2' },
        'The authorization code is fresh and used for the first time.',
        environment,
      )
      environment.note({ type: 'lifecycle', artifact: 'authorization_code', id: code.id, change: 'used' })
      return
    case 'used':
    case 'revoked': {
      const error = refuse(
        { rule: 'authorization_code_replay', clause: 'RFC 6749 §4.1.2' },
        {
          code: 'invalid_grant',
          message:
            outcome === 'used'
              ? 'The authorization code was used before. All tokens that came from it are revoked.'
              : 'The authorization code was revoked.',
          fix: 'Redeem a code once. A double callback (reload, back button, an effect that runs twice) is the usual cause.',
        },
        environment,
      )
      if (outcome === 'used') {
        environment.note({ type: 'lifecycle', artifact: 'authorization_code', id: code.id, change: 'replayed' })
        revokeGrant(code.grantId, 'authorization code used twice', context)
      }
      throw error
    }
    case 'expired':
      throw refuse(
        { rule: 'authorization_code_expiry', clause: 'RFC 6749 §4.1.2' },
        {
          code: 'invalid_grant',
          message: `The authorization code expired ${now - code.expiresAt} seconds ago.`,
          sent: `now ${now}`,
          expected: `before ${code.expiresAt}`,
          fix: 'Redeem the code right after the redirect; start again for a new one.',
        },
        environment,
      )
    default:
      outcome satisfies never
  }
}

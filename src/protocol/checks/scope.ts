/** Scopes: a client may ask for what the server offers and its registration allows (RFC 6749 §3.3). */

import type { Environment } from '../environment.ts'
import { type Client, openidScopes, splitScope } from '../state/config.ts'
import { accept, refuse } from '../verdict.ts'

/** scope-token = 1*( %x21 / %x23-5B / %x5D-7E ) (RFC 6749 §3.3). */
const scopeToken = /^[\x21\x23-\x5b\x5d-\x7e]+$/

/** Every scope that a client may ask for: what it registered, or all that the server offers. */
export function allowedScope(client: Client, offered: readonly string[]): string[] {
  const registered = splitScope(client.scope)
  return client.scope === undefined ? [...offered] : registered.filter((scope) => offered.includes(scope))
}

/**
 * Checks a requested scope and returns its tokens. `invalid_scope` for one that is not allowed.
 *
 * Without a scope the client gets what it registered, less what OpenID Connect defines: a request without `openid` is no
 * authentication request, and nobody shall find an id_token that they did not ask for (RFC 6749 §3.3 leaves the default
 * to the server; OpenID Connect Core §3.1.2.1).
 */
export function checkScope(
  requested: string | undefined,
  {
    client,
    allowed,
    unoffered = 'refused',
  }: { client: Client; allowed: readonly string[]; unoffered?: 'refused' | 'ignored' },
  environment: Environment,
): string[] {
  const rule = { rule: 'scope', clause: 'RFC 6749 §3.3' }
  if (requested === undefined) {
    accept(rule, 'No scope was requested; the client gets what it registered.', environment)
    return splitScope(client.scope).filter((scope) => allowed.includes(scope) && !isOpenidScope(scope))
  }
  const scope = splitScope(requested)
  const refused = scope.filter((token) => !scopeToken.test(token) || !allowed.includes(token))
  if (unoffered === 'ignored' && refused.length > 0 && refused.every((token) => scopeToken.test(token))) {
    accept(rule, `The scope ${refused.join(' ')} is not offered and is ignored.`, environment)
    return scope.filter((token) => !refused.includes(token))
  }
  if (refused.length > 0) {
    throw refuse(
      rule,
      {
        code: 'invalid_scope',
        message: `The client may not ask for the scope ${refused.join(' ')}.`,
        sent: scope.join(' '),
        expected: allowed.join(' '),
        fix: 'Ask for registered scopes only, or add the scope to the registration of the client.',
      },
      environment,
    )
  }
  accept(rule, 'Every requested scope is registered for the client.', environment)
  return scope
}

/** Checks that a refresh request asks for no more than was granted, and returns its tokens. `invalid_scope` (RFC 6749 §6). */
export function checkNarrowerScope(
  requested: string | undefined,
  granted: readonly string[],
  environment: Environment,
): readonly string[] {
  const rule = { rule: 'scope', clause: 'RFC 6749 §6' }
  if (requested === undefined) return granted
  const scope = splitScope(requested)
  const wider = scope.filter((token) => !granted.includes(token))
  if (wider.length > 0) {
    throw refuse(
      rule,
      {
        code: 'invalid_scope',
        message: `A refresh cannot widen the grant: ${wider.join(' ')} was not granted. The refresh token stays usable.`,
        sent: scope.join(' '),
        expected: granted.join(' '),
        fix: 'Ask for granted scopes only, or send the person through a new authorization request.',
      },
      environment,
    )
  }
  accept(rule, 'The refresh asks for no more than was granted.', environment)
  return scope
}

/** Whether OpenID Connect defines the scope: it speaks about a person, so no client can have it by itself. */
export function isOpenidScope(scope: string): boolean {
  return openidScopes.some((known) => known === scope)
}

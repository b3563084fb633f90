/** A bound token that is handed in for an exchange: who may bring it without the key that it is bound to. No specification says. */
import type { Environment } from '../environment.ts'
import type { Client } from '../state/config.ts'
import type { Confirmation } from '../state/records.ts'
import { accept, refuse } from '../verdict.ts'

/**
 * A service that was called with a bound token has seen the proof and cannot have the key, so a client that authenticates
 * may exchange it; whatever it gets is bound to what it proves itself, or to nothing. A public client proves nothing else:
 * it must have the key, or a stolen token would lose its binding here. `invalid_request` (RFC 8693 §2.2.2).
 */
export function checkExchangedBinding(
  bound: Confirmation | undefined,
  { client, proven }: { readonly client: Client; readonly proven: Confirmation | undefined },
  environment: Environment,
): void {
  if (bound === undefined) return
  const rule = { rule: 'exchanged_binding', clause: 'policy' }
  const isProven = bound.jkt === proven?.jkt && bound['x5t#S256'] === proven?.['x5t#S256']
  if (!isProven && client.token_endpoint_auth_method === 'none') {
    const message = 'The subject token is bound to a key, and the public client does not prove to have it.'
    const fix = 'Send a proof with that key in the token request.'
    throw refuse(rule, { code: 'invalid_request', message, fix }, environment)
  }
  const message = isProven
    ? 'The client has the key that the subject token is bound to.'
    : 'The subject token is bound to another’s key; the client that brings it is known.'
  accept(rule, message, environment)
}

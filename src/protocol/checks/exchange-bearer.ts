/** Who may bring a token for an exchange that is not the client's own to use: a bound one, an ID Token. No specification says. */
import type { Environment } from '../environment.ts'
import type { Client } from '../state/config.ts'
import type { Confirmation } from '../state/records.ts'
import { accept, refuse } from '../verdict.ts'
import type { ExchangedToken } from './exchanged-token.ts'

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
  // A binding that this server does not know is a key that nobody proves.
  const { jkt, 'x5t#S256': thumbprint } = bound
  const isProven =
    (jkt !== undefined || thumbprint !== undefined) &&
    (jkt === undefined || jkt === proven?.jkt) &&
    (thumbprint === undefined || thumbprint === proven?.['x5t#S256'])
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

/**
 * An ID Token is no credential: it goes through browsers as a hint. A public client may bring its own, another one's only a client
 * that authenticates, or whoever finds one would have an access token for it. `invalid_request` (RFC 8693 §2.2.2).
 */
export function checkIdTokenBearer(subject: ExchangedToken, client: Client, environment: Environment): void {
  if (subject.clientId === client.client_id) return
  const rule = { rule: 'subject_token', clause: 'policy' }
  if (client.token_endpoint_auth_method === 'none') {
    const message = 'The ID Token is another client’s, and a public client may exchange only its own.'
    const fix = 'Exchange the ID Token that this client got, or let a client that authenticates do it.'
    throw refuse(rule, { code: 'invalid_request', message, fix }, environment)
  }
  accept(rule, 'The ID Token is another client’s; the client that brings it is known.', environment)
}

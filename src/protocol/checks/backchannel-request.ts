/** An authentication request that reaches the person on another device: its parameters (OpenID Connect CIBA §7.1, §7.2). */
import type { Environment } from '../environment.ts'
import type { ErrorCode } from '../errors.ts'
import { type RequestParameters, requireParameter } from '../parameters.ts'
import type { Client, User } from '../state/config.ts'
import type { ServerContext } from '../state/context.ts'
import type { BackchannelRequest } from '../state/polled-requests.ts'
import { accept, refuse } from '../verdict.ts'
import { checkIdTokenHint } from './id-token-hint.ts'

/** What fits on a phone's screen, in characters. Policy; §7.1 asks for a short one. */
const MAX_BINDING_MESSAGE = 100
/** §7.1. */
const MAX_NOTIFICATION_TOKEN = 1024
// b64token, RFC 6750 §2.1.
const NOTIFICATION_TOKEN = /^[A-Za-z0-9\-._~+/]+=*$/
const hints = ['login_hint', 'id_token_hint', 'login_hint_token']

const no = (rule: string, code: ErrorCode, told: { message: string; fix: string }, environment: Environment) =>
  refuse({ rule, clause: 'OpenID Connect CIBA §13' }, { code, ...told }, environment)

/**
 * The one person whom the request means. `invalid_request` for no hint, several, or an ID Token of another client;
 * `unknown_user_id` for nobody's.
 */
export async function checkUserHint(
  parameters: RequestParameters,
  client: Client,
  { config, environment }: ServerContext,
): Promise<User> {
  const sent = hints.filter((name) => parameters.has(name))
  if (sent.length !== 1 || sent[0] === 'login_hint_token') {
    const message = `The request must have one hint whom to ask; it has ${sent.join(' and ') || 'none'}.`
    const fix = 'Send a login_hint, or else an id_token_hint; no login_hint_token is known here.'
    throw no('user_hint', 'invalid_request', { message, fix }, environment)
  }
  const idToken = parameters.get('id_token_hint')
  const hint = idToken === undefined ? undefined : await checkIdTokenHint(idToken, config.issuer, environment)
  if (hint !== undefined && hint.clientId !== client.client_id) {
    const message = 'The id_token_hint was issued to another client.'
    throw no('user_hint', 'invalid_request', { message, fix: 'Send an ID Token of this client.' }, environment)
  }
  const login = parameters.get('login_hint')
  const user = config.users.find((user) =>
    hint === undefined ? user.username === login || user.claims?.email === login : user.sub === hint.sub,
  )
  if (user === undefined) {
    const told = { message: 'The server knows nobody by this hint.', fix: 'Send a username or an email address.' }
    throw no('user_hint', 'unknown_user_id', told, environment)
  }
  accept({ rule: 'user_hint', clause: 'OpenID Connect CIBA §7.2' }, 'The hint names one person.', environment)
  return user
}

/** What the phone shows. `invalid_binding_message` for one that is too long, or no plain text. */
export function checkBindingMessage(parameters: RequestParameters, environment: Environment): string | undefined {
  const message = parameters.get('binding_message')
  if (message === undefined) return undefined
  if ([...message].length > MAX_BINDING_MESSAGE || /\p{Cc}/u.test(message)) {
    const told = {
      message: `The binding_message must be plain text of at most ${MAX_BINDING_MESSAGE} characters.`,
      fix: 'Send a short word or number that the other device shows too.',
    }
    throw no('binding_message', 'invalid_binding_message', told, environment)
  }
  accept({ rule: 'binding_message', clause: 'OpenID Connect CIBA §7.1' }, 'The phone can show it.', environment)
  return message
}

/** Where a ping goes; `undefined` for a client that polls. `invalid_request` without a token of the client's for it. */
export function checkNotification(
  parameters: RequestParameters,
  client: Client,
  environment: Environment,
): BackchannelRequest['ping'] {
  const endpoint = client.backchannel_client_notification_endpoint
  if (client.backchannel_token_delivery_mode !== 'ping' || endpoint === undefined) return undefined
  const rule = 'client_notification_token'
  const token = requireParameter(parameters, rule, 'OpenID Connect CIBA §7.1', environment)
  if (token.length > MAX_NOTIFICATION_TOKEN || !NOTIFICATION_TOKEN.test(token)) {
    const message = `The ${rule} must be a bearer token of at most ${MAX_NOTIFICATION_TOKEN} characters.`
    throw no(rule, 'invalid_request', { message, fix: 'Draw a random one for each request.' }, environment)
  }
  accept({ rule, clause: 'OpenID Connect CIBA §7.1' }, 'The ping can prove whose it is.', environment)
  return { endpoint, token }
}

/** For how many seconds the person is asked: what the client wants, `longest` at most. `invalid_request` for no positive integer. */
export function checkRequestedExpiry(parameters: RequestParameters, longest: number, environment: Environment): number {
  const requested = parameters.get('requested_expiry')
  if (requested === undefined) return longest
  if (!/^[1-9]\d{0,8}$/.test(requested)) {
    const told = { message: 'The requested_expiry must be a positive integer.', fix: 'Send seconds.' }
    throw no('requested_expiry', 'invalid_request', told, environment)
  }
  return Math.min(Number(requested), longest)
}

/** `openid` must be asked for, and no request object: this server takes none here. */
export function checkBackchannelScope(
  parameters: RequestParameters,
  scope: readonly string[],
  environment: Environment,
): void {
  if (parameters.has('request')) {
    const told = { message: 'Signed authentication requests are not supported.', fix: 'Send plain parameters.' }
    throw no('request', 'invalid_request', told, environment)
  }
  if (!scope.includes('openid')) {
    const told = { message: 'The scope must have openid.', fix: 'Add openid to the scope.' }
    throw no('openid', 'invalid_scope', told, environment)
  }
  accept({ rule: 'openid', clause: 'OpenID Connect CIBA §7.1' }, 'The scope has openid.', environment)
}

/** What a request is for, told by its parameters and by what its server noted: paths can be anything. */
import { header } from '../../http/index.ts'
import { jsonBody, redirectTarget } from '../message-fields.ts'
import { pageOf } from './pages.ts'
import { hasLifecycle, hasNote, type Told, targetFields } from './record.ts'

/** What a request is for. */
export type RequestKind =
  | 'preflight'
  | 'prefetch'
  | 'handed-on'
  | 'token'
  | 'device-codes'
  | 'user-code'
  | 'phone-request'
  | 'ping'
  | 'pushed-request'
  | 'authorization'
  | 'callback'
  | 'password'
  | 'repeated-form'
  | 'second-factor'
  | 'passkey-challenge'
  | 'passkey'
  | 'consent'
  | 'logout'
  | 'logout-answer'
  | 'logout-token'
  | 'start-sign-in'
  | 'registration'
  | 'introspection'
  | 'revocation'
  | 'keys'
  | 'discovery'
  | 'resource-metadata'
  | 'client-document'
  | 'revocation-list'
  | 'session-check'
  | 'mail'
  | 'mailed-link'
  | 'rows'
  | 'prompt'
  | 'prompt-answer'
  | 'profile'
  | 'api-call'
  | 'key-call'
  | 'next-page'
  | 'page'
  | 'call'

/** Tells what an exchange is for. `isDevice` knows phones and authenticators. */
export function requestKind(told: Told, isDevice: (actor: string) => boolean): RequestKind {
  return byPurpose(told, isDevice) ?? byFields(told) ?? byNotes(told) ?? byAnswer(told) ?? byCredentials(told)
}

function byPurpose(
  { purpose, from, to, request, fields }: Told,
  isDevice: (actor: string) => boolean,
): RequestKind | undefined {
  if (purpose === 'preflight') return 'preflight'
  if (header(request, 'sec-purpose') === 'prefetch') return 'prefetch'
  // Only a browser says what a page load is for: a server that says so repeats it (Fetch Metadata §2.2).
  if (purpose === 'backchannel' && header(request, 'sec-fetch-mode') !== undefined) return 'handed-on'
  if (isDevice(to)) return 'prompt'
  // A table of a database that speaks HTTP: each filter is an operator and a value.
  if (purpose === 'backchannel' && /^eq\./.test(fields.get('id') ?? '')) return 'rows'
  return isDevice(from) ? 'prompt-answer' : undefined
}

function byFields(told: Told): RequestKind | undefined {
  const { fields, purpose, request, redirect } = told
  const has = (...names: readonly string[]) => names.some((name) => fields.has(name))
  if (has('grant_type')) return 'token'
  if (has('user_code')) return 'user-code'
  if (purpose === 'backchannel' && has('auth_req_id')) return 'ping'
  if (purpose === 'backchannel' && has('login_hint', 'binding_message')) return 'phone-request'
  if (has('response_type') || (has('request_uri', 'request') && has('client_id'))) {
    return purpose === 'navigation' ? 'authorization' : 'pushed-request'
  }
  if (has('logout_token')) return 'logout-token'
  if (purpose === 'backchannel' && has('to') && has('subject')) return 'mail'
  if (purpose === 'navigation' && (has('token') || has('mail_code'))) return 'mailed-link'
  // A form of the server that has come along with its answer.
  if (purpose === 'navigation' && has('transaction') && has('code')) return 'repeated-form'
  if (has('password') && has('username')) return 'password'
  if (has('decision')) return has('logout') ? 'logout-answer' : 'consent'
  if (has('rawId')) return 'passkey'
  if (has('otp') || (has('method') && has('transaction'))) return 'second-factor'
  if (has('id_token_hint', 'post_logout_redirect_uri')) return 'logout'
  if (has('client_name', 'redirect_uris') && request.method === 'POST') return 'registration'
  if (purpose !== 'navigation') return undefined
  const isAnswer = (names: { has(name: string): boolean }) =>
    (['code', 'error'].some((name) => names.has(name)) && names.has('state')) || names.has('access_token')
  return isAnswer(fields) || isAnswer(targetFields(redirect)) ? 'callback' : undefined
}

function byNotes(told: Told): RequestKind | undefined {
  // While it has not been answered, the path is the only sign.
  const isChallenge =
    told.answer === undefined
      ? /passkey\/options$/.test(new URL(told.request.url).pathname)
      : 'rpId' in jsonBody(told.answer)
  if (isChallenge) return 'passkey-challenge'
  // A call that is redirected wanted something else.
  const isCall = told.purpose === 'fetch' && told.answer && redirectTarget(told.request, told.answer) !== undefined
  if (!isCall && ['pending_sign_in', 'upstream_sign_in'].some((kept) => hasLifecycle(told, kept, 'issued'))) {
    return 'start-sign-in'
  }
  if (hasLifecycle(told, 'device_code', 'issued')) return 'device-codes'
  if (told.request.method === 'POST' && hasLifecycle(told, 'app_session', 'ended')) return 'logout'
  if (hasNote(told, (note) => note.type === 'check' && note.rule.startsWith('logout_'))) return 'logout'
  if (hasLifecycle(told, 'session', 'ended') && told.purpose === 'navigation') return 'logout'
  return undefined
}

function byAnswer(told: Told): RequestKind | undefined {
  const { answer, fields, request, purpose } = told
  const members = answer === undefined ? {} : jsonBody(answer)
  // While it has not been answered, the path is the only sign.
  const path = answer === undefined ? new URL(request.url).pathname : ''
  if (fields.has('token') && purpose === 'backchannel') {
    return 'active' in members || /introspect/.test(path) ? 'introspection' : 'revocation'
  }
  if ('keys' in members || /jwks|certs|keys$/.test(path)) return 'keys'
  if ('authorization_servers' in members || path.startsWith('/.well-known/oauth-protected-resource')) {
    return 'resource-metadata'
  }
  const isDocument = request.method === 'GET' && 'redirect_uris' in members
  if (isDocument || /\/client(?:-metadata)?\.json$/.test(path)) return 'client-document'
  if ('issuer' in members || path.startsWith('/.well-known/')) return 'discovery'
  if ('revoked' in members || /revoked-tokens$/.test(path)) return 'revocation-list'
  return 'signed_in' in members ? 'session-check' : undefined
}

function byCredentials({ request, purpose, redirect, answer }: Told): RequestKind {
  if (/^(?:bearer|dpop) /i.test(header(request, 'authorization') ?? '')) {
    return /\/userinfo$/i.test(new URL(request.url).pathname) ? 'profile' : 'api-call'
  }
  if (header(request, 'x-api-key') !== undefined) return 'key-call'
  if (purpose !== 'navigation') return 'call'
  if (redirect !== undefined && redirectTarget(request, redirect) !== undefined) return 'next-page'
  return answer !== undefined && pageOf(answer) === 'logout' ? 'logout' : 'page'
}

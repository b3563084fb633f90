/** Client metadata from outside: what a registration may say (RFC 7591 §2, §3.2.2). */
import { isJsonObject, type Json, type JsonObject } from '../../lib/json.ts'
import { isIp } from '../certificate.ts'
import { parseDistinguishedName } from '../distinguished-name.ts'
import type { Environment } from '../environment.ts'
import { type ErrorCode, ProtocolError } from '../errors.ts'
import { isPrivateKey } from '../keys.ts'
import { isSpecialUseHost } from '../special-use-address.ts'
import type { ClientInformation } from '../state/client-information.ts'
import type { ClientAuthenticationMethod, ClientMetadata } from '../state/config.ts'
import { splitScope, TLS_SUBJECT_MEMBERS, tlsSubject } from '../state/config.ts'
import {
  complainAboutProtection,
  type offeredProtection,
  type ResponseProtection,
} from '../state/response-protection.ts'
import { accept, refuse } from '../verdict.ts'
import { assertionAlgorithms, secretAlgorithms } from './client-authentication/client-assertion.ts'
import { requestObjectAlgorithms } from './request-object.ts'

/** Characters of a name that a person is to recognise on a page. Policy. */
const MAX_NAME = 200
const NOT_IN_A_URI = /[\s\p{Cc}]/u

/** What a registration can be measured against. */
export interface RegistrationLimits {
  readonly grantTypes: readonly string[]
  readonly scopes: readonly string[]
  readonly authenticationMethods: readonly ClientAuthenticationMethod[]
  readonly authorizationDetailsTypes: readonly string[]
  /** Values by the member that asks for protected answers; what is not among them is ignored. */
  readonly protection: ReturnType<typeof offeredProtection>
}

/** Metadata that passed every check: everything but what the server itself hands out. */
export type RequestedMetadata = Omit<ClientMetadata, 'client_id' | 'client_secret'> & {
  readonly token_endpoint_auth_method: ClientAuthenticationMethod
}

type BindingMember =
  | 'dpop_bound_access_tokens'
  | 'tls_client_certificate_bound_access_tokens'
  | (typeof TLS_SUBJECT_MEMBERS)[number]

/** Checks a registration request's JSON. `invalid_redirect_uri` or `invalid_client_metadata`; unknown members are ignored (§2). */
export function checkClientMetadata(
  body: Json,
  limits: RegistrationLimits,
  environment: Environment,
): RequestedMetadata {
  try {
    const metadata = readClientMetadata(body, limits)
    accept({ rule: 'client_metadata', clause: 'RFC 7591 §2' }, 'The client metadata is consistent.', environment)
    return metadata
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error
    throw refuse(
      { rule: 'client_metadata', clause: 'RFC 7591 §3.2.2' },
      { code: error.code, message: error.message, fix: 'Correct the member and register again.' },
      environment,
    )
  }
}

/** Reads client metadata, wherever they come from. Throws ProtocolError `invalid_redirect_uri` or `invalid_client_metadata`. */
export function readClientMetadata(body: Json, limits: RegistrationLimits): RequestedMetadata {
  if (!isJsonObject(body)) throw broken('The body must be a JSON object of client metadata.')
  const method = oneOf(body, 'token_endpoint_auth_method', limits.authenticationMethods) ?? 'client_secret_basic'
  const type = oneOf(body, 'application_type', ['web', 'native'] as const) ?? 'web'
  const grantTypes = listOf(body, 'grant_types', limits.grantTypes) ?? ['authorization_code']
  const usesCode = grantTypes.includes('authorization_code')
  const responseTypes = listOf(body, 'response_types', ['code']) ?? (usesCode ? ['code'] : [])
  if (responseTypes.includes('code') !== usesCode) {
    throw broken('response_types and grant_types disagree: code goes with authorization_code (RFC 7591 §2.1).')
  }
  const redirectUris = strings(body, 'redirect_uris') ?? []
  if (usesCode && redirectUris.length === 0) {
    throw broken('A client of the authorization code flow must register redirect_uris.', 'invalid_redirect_uri')
  }
  for (const uri of redirectUris) checkRegisteredUri(uri, type, 'invalid_redirect_uri')
  const scope = text(body, 'scope')
  const unknown = splitScope(scope).filter((token) => !limits.scopes.includes(token))
  if (unknown.length > 0) throw broken(`The server does not offer the scope ${unknown.join(' ')}.`)
  const name = text(body, 'client_name')
  if (name !== undefined && name.length > MAX_NAME) throw broken(`client_name has more than ${MAX_NAME} characters.`)
  const postLogout = strings(body, 'post_logout_redirect_uris')
  for (const uri of postLogout ?? []) checkRegisteredUri(uri, type, 'invalid_client_metadata')
  const jwks = readJwks(body)
  const jwksUri = readJwksUri(body)
  const hasKeys = jwks !== undefined || jwksUri !== undefined
  const pushes = flag(body, 'require_pushed_authorization_requests')
  const signs = flag(body, 'require_signed_request_object')
  const details = listOf(body, 'authorization_details_types', limits.authorizationDetailsTypes)
  const algorithm = oneOf(body, 'request_object_signing_alg', requestObjectAlgorithms)
  if ((signs === true || algorithm !== undefined) && !hasKeys) throw broken('Request objects need jwks or jwks_uri.')
  if ((method === 'private_key_jwt' || method === 'self_signed_tls_client_auth') && !hasKeys) {
    throw broken(`${method} needs jwks or jwks_uri.`)
  }
  const protection = readProtection(body, limits)
  const complaint = complainAboutProtection({ ...protection, jwks, jwks_uri: jwksUri })
  if (complaint !== undefined) throw broken(`${complaint}.`)
  const binding = readBinding(body)
  if (method === 'tls_client_auth' && tlsSubject(binding) === undefined) {
    throw broken(`tls_client_auth needs exactly one of ${TLS_SUBJECT_MEMBERS.join(', ')} (RFC 8705 §2.1.2).`)
  }
  checkSubjects(binding)
  return {
    token_endpoint_auth_method: method,
    application_type: type,
    grant_types: grantTypes,
    response_types: responseTypes,
    redirect_uris: redirectUris,
    ...(postLogout !== undefined && { post_logout_redirect_uris: postLogout }),
    ...(scope !== undefined && { scope }),
    ...(name !== undefined && { client_name: name }),
    ...(jwks !== undefined && { jwks }),
    ...(jwksUri !== undefined && { jwks_uri: jwksUri }),
    ...(pushes !== undefined && { require_pushed_authorization_requests: pushes }),
    ...(signs !== undefined && { require_signed_request_object: signs }),
    ...(details !== undefined && { authorization_details_types: details }),
    ...(algorithm !== undefined && { request_object_signing_alg: algorithm }),
    ...binding,
    ...protection,
    ...readCalls(body),
    ...readInformation(body),
  }
}

/**
 * Where and how the server is to call the client (OpenID Connect Back-Channel Logout §2.2, OpenID Connect CIBA §4), and two defaults of
 * its requests (OpenID Connect Dynamic Client Registration §2).
 */
function readCalls(body: JsonObject): Partial<ClientMetadata> {
  const logout = reachableUri(body, 'backchannel_logout_uri')
  const session = flag(body, 'backchannel_logout_session_required')
  const mode = oneOf(body, 'backchannel_token_delivery_mode', ['poll', 'ping'] as const)
  const ping = reachableUri(body, 'backchannel_client_notification_endpoint')
  if (mode === 'ping' && ping === undefined) throw broken('ping needs a backchannel_client_notification_endpoint.')
  const algorithm = oneOf(body, 'token_endpoint_auth_signing_alg', [...assertionAlgorithms, ...secretAlgorithms])
  const age = body.default_max_age
  if (age !== undefined && !(typeof age === 'number' && Number.isInteger(age) && age >= 0)) {
    throw broken('default_max_age must be a number of seconds.')
  }
  return {
    ...(logout !== undefined && { backchannel_logout_uri: logout }),
    ...(session !== undefined && { backchannel_logout_session_required: session }),
    ...(mode !== undefined && { backchannel_token_delivery_mode: mode }),
    ...(ping !== undefined && { backchannel_client_notification_endpoint: ping }),
    ...(algorithm !== undefined && { token_endpoint_auth_signing_alg: algorithm }),
    ...(age !== undefined && { default_max_age: age }),
  }
}

/**
 * What is said about a client to people (RFC 7591 §2). Decides nothing, so what is malformed is ignored and not refused; save for whoever
 * counts on pairwise subjects.
 */
function readInformation(body: JsonObject): ClientInformation {
  const isPage = (value: Json | undefined) =>
    typeof value === 'string' && URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)
  const contacts = Array.isArray(body.contacts) && body.contacts.every((one) => typeof one === 'string')
  const kept = [
    ...['client_uri', 'logo_uri', 'tos_uri', 'policy_uri'].filter((member) => isPage(body[member])),
    ...['software_id', 'software_version'].filter((member) => typeof body[member] === 'string'),
    ...(contacts ? ['contacts'] : []),
  ]
  const subjects = oneOf(body, 'subject_type', ['public'] as const)
  return {
    ...Object.fromEntries(kept.map((member) => [member, body[member]])),
    ...(subjects !== undefined && { subject_type: subjects }),
  }
}

/** https, or what RFC 8252 leaves to native apps: loopback addresses (§7.3) and private schemes with a dot (§7.1). */
function checkRegisteredUri(uri: string, type: 'web' | 'native', code: ErrorCode): void {
  const refused = (why: string) => broken(`The redirect URI ${uri} ${why}.`, code)
  // A parser drops some of these in silence, and the server would send them on.
  if (NOT_IN_A_URI.test(uri)) throw refused('has a space or a control character (RFC 3986 §2)')
  if (!URL.canParse(uri)) throw refused('is not an absolute URI')
  if (uri.includes('#')) throw refused('has a fragment (RFC 6749 §3.1.2)')
  const { protocol, hostname } = new URL(uri)
  const isLoopback = ['127.0.0.1', '[::1]', 'localhost'].includes(hostname)
  if (protocol === 'https:' || (protocol === 'http:' && isLoopback)) return
  if (type === 'native' && protocol.includes('.')) return
  throw refused('must use https; http is for loopback addresses, a private scheme for native apps')
}

function readJwks(body: JsonObject): ClientMetadata['jwks'] {
  const jwks = body.jwks
  if (jwks === undefined) return undefined
  const keys = isJsonObject(jwks) ? jwks.keys : undefined
  if (!Array.isArray(keys) || !keys.every(isJsonObject)) throw broken('jwks must be a JWK Set: an object with keys.')
  if (keys.some(isPrivateKey)) throw broken('jwks is for public keys; a private or secret one stays with the client.')
  return { keys: keys.map((key) => ({ ...key })) }
}

function readJwksUri(body: JsonObject): string | undefined {
  if (body.jwks_uri !== undefined && body.jwks !== undefined) {
    throw broken('jwks and jwks_uri are alternatives (RFC 7591 §2).')
  }
  return reachableUri(body, 'jwks_uri')
}

/** An address to which a stranger sends the server: not on this computer or its network. */
function reachableUri(body: JsonObject, member: string): string | undefined {
  const uri = text(body, member)
  if (uri === undefined) return undefined
  const url = URL.canParse(uri) && !uri.includes('#') ? new URL(uri) : undefined
  if (url?.protocol !== 'https:' || isSpecialUseHost(url.hostname)) {
    throw broken(`${member} must be an https URL that everybody can reach, without a fragment.`)
  }
  return uri
}

/** How answers are to be protected (OpenID Connect Dynamic Client Registration §2). */
function readProtection(body: JsonObject, { protection }: RegistrationLimits): ResponseProtection {
  return Object.fromEntries(
    Object.entries(protection).flatMap(([member, values]) =>
      body[member] === undefined ? [] : [[member, oneOf(body, member, values)]],
    ),
  )
}

/** What binds tokens, and the certificate that a client is known by (RFC 9449 §5.2, RFC 8705 §2.1.2, §3.4). */
function readBinding(body: JsonObject): Pick<ClientMetadata, BindingMember> {
  const flags = ['dpop_bound_access_tokens', 'tls_client_certificate_bound_access_tokens'] as const
  return Object.fromEntries([
    ...flags.flatMap((member) => (body[member] === undefined ? [] : [[member, flag(body, member)]])),
    ...TLS_SUBJECT_MEMBERS.flatMap((member) => (body[member] === undefined ? [] : [[member, text(body, member)]])),
  ])
}

/** Refuses a name that no certificate could bear (RFC 8705 §2.1.2). */
function checkSubjects(binding: ReturnType<typeof readBinding>): void {
  const isName: Partial<Record<string, (value: string) => boolean>> = {
    tls_client_auth_subject_dn: (value) => parseDistinguishedName(value) !== undefined,
    tls_client_auth_san_uri: (value) => URL.canParse(value),
    tls_client_auth_san_ip: isIp,
  }
  for (const member of TLS_SUBJECT_MEMBERS) {
    const value = binding[member]
    if (value === undefined || (value !== '' && (isName[member]?.(value) ?? true))) continue
    throw broken(`${member} is ${value}, which no certificate can bear (RFC 8705 §2.1.2).`)
  }
}

function text(body: JsonObject, member: string): string | undefined {
  const value = body[member]
  if (value === undefined) return undefined
  if (typeof value !== 'string') throw broken(`${member} must be a string.`)
  return value
}

function flag(body: JsonObject, member: string): boolean | undefined {
  const value = body[member]
  if (value === undefined || typeof value === 'boolean') return value
  throw broken(`${member} must be true or false.`)
}

function strings(body: JsonObject, member: string): string[] | undefined {
  const value = body[member]
  if (value === undefined) return undefined
  const list = Array.isArray(value) ? value.filter((item) => typeof item === 'string') : undefined
  if (list === undefined || !Array.isArray(value) || list.length !== value.length) {
    throw broken(`${member} must be a list of strings.`)
  }
  return list
}

function listOf(body: JsonObject, member: string, known: readonly string[]): string[] | undefined {
  const list = strings(body, member)
  const unknown = list?.filter((item) => !known.includes(item)) ?? []
  if (unknown.length > 0) throw broken(`${member} has ${unknown.join(' ')}; the server supports ${known.join(' ')}.`)
  return list
}

function oneOf<T extends string>(body: JsonObject, member: string, known: readonly T[]): T | undefined {
  const value = text(body, member)
  const match = known.find((item) => item === value)
  if (value !== undefined && match === undefined) {
    throw broken(`${member} is ${value}; the server supports ${known.join(' ')}.`)
  }
  return match
}

function broken(message: string, code: ErrorCode = 'invalid_client_metadata'): ProtocolError {
  return new ProtocolError(code, message)
}

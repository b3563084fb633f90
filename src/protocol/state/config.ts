/** What an authorization server is told before it starts. Wire names keep their spelling (RFC 7591, RFC 8414). */

import type { JWK } from 'jose'
import type { Json } from '../../lib/json.ts'
import type { ClientInformation } from './client-information.ts'
import { checkEndpointPaths, type EndpointPaths } from './endpoint-paths.ts'
import type { AssertionSubject, IdentityProvider, TrustedIssuer } from './other-servers.ts'
import { type Policy, type PolicyOptions, resolvePolicy } from './policy.ts'
import { complainAboutProtection, type ResponseProtection } from './response-protection.ts'

/** How a client proves who it is (RFC 7591 §2, RFC 7523 §2.2, RFC 8705 §2). */
export type ClientAuthenticationMethod =
  | 'none'
  | 'client_secret_basic'
  | 'client_secret_post'
  | 'client_secret_jwt'
  | 'private_key_jwt'
  | 'tls_client_auth'
  | 'self_signed_tls_client_auth'

/** The names by one of which a certificate is known (RFC 8705 §2.1.2). */
export const TLS_SUBJECT_MEMBERS = [
  'tls_client_auth_subject_dn',
  'tls_client_auth_san_dns',
  'tls_client_auth_san_uri',
  'tls_client_auth_san_ip',
  'tls_client_auth_san_email',
] as const

/** A client as its owner describes it (RFC 7591 §2, OpenID Connect RP-Initiated Logout §3.1). */
export interface ClientMetadata extends ResponseProtection, ClientInformation {
  readonly client_id: string
  readonly client_secret?: string
  readonly client_name?: string
  readonly redirect_uris?: readonly string[]
  readonly post_logout_redirect_uris?: readonly string[]
  /** Default: `['authorization_code']`. */
  readonly grant_types?: readonly string[]
  /** Default: `['code']`. */
  readonly response_types?: readonly string[]
  /** Space-separated. Without it the client may ask for every scope of the server. */
  readonly scope?: string
  /** Default: `client_secret_basic` for a client with a secret, `tls_client_auth` with a name for its certificate, `private_key_jwt` with `jwks`, else `none`. */
  readonly token_endpoint_auth_method?: ClientAuthenticationMethod
  /** The one algorithm of the client's assertions. Default: any that the method takes. */
  readonly token_endpoint_auth_signing_alg?: string
  /** Seconds: the `max_age` of a request that has none (OpenID Connect Dynamic Client Registration §2). */
  readonly default_max_age?: number
  /** `native` frees the port of loopback redirect URIs (RFC 8252 §7.3). Default: `web`. */
  readonly application_type?: 'web' | 'native'
  /** Whether every authorization request of the client must be pushed (RFC 9126 §6). Default: false. */
  readonly require_pushed_authorization_requests?: boolean
  /** Whether every authorization request of the client must be a signed object (RFC 9101 §10.5). Default: false. */
  readonly require_signed_request_object?: boolean
  /** The one algorithm of the client's request objects; `none` allows unsigned ones. Default: any asymmetric one. */
  readonly request_object_signing_alg?: string
  /** The types of authorization details that the client will ask for (RFC 9396 §10). Default: any that the server knows. */
  readonly authorization_details_types?: readonly string[]
  /** Where the client hears that a session has ended (OpenID Connect Back-Channel Logout §2.2). */
  readonly backchannel_logout_uri?: string
  /** Whether it needs the `sid`; this server always says it. */
  readonly backchannel_logout_session_required?: boolean
  /** How the client learns of a decision that a person takes elsewhere (OpenID Connect CIBA §4). Default: it polls. */
  readonly backchannel_token_delivery_mode?: 'poll' | 'ping'
  readonly backchannel_client_notification_endpoint?: string
  /** Public keys, for `private_key_jwt` and for request objects; with `x5c` for `self_signed_tls_client_auth` (RFC 8705 §2.2.2). */
  readonly jwks?: { readonly keys: readonly JWK[] }
  /** Where it publishes them instead: fetched anew for each use. */
  readonly jwks_uri?: string
  /** Whose assertions the client may bring. Default: any that a trusted issuer made for this server. */
  readonly assertion_subjects?: readonly AssertionSubject[]
  /** Who may act next with what this client gets by an exchange (RFC 8693 §4.4). Default: whom the person names. */
  readonly may_act?: Readonly<Record<string, string>>
  /** Every token request must have a proof (RFC 9449 §5.2). Default: false. */
  readonly dpop_bound_access_tokens?: boolean
  /** Access tokens are bound to the certificate of the token request (RFC 8705 §3.4). Default: false. */
  readonly tls_client_certificate_bound_access_tokens?: boolean
  /** The subject of the certificate, as RFC 4514 writes it; this or one of the following for `tls_client_auth` (RFC 8705 §2.1.2). */
  readonly tls_client_auth_subject_dn?: string
  readonly tls_client_auth_san_dns?: string
  readonly tls_client_auth_san_uri?: string
  readonly tls_client_auth_san_ip?: string
  readonly tls_client_auth_san_email?: string
  /** Switched off by the operator: every request of it is refused. Policy, not of RFC 7591. Default: false. */
  readonly disabled?: boolean
}

/** A registered client: its metadata with every default filled in. */
export interface Client extends ClientMetadata {
  readonly client_name: string
  readonly redirect_uris: readonly string[]
  readonly post_logout_redirect_uris: readonly string[]
  readonly grant_types: readonly string[]
  readonly response_types: readonly string[]
  readonly token_endpoint_auth_method: ClientAuthenticationMethod
  readonly application_type: 'web' | 'native'
}

/** What a person has enrolled beside the password. */
export interface SecondFactors {
  /** An authenticator app: the secret that it shares with the server, in base32 (RFC 6238). */
  readonly totp?: { readonly secret: string }
  /** A phone that answers push prompts: where notifications reach it (as RFC 8030 §5), and its public key. */
  readonly push?: { readonly endpoint: string; readonly jwk: JWK & { readonly alg: string } }
  /** Codes for the day on which everything else is lost; each works once. */
  readonly recovery_codes?: readonly string[]
}

/** A resource owner who can sign in. */
export interface User {
  readonly username: string
  readonly password: string
  /** The subject identifier: stable, never reassigned (OpenID Connect Core §2). */
  readonly sub: string
  /** Standard claims such as `name` and `email`, released by scope at the UserInfo endpoint. */
  readonly claims?: Readonly<Record<string, Json>>
  readonly factors?: SecondFactors
  /** What the person is here, such as `auditor`. Their access tokens say it (RFC 9068 §2.2.3.1); no client can ask for it. */
  readonly roles?: readonly string[]
  /** Who may act for the person. Their access tokens say it (RFC 8693 §4.4). */
  readonly may_act?: Readonly<Record<string, string>>
}

/** Everything an authorization server is told before it starts; only the issuer must be said. */
export interface ServerConfig {
  /** The issuer identifier: an http(s) URL without query and fragment; a path is fine (RFC 8414 §2). */
  readonly issuer: string
  readonly clients?: readonly ClientMetadata[]
  readonly users?: readonly User[]
  /** Scopes on offer. Default: the OpenID Connect ones and every scope that a configured client names. */
  readonly scopes?: readonly string[]
  /** The APIs that access tokens are for: their `aud` (RFC 9068 §2.2). Default: the issuer, whose UserInfo endpoint is one. */
  readonly resources?: readonly string[]
  /** Which API a scope belongs to, where the server says so. Policy: RFC 8707 §2 leaves it open. Default: any goes with any. */
  readonly scope_resources?: Readonly<Record<string, string>>
  /** Types of authorization details that clients can ask for (RFC 9396 §10). Default: none, and the parameter is ignored. */
  readonly authorization_details_types?: readonly string[]
  /** Other servers whose signed JWTs count here as what they say. */
  readonly trusted_issuers?: readonly TrustedIssuer[]
  /** Issuers of other servers for which this one issues identity assertions (ID-JAG). Default: none. */
  readonly resource_authorization_servers?: readonly string[]
  /** Where else people can sign in: each is a button on the sign-in page, which leads to `url` with the `transaction`. */
  readonly identity_providers?: readonly IdentityProvider[]
  /** Opens `POST /register` to whoever holds the initial access token, or to everybody where there is none (RFC 7591 §3). */
  readonly registration?: { readonly initial_access_token?: string }
  /** Whether a client may be known by the address of a document about itself (Client ID Metadata Document §5). Default: false. */
  readonly client_id_metadata_document_supported?: boolean
  /** Endpoints that this server has elsewhere: their usual path, such as `/token`, and the path beneath the issuer. */
  readonly endpoint_paths?: EndpointPaths
  /** Where endpoints take certificates, by their metadata name (RFC 8705 §5). The paths are the usual ones. Default: where they are. */
  readonly mtls_endpoint_aliases?: Readonly<Record<string, string>>
  readonly policy?: PolicyOptions
}

/** A configuration with every default filled in. */
export interface ResolvedConfig {
  readonly issuer: string
  readonly clients: readonly Client[]
  readonly users: readonly User[]
  readonly scopes: readonly string[]
  readonly resources: readonly string[]
  readonly scope_resources: Readonly<Record<string, string>>
  readonly authorization_details_types: readonly string[]
  readonly trusted_issuers: readonly TrustedIssuer[]
  readonly identity_providers: readonly IdentityProvider[]
  readonly resource_authorization_servers: readonly string[]
  readonly registration: { readonly initial_access_token?: string } | undefined
  readonly client_id_metadata_document_supported: boolean
  readonly endpoint_paths: EndpointPaths
  readonly mtls_endpoint_aliases: Readonly<Record<string, string>>
  readonly policy: Policy
}

/** Scopes that OpenID Connect defines (OpenID Connect Core §5.4, §11). */
export const openidScopes = ['openid', 'profile', 'email', 'address', 'phone', 'offline_access'] as const

/** Fills in every default. Throws a TypeError that names the member when the configuration cannot work. */
export function resolveConfig(config: ServerConfig): ResolvedConfig {
  checkIssuer(config.issuer)
  checkEndpointPaths(config.endpoint_paths ?? {})
  const clients = (config.clients ?? []).map(resolveClient)
  const named = clients.flatMap((client) => splitScope(client.scope))
  return {
    issuer: config.issuer,
    clients,
    users: config.users ?? [],
    scopes: config.scopes ?? [...new Set([...openidScopes, ...named])],
    resources: config.resources ?? [config.issuer],
    scope_resources: config.scope_resources ?? {},
    authorization_details_types: config.authorization_details_types ?? [],
    trusted_issuers: config.trusted_issuers ?? [],
    resource_authorization_servers: config.resource_authorization_servers ?? [],
    identity_providers: config.identity_providers ?? [],
    registration: config.registration,
    client_id_metadata_document_supported: config.client_id_metadata_document_supported ?? false,
    endpoint_paths: config.endpoint_paths ?? {},
    mtls_endpoint_aliases: config.mtls_endpoint_aliases ?? {},
    policy: resolvePolicy(config.policy),
  }
}

/** Fills in the defaults of RFC 7591 §2. Throws a TypeError when the client could never work as it says. */
export function resolveClient(metadata: ClientMetadata): Client {
  const method = metadata.token_endpoint_auth_method ?? impliedMethod(metadata)
  const usesSecret = method.startsWith('client_secret_')
  if (usesSecret && metadata.client_secret === undefined) {
    throw new TypeError(`client ${metadata.client_id}: ${method} needs a client_secret`)
  }
  if ((method === 'private_key_jwt' || method === 'self_signed_tls_client_auth') && !hasKeys(metadata)) {
    throw new TypeError(`client ${metadata.client_id}: ${method} needs jwks or jwks_uri`)
  }
  if (metadata.jwks !== undefined && metadata.jwks_uri !== undefined) {
    throw new TypeError(`client ${metadata.client_id}: jwks and jwks_uri are alternatives (RFC 7591 §2)`)
  }
  const complaint = complainAboutProtection(metadata)
  if (complaint !== undefined) throw new TypeError(`client ${metadata.client_id}: ${complaint}`)
  if (method === 'tls_client_auth' && tlsSubject(metadata) === undefined) {
    throw new TypeError(
      `client ${metadata.client_id}: ${method} needs exactly one of ${TLS_SUBJECT_MEMBERS.join(', ')}`,
    )
  }
  const signs = metadata.require_signed_request_object === true
  if (signs && (!hasKeys(metadata) || metadata.request_object_signing_alg === 'none')) {
    throw new TypeError(
      `client ${metadata.client_id}: require_signed_request_object needs jwks and an algorithm that signs`,
    )
  }
  const logout = metadata.backchannel_logout_uri
  if (logout !== undefined && (!URL.canParse(logout) || logout.includes('#'))) {
    throw new TypeError(`client ${metadata.client_id}: backchannel_logout_uri must be absolute, without a fragment`)
  }
  const pinged = metadata.backchannel_token_delivery_mode === 'ping'
  if (pinged && metadata.backchannel_client_notification_endpoint === undefined) {
    throw new TypeError(`client ${metadata.client_id}: ping needs a backchannel_client_notification_endpoint`)
  }
  const broken = (metadata.redirect_uris ?? []).find((uri) => !URL.canParse(uri) || uri.includes('#'))
  if (broken !== undefined) {
    throw new TypeError(`client ${metadata.client_id}: ${broken} is no absolute URI without fragment (RFC 6749 §3.1.2)`)
  }
  return {
    ...metadata,
    client_name: metadata.client_name ?? metadata.client_id,
    redirect_uris: metadata.redirect_uris ?? [],
    post_logout_redirect_uris: metadata.post_logout_redirect_uris ?? [],
    grant_types: metadata.grant_types ?? ['authorization_code'],
    response_types: metadata.response_types ?? ['code'],
    token_endpoint_auth_method: method,
    application_type: metadata.application_type ?? 'web',
  }
}

/** The one name by which a client's certificate is known; `undefined` unless it is exactly one (RFC 8705 §2.1.2). */
export function tlsSubject(
  metadata: Pick<ClientMetadata, (typeof TLS_SUBJECT_MEMBERS)[number]>,
): { readonly member: string; readonly value: string } | undefined {
  const given = TLS_SUBJECT_MEMBERS.flatMap((member) => {
    const value = metadata[member]
    return value === undefined ? [] : [{ member, value }]
  })
  return given.length === 1 ? given[0] : undefined
}

/** The scope tokens of a space-separated list, each once, in order (RFC 6749 §3.3). */
export function splitScope(scope: string | undefined): string[] {
  return [...new Set((scope ?? '').split(' ').filter((token) => token !== ''))]
}

/** Whether a configured client is registered for a grant: what nobody asks for is not offered. */
export function isGrantRegistered({ clients }: Pick<ResolvedConfig, 'clients'>, grantType: string): boolean {
  return clients.some((client) => client.grant_types.includes(grantType))
}

function impliedMethod(metadata: ClientMetadata): ClientAuthenticationMethod {
  if (metadata.client_secret !== undefined) return 'client_secret_basic'
  if (tlsSubject(metadata) !== undefined) return 'tls_client_auth'
  return hasKeys(metadata) ? 'private_key_jwt' : 'none'
}

/** Whether a client has keys, by value or by address. */
export function hasKeys({ jwks, jwks_uri }: Pick<ClientMetadata, 'jwks' | 'jwks_uri'>): boolean {
  return jwks !== undefined || jwks_uri !== undefined
}

function checkIssuer(issuer: string): void {
  const url = URL.canParse(issuer) ? new URL(issuer) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol) || /[?#]/.test(issuer)) {
    throw new TypeError(`issuer must be an http(s) URL without query and fragment (RFC 8414 §2), not ${issuer}`)
  }
}

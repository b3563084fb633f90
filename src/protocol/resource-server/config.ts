/** What a resource server must know: who it is, whom it trusts, how it validates tokens, what it serves. */
import type { HttpRequest } from '../../http/index.ts'
import type { Json } from '../../lib/json.ts'

/** The claims of an accepted access token: the JWT's payload (RFC 9068 §2.2) or the introspection answer (RFC 7662 §2.2). */
export type AccessTokenClaims = Readonly<Record<string, Json | undefined>>

/** Signature algorithms a resource server may accept: asymmetric ones, so that a public key can't be turned into a shared secret (RFC 8725 §2.1). */
export type SignatureAlgorithm =
  | 'RS256'
  | 'RS384'
  | 'RS512'
  | 'PS256'
  | 'PS384'
  | 'PS512'
  | 'ES256'
  | 'ES384'
  | 'ES512'
  | 'EdDSA'

/** Local validation: the signature is checked with the issuer's published keys, no call a request (RFC 9068 §4). */
export interface JwtValidation {
  readonly type: 'jwt'
  /** Where the issuer publishes its keys (RFC 8414 §2 `jwks_uri`). */
  readonly jwks_uri: string
  /** Signature algorithms this server accepts (RFC 8725 §3.1). Default `['RS256']`. */
  readonly algorithms?: readonly SignatureAlgorithm[]
  /** Seconds the key set is used without asking again. Default 600. */
  readonly jwks_max_age?: number
  /** Seconds after a fetch for an unknown `kid` in which no further one is made, so that invented ids cause no flood. Default 30. */
  readonly jwks_cooldown?: number
  /** Whether an unknown `kid` makes it fetch the set again before its copy is too old (OpenID Connect Core §10.1.1). Default true. */
  readonly jwks_refetch?: boolean
}

/** Validation by the authorization server: one call a request, and revocation is seen at once (RFC 7662). */
export interface IntrospectionValidation {
  readonly type: 'introspection'
  readonly introspection_endpoint: string
  /** This server's own credentials at the authorization server (RFC 7662 §2.1), sent as `client_secret_basic`. */
  readonly client_id: string
  readonly client_secret: string
}

/** One protected resource. */
export interface Route {
  readonly method: string
  /** The whole path of the URL; compared exactly. */
  readonly path: string
  /** The scopes a token must have, all of them, separated by spaces; `''` when any valid token will do. */
  readonly scope: string
  /** Authentication contexts of which one is required, separated by spaces (RFC 9470 §3). */
  readonly acr_values?: string
  /** Seconds within which the user must have signed in (RFC 9470 §3). */
  readonly max_age?: number
  /** A role that the person must have (RFC 9068 §2.2.3.1); that it is asked for is this server's policy. */
  readonly role?: string
  /** Whether the route is for this request, where several share a method and a path. Default: it is. */
  readonly accepts?: (request: HttpRequest) => boolean
  /** The JSON answer to an authorized request. */
  readonly respond: (claims: AccessTokenClaims, request: HttpRequest) => Json | Promise<Json>
}

/** Members of the metadata of a protected resource that its operator decides (RFC 9728 §2); any further one is published as it is. */
export interface ProtectedResourceMetadata {
  /** Default: the issuer whose tokens it accepts. */
  readonly authorization_servers?: readonly string[]
  /** Default: every scope that a route needs. */
  readonly scopes_supported?: readonly string[]
  readonly resource_name?: string
  readonly [member: string]: Json | readonly string[] | undefined
}

/** Everything a resource server is set up with. */
export interface ResourceServerConfig {
  /** Its resource identifier: the `aud` a token must carry (RFC 9068 §3, RFC 8707 §2). */
  readonly resource: string
  /** The issuer whose tokens it accepts. */
  readonly issuer: string
  /** Protection space named in challenges (RFC 9110 §11.5). Default: the resource identifier. */
  readonly realm?: string
  readonly validation: JwtValidation | IntrospectionValidation
  readonly routes: readonly Route[]
  /** Seconds by which the clocks of issuer and resource server may differ (RFC 7519 §4.1.4). Default 0. */
  readonly leeway?: number
  /** Takes no token but one that is bound to a key (RFC 9728 §2). Its challenge names DPoP alone. Default: false. */
  readonly dpop_bound_access_tokens_required?: boolean
  /** Names DPoP beside Bearer to whoever comes without a token (RFC 9449 §7.2). A bound token is held to its key in any case. Default: where it asks for nonces. */
  readonly dpop_offered?: boolean
  /** Whether proofs must have a nonce that this server hands out (RFC 9449 §9). Default: `off`. */
  readonly policy?: { readonly dpopNonce?: 'off' | 'required' }
  /**
   * What its metadata document says beside what follows from the rest (RFC 9728 §2). Where it is given, challenges say where the
   * document is (RFC 9728 §5.1), and one to a request without a token names the scope. The document is there in any case.
   */
  readonly metadata?: ProtectedResourceMetadata
  /** Origins whose scripts may call this server; `'*'` for all. Default: none. */
  readonly allowed_origins?: readonly string[]
}

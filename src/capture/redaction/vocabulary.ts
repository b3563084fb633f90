/**
 * What may be shown of a recording. Everything that has no row here is replaced: a list of secrets would always miss one,
 * a list of harmless words cannot.
 */

/** How a value is shown: as it is when it looks as it should, or as an address, whose parts are judged one by one. */
export type Treatment = RegExp | 'address'

/** Words with blanks between them; each is also held against what is known to be secret. */
export const WORDS = /^[\w:./*-]{1,60}(?: [\w:./*-]{1,60}){0,30}$/
const WORD = /^[a-z_]{1,40}$/i
const NUMBER = /^\d{1,12}$/

/** Parameters of requests and redirects, and members of answers and claims, with public values. */
export const HARMLESS: ReadonlyMap<string, Treatment> = new Map<string, Treatment>([
  ['response_type', WORDS],
  ['response_mode', WORD],
  ['grant_type', /^(?:[a-z_]{1,40}|urn:[a-z0-9:._-]{1,80})$/],
  ['scope', WORDS],
  ['scp', WORDS],
  ['prompt', WORDS],
  ['display', WORD],
  ['max_age', NUMBER],
  ['acr_values', WORDS],
  ['acr', WORDS],
  ['amr', WORDS],
  ['ui_locales', WORDS],
  ['code_challenge_method', /^[\w-]{1,10}$/],
  ['token_type', WORD],
  ['token_type_hint', WORD],
  ['token_use', WORD],
  ['expires_in', NUMBER],
  ['interval', NUMBER],
  ['exp', NUMBER],
  ['iat', NUMBER],
  ['nbf', NUMBER],
  ['auth_time', NUMBER],
  ['active', /^(?:true|false)$/],
  ['alg', /^(?:none|[A-Z]{2}\d{3}K?|Ed(?:DSA|25519|448)|RSA-OAEP(?:-256)?)$/],
  ['typ', /^[A-Za-z+-]{1,20}$/],
  ['error', /^[a-z_.]{1,60}$/i],
  ['client_assertion_type', /^urn:[a-z0-9:._-]{1,80}$/],
  ['iss', 'address'],
  ['issuer', 'address'],
  ['resource', 'address'],
  ['redirect_uri', 'address'],
  ['post_logout_redirect_uri', 'address'],
  ['error_uri', 'address'],
  ['authorization_endpoint', 'address'],
  ['token_endpoint', 'address'],
  ['jwks_uri', 'address'],
  ['userinfo_endpoint', 'address'],
  ['end_session_endpoint', 'address'],
  ['introspection_endpoint', 'address'],
  ['revocation_endpoint', 'address'],
  ['authorization_response_iss_parameter_supported', /^(?:true|false)$/],
])

/** What a replaced value is called, by the name it stands under. */
export const SORTS: ReadonlyMap<string, string> = new Map([
  ['code', 'code'],
  ['state', 'state'],
  ['nonce', 'nonce'],
  ['code_challenge', 'challenge'],
  ['code_verifier', 'verifier'],
  ['access_token', 'access-token'],
  ['refresh_token', 'refresh-token'],
  ['id_token', 'id-token'],
  ['id_token_hint', 'id-token'],
  ['token', 'token'],
  ['subject_token', 'token'],
  ['actor_token', 'token'],
  ['client_id', 'client'],
  ['azp', 'client'],
  ['aud', 'audience'],
  ['client_secret', 'client-secret'],
  ['client_assertion', 'client-assertion'],
  ['assertion', 'assertion'],
  ['device_code', 'device-code'],
  ['user_code', 'user-code'],
  ['request', 'request-object'],
  ['request_uri', 'request-uri'],
  ['login_hint', 'user'],
  ['username', 'user'],
  ['preferred_username', 'user'],
  ['sub', 'subject'],
  ['email', 'email'],
  ['password', 'password'],
  ['session_state', 'session'],
  ['sid', 'session'],
  ['jti', 'token-id'],
  ['kid', 'key'],
  ['url', 'url'],
])

/** Header lines that a rule or a reader needs; the others are left out. */
export const HEADERS: ReadonlyMap<
  string,
  Treatment | 'cookies' | 'set-cookie' | 'credentials' | 'challenge' | 'secret'
> = new Map<string, Treatment | 'cookies' | 'set-cookie' | 'credentials' | 'challenge' | 'secret'>([
  ['authorization', 'credentials'],
  ['cookie', 'cookies'],
  ['set-cookie', 'set-cookie'],
  ['www-authenticate', 'challenge'],
  ['dpop', 'secret'],
  ['dpop-nonce', 'secret'],
  ['location', 'address'],
  ['origin', 'address'],
  ['referer', 'address'],
  ['access-control-allow-origin', 'address'],
  ['access-control-allow-credentials', /^true$/],
  ['access-control-allow-headers', /^[\w*, -]{1,200}$/],
  ['access-control-allow-methods', /^[A-Z*, ]{1,80}$/],
  ['access-control-request-method', /^[A-Z]{1,10}$/],
  ['access-control-request-headers', /^[\w, -]{1,200}$/],
  ['content-type', /^[a-z]+\/[\w.+-]{1,60}(?:; ?charset=[\w-]{1,20})?$/i],
  ['cache-control', /^[a-z-]+(?:=\d+)?(?:, ?[a-z-]+(?:=\d+)?)*$/i],
  ['pragma', /^no-cache$/],
  ['referrer-policy', /^[a-z-]{1,40}$/],
  ['retry-after', /^\d{1,8}$/],
])

/**
 * What may be shown of a recording. Everything that has no row here is replaced: a list of secrets would always miss one,
 * a list of harmless words cannot.
 */
import { REGISTERED_NAMES } from '../../reference/registered-names.ts'
import { REGISTERED_VALUES } from '../../reference/registered-values.ts'

/** How a value is shown: its listed words, an address whose parts are judged one by one, a number of a plausible size, a sentence. */
export type Treatment = ReadonlySet<string> | 'address' | 'seconds' | 'time' | 'sentence'

/** Codes that vendors document: GitHub’s for token requests, Google’s for its sign-in page, Okta’s (read in November 2026). */
const VENDOR_ERRORS =
  'redirect_uri_mismatch incorrect_client_credentials bad_verification_code unverified_user_email admin_policy_enforced access_not_configured unsupported_response_mode'

/** By the name that the value stands under. */
export const TREATMENTS: ReadonlyMap<string, Treatment> = new Map<string, Treatment>([
  ...[...REGISTERED_NAMES]
    .filter((name) => /_(?:endpoint|uris?)$/.test(name) && name !== 'request_uri')
    .map((name): [string, Treatment] => [name, 'address']),
  ...['iss', 'issuer', 'resource', 'resource_metadata', 'htu', 'authorization_servers'].map(
    (name): [string, Treatment] => [name, 'address'],
  ),
  ...['expires_in', 'interval', 'max_age', 'default_max_age'].map((name): [string, Treatment] => [name, 'seconds']),
  ...['exp', 'iat', 'nbf', 'auth_time'].map((name): [string, Treatment] => [name, 'time']),
  ['error_description', 'sentence'],
  ['claims_supported', REGISTERED_NAMES],
  ...REGISTERED_VALUES,
  // Claims that vendors made up, and their words.
  ['scp', REGISTERED_VALUES.get('scope') ?? new Set()],
  ['token_use', new Set(['access', 'id'])],
  ['error', new Set([...(REGISTERED_VALUES.get('error') ?? []), ...VENDOR_ERRORS.split(' ')])],
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
  ['scope', 'scope'],
  ['scp', 'scope'],
  ['scopes_supported', 'scope'],
  ['error', 'error'],
])

/** Words that endpoints, sign-in pages and callbacks are called by in specifications and in the products of many. */
export const PATH_WORDS: ReadonlySet<string> = new Set(
  '.well-known openid-configuration oauth-authorization-server oauth-protected-resource jwks jwks.json keys certs authorize authorization authorization.oauth2 auth oauth oauth2 oidc openid openid-connect connect protocol realms token tokens token.oauth2 introspect introspection introspect.oauth2 revoke revocation revoke_token.oauth2 userinfo userinfo.openid par bc-authorize device deviceauth devicecode device_authorization device-authorization register registration clients-registrations end_session endsession end-session logout login signin signout sign-in sign-out login-actions authenticate first-broker-login broker endpoint consent callback cb redirect login-callback logout-callback auth-callback oauth-callback signin-oidc signout-oidc signout-callback-oidc silent-refresh silent-renew silent-refresh.html silent-renew.html silent-callback.html callback.html index.html login.srf common organizations consumers adfs ls idp sso saml saml2 account api default error mfa otp session check_session checksession'.split(
    ' ',
  ),
)

/** True for a listed word as people write it: `token`, `Token`, `TOKEN`. Capitals in odd places could tell something. */
export function isInPlainCase(word: string, list: ReadonlySet<string>): boolean {
  if (list.has(word)) return true
  const lower = word.toLowerCase()
  return list.has(lower) && (word === word.toUpperCase() || word.slice(1) === lower.slice(1))
}

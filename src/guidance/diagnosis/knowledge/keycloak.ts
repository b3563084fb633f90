/** Keycloak: names of its error events, and descriptions in its answers. */
import type { KnownError } from './known-error.ts'
import { rowsOf } from './rows.ts'

const FILES = 'https://github.com/keycloak/keycloak/blob'
const KEYCLOAK = { vendor: 'Keycloak', read: '2026-11-28' }
const GRANTS = 'services/src/main/java/org/keycloak/protocol/oidc'

/** What its log and its token endpoint say. */
export const keycloak: readonly KnownError[] = [
  ...rowsOf(
    'code',
    {
      ...KEYCLOAK,
      source: `${FILES}/049a7fa6c06fcbaaca66630b8db27154cc704149/server-spi-private/src/main/java/org/keycloak/events/Errors.java`,
    },
    {
      'client-unknown': { client_not_found: 'The realm has no such client.' },
      'client-disabled': { client_disabled: 'The client is disabled.', realm_disabled: 'The realm is disabled.' },
      'secret-wrong': { invalid_client_credentials: 'The client’s secret or assertion is missing or wrong.' },
      'consent-not-given': { consent_denied: 'The consent that is needed was not given.' },
      'person-may-not-use-the-app': {
        user_disabled: 'The account is disabled.',
        user_temporarily_disabled: 'The account is disabled for some time after wrong passwords.',
      },
      'credentials-wrong': {
        invalid_user_credentials: 'The user name, password or second factor is wrong.',
        user_not_found: 'There is no such person.',
      },
      'another-account-needed': { different_user_authenticated: 'Somebody else is signed in.' },
      'refresh-token-expired': {
        session_expired: 'The session has ended.',
        user_session_not_found: 'The session is not there any more.',
      },
      'verifier-mismatch': {
        pkce_verification_failed: 'The code verifier does not match the code challenge.',
        invalid_code_verifier: 'The code verifier is not valid.',
        code_verifier_missing: 'The code verifier is missing.',
      },
      'page-needed': { resolve_required_actions: 'The person has something to do first, at a page of the server.' },
    },
  ),
  ...rowsOf(
    'message',
    {
      ...KEYCLOAK,
      source: `${FILES}/01e267d710da01ea44f0e2c330815417aeaf6ceb/${GRANTS}/grants/AuthorizationCodeGrantType.java`,
    },
    {
      'code-used-twice': { 'Code not valid': 'The code was redeemed before, or is not one of this server.' },
      'code-expired': { 'Code is expired': 'The code is too old.' },
      'refresh-token-expired': { 'Session not active': 'The session has ended.' },
      'code-of-another-client': {
        'Incorrect redirect_uri': 'The redirect URI is not the one that the code was asked for with.',
        "Parameter 'redirect_uri' did not match originally saved redirect URI used in initial OIDC request. Saved redirectUri: {expected}, redirectUri parameter: {found}":
          'The redirect URI is not the one that the code was asked for with.',
        'Found different client_id in clientSession': 'The code was issued to another client.',
      },
      'grant-not-allowed': { 'Client not allowed to exchange code': 'The standard flow is off for this client.' },
      'consent-not-given': {
        'Client no longer has requested consent from user': 'The person has taken the consent back.',
      },
      'parameter-missing': { 'Missing parameter: {name}': 'A parameter is missing in the request.' },
    },
  ),
  ...rowsOf(
    'message',
    { ...KEYCLOAK, source: `${FILES}/0040d3fc3bde3f833c7c8d508bdb398c5be68660/${GRANTS}/TokenManager.java` },
    {
      'refresh-token-expired': {
        'Client session not active': 'The client’s part of the session has ended.',
        'Refresh token expired': 'The refresh token is too old.',
      },
      'refresh-token-revoked': {
        'Stale token': 'The token was issued before everything was revoked, or a newer one has been issued since.',
        'Stale refresh token': 'The refresh token was issued before everything was revoked.',
      },
      'code-of-another-client': {
        "Token client and authorized client don't match": 'The refresh token was issued to another client.',
        'Unmatching clients': 'The refresh token was issued to another client.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { ...KEYCLOAK, source: `${FILES}/0042442a1f3a44ae6e3d3b078c9591eaad412965/${GRANTS}/utils/PkceUtils.java` },
    {
      'verifier-mismatch': {
        'PKCE verification failed: Code mismatch': 'The code verifier does not match the code challenge.',
        'PKCE verification failed: Invalid code verifier':
          'The code verifier is too short, too long, or has other characters than it may.',
        'PKCE code verifier not specified': 'The code verifier is missing.',
      },
      'challenge-missing': {
        'PKCE code verifier specified but challenge not present in authorization':
          'The authorization request had no code challenge.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      ...KEYCLOAK,
      source: `${FILES}/091ec956bb27ecbf692f0bbe4a14d570d6f44b3c/${GRANTS}/grants/ResourceOwnerPasswordCredentialsGrantType.java`,
    },
    {
      'password-grant': {
        'Client not allowed for direct access grants': 'The password grant is off for this client.',
      },
      'page-needed': {
        'Account is not fully set up': 'The person has something to do first, at a page of the server.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { ...KEYCLOAK, source: 'https://github.com/thomasdarimont/spring-boot-keycloak-server-example/issues/17' },
    {
      'issuer-differs': {
        "Invalid token issuer. Expected '{expected}', but was '{found}'":
          'The token was issued under another address of the server.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { ...KEYCLOAK, source: 'https://github.com/keycloak/keycloak/issues/26017' },
    {
      'issuer-differs': {
        'Invalid token issuer. Expected': 'The token was issued under another address of the server.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { ...KEYCLOAK, source: 'https://github.com/keycloak/keycloak/issues/11340' },
    {
      'two-sign-ins-at-once': {
        'Cookie not found. Please make sure cookies are enabled in your browser':
          'The cookie of this sign-in is gone, because another tab ended or replaced it for instance.',
      },
    },
  ),
  ...rowsOf(
    'code',
    { ...KEYCLOAK, source: 'https://github.com/keycloak/keycloak/issues/30977' },
    {
      'state-cookie-of-another-host': {
        cookie_not_found:
          'The cookie did not come back from a page that is not at localhost and not served over https.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { ...KEYCLOAK, source: 'https://github.com/mauriciovigolo/keycloak-angular/issues/464' },
    {
      'code-used-twice': { 'Code {code} already used for userSession': 'The code was redeemed before.' },
    },
  ),
  ...rowsOf(
    'message',
    { ...KEYCLOAK, source: 'https://github.com/Apicurio/apicurio-registry/issues/4041' },
    {
      'refresh-token-expired': {
        'error=invalid_token, grant_type=refresh_token':
          'The event of a refresh token that is no longer taken: it has expired, or its session is over.',
      },
    },
  ),
  ...rowsOf(
    'code',
    { ...KEYCLOAK, source: 'https://github.com/keycloak/keycloak/issues/46564' },
    {
      'two-sign-ins-at-once': {
        cookie_not_found: 'The cookie of this sign-in is gone, because another tab ended it for instance.',
      },
    },
  ),
]

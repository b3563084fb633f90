/** What is known of OAuth2 Proxy’s errors. */
import type { KnownError } from './known-error.ts'

/** Every row. */
export const oauth2ProxyErrors: readonly KnownError[] = [
  {
    vendor: 'OAuth2 Proxy',
    message: "email in id_token ({email}) isn't verified",
    cause: 'email-not-verified',
    says: 'The ID token says that the email address is not verified.',
    where: 'Verify the address; or --insecure-oidc-allow-unverified-email',
    source:
      'https://github.com/oauth2-proxy/oauth2-proxy/blob/14af2951e562c9573c72c433732ceee83aea3282/pkg/apis/middleware/session.go',
    read: '2026-11-28',
  },
  {
    vendor: 'OAuth2 Proxy',
    message: 'Invalid authentication via OAuth2: unable to obtain CSRF cookie',
    cause: 'state-cookie-not-sent',
    says: 'The callback came without the cookie that the sign-in began with.',
    where: '--cookie-domain, --cookie-secure, --cookie-samesite, and one host from beginning to end',
    source: 'https://github.com/oauth2-proxy/oauth2-proxy/blob/14af2951e562c9573c72c433732ceee83aea3282/oauthproxy.go',
    read: '2026-11-28',
  },
  {
    vendor: 'OAuth2 Proxy',
    message: 'Login Failed: Unable to find a valid CSRF token.',
    cause: 'state-cookie-not-sent',
    says: 'The callback came without the cookie that the sign-in began with.',
    source: 'https://github.com/oauth2-proxy/oauth2-proxy/blob/14af2951e562c9573c72c433732ceee83aea3282/oauthproxy.go',
    read: '2026-11-28',
  },
  {
    vendor: 'OAuth2 Proxy',
    message: "CSRF cookie with name '{name}' was not found",
    cause: 'state-cookie-not-sent',
    says: 'The callback came without the cookie that the sign-in began with.',
    source:
      'https://github.com/oauth2-proxy/oauth2-proxy/blob/14af2951e562c9573c72c433732ceee83aea3282/pkg/cookies/csrf.go',
    read: '2026-11-28',
  },
  {
    vendor: 'OAuth2 Proxy',
    message: 'CSRF cookie failed validation',
    cause: 'sign-in-on-another-instance',
    says: 'The cookie was signed with another cookie secret.',
    where: '--cookie-secret, the same for all replicas',
    source:
      'https://github.com/oauth2-proxy/oauth2-proxy/blob/14af2951e562c9573c72c433732ceee83aea3282/pkg/cookies/csrf.go',
    read: '2026-11-28',
  },
  {
    vendor: 'OAuth2 Proxy',
    message: 'cookie signature not valid',
    cause: 'sign-in-on-another-instance',
    says: 'The session’s cookie was signed with another cookie secret.',
    where: '--cookie-secret, the same for all replicas',
    source:
      'https://github.com/oauth2-proxy/oauth2-proxy/blob/14af2951e562c9573c72c433732ceee83aea3282/pkg/sessions/cookie/session_store.go',
    read: '2026-11-28',
  },
  {
    vendor: 'OAuth2 Proxy',
    message: 'CSRF token mismatch, potential attack',
    cause: 'state-cookie-not-sent',
    says: 'The state of the answer is not that of the cookie: it was lost on the way, or another sign-in was begun after this one.',
    source: 'https://github.com/oauth2-proxy/oauth2-proxy/blob/14af2951e562c9573c72c433732ceee83aea3282/oauthproxy.go',
    read: '2026-11-28',
  },
  {
    vendor: 'OAuth2 Proxy',
    message: 'Invalid authentication via OAuth2: unauthorized',
    cause: 'person-may-not-use-the-app',
    says: 'The person signed in, and no rule lets them in.',
    where: '--email-domain, --authenticated-emails-file, --allowed-group',
    source: 'https://github.com/oauth2-proxy/oauth2-proxy/blob/14af2951e562c9573c72c433732ceee83aea3282/oauthproxy.go',
    read: '2026-11-28',
  },
  {
    vendor: 'OAuth2 Proxy',
    message: 'id_token nonce claim does not match the session nonce',
    cause: 'nonce-differs',
    says: 'nonce of the ID token is not that of the session.',
    source:
      'https://github.com/oauth2-proxy/oauth2-proxy/blob/14af2951e562c9573c72c433732ceee83aea3282/providers/provider_data.go',
    read: '2026-11-28',
  },
  {
    vendor: 'OAuth2 Proxy',
    message: 'token response did not contain an id_token',
    cause: 'id-token-not-asked-for',
    says: 'The token response has no ID token.',
    where: '--scope with openid',
    source:
      'https://github.com/oauth2-proxy/oauth2-proxy/blob/14af2951e562c9573c72c433732ceee83aea3282/providers/oidc.go',
    read: '2026-11-28',
  },
  {
    vendor: 'OAuth2 Proxy',
    message: 'neither the id_token nor the profileURL set an email',
    cause: 'claim-missing',
    says: 'Neither ID token nor userinfo has an email address.',
    where: '--scope with email, or --oidc-email-claim',
    source:
      'https://github.com/oauth2-proxy/oauth2-proxy/blob/14af2951e562c9573c72c433732ceee83aea3282/providers/cidaas.go',
    read: '2026-11-28',
  },
  {
    vendor: 'OAuth2 Proxy',
    message: 'no access token found {body}',
    isGeneral: true,
    cause: 'token-answer-unusable',
    says: 'The token endpoint gave something that has no access token.',
    where: '--redeem-url or --oidc-issuer-url',
    source:
      'https://github.com/oauth2-proxy/oauth2-proxy/blob/14af2951e562c9573c72c433732ceee83aea3282/providers/provider_default.go',
    read: '2026-11-28',
  },
  {
    vendor: 'OAuth2 Proxy',
    message: 'failed to discover OIDC configuration: {error}',
    cause: 'issuer-unreachable',
    says: 'The issuer’s discovery document could not be read.',
    where: '--oidc-issuer-url',
    source:
      'https://github.com/oauth2-proxy/oauth2-proxy/blob/14af2951e562c9573c72c433732ceee83aea3282/pkg/providers/oidc/provider.go',
    read: '2026-11-28',
  },
  {
    vendor: 'OAuth2 Proxy',
    message: 'session invalidated due to fatal refresh error',
    isGeneral: true,
    cause: 'refresh-token-revoked',
    says: 'The server refused the refresh token, so the session was ended.',
    source:
      'https://github.com/oauth2-proxy/oauth2-proxy/blob/14af2951e562c9573c72c433732ceee83aea3282/pkg/middleware/stored_session.go',
    read: '2026-11-28',
  },
  {
    vendor: 'OAuth2 Proxy',
    message: 'unable to redeem refresh token: {error}',
    isGeneral: true,
    cause: 'refresh-token-expired',
    says: 'The server refused the refresh token.',
    source:
      'https://github.com/oauth2-proxy/oauth2-proxy/blob/14af2951e562c9573c72c433732ceee83aea3282/providers/azure.go',
    read: '2026-11-28',
  },
  {
    vendor: 'OAuth2 Proxy',
    message: 'Warning: request host is {host} but using configured cookie domain of {domain}',
    cause: 'state-cookie-of-another-host',
    says: 'The cookie is set for another domain than the one that was called.',
    where: '--cookie-domain',
    source:
      'https://github.com/oauth2-proxy/oauth2-proxy/blob/14af2951e562c9573c72c433732ceee83aea3282/pkg/cookies/cookies.go',
    read: '2026-11-28',
  },
  {
    vendor: 'OAuth2 Proxy',
    message: 'audience claims {names} do not exist in claims',
    cause: 'token-for-another-audience',
    says: 'None of the audience claims is among those that are allowed.',
    source:
      'https://github.com/oauth2-proxy/oauth2-proxy/blob/14af2951e562c9573c72c433732ceee83aea3282/pkg/providers/oidc/verifier.go',
    read: '2026-11-28',
  },
  {
    vendor: 'OAuth2 Proxy',
    message: 'no supported signing algorithms in common between provider and configuration',
    cause: 'algorithm-differs',
    says: 'The issuer and the proxy have no signing algorithm in common.',
    source:
      'https://github.com/oauth2-proxy/oauth2-proxy/blob/14af2951e562c9573c72c433732ceee83aea3282/pkg/providers/oidc/provider_verifier.go',
    read: '2026-11-28',
  },
  {
    vendor: 'OAuth2 Proxy',
    message: 'no valid bearer token found in authorization header',
    cause: 'token-not-sent',
    says: 'A bearer token was expected, and none was there that verifies.',
    source:
      'https://github.com/oauth2-proxy/oauth2-proxy/blob/14af2951e562c9573c72c433732ceee83aea3282/pkg/middleware/jwt_session.go',
    read: '2026-11-28',
  },
]

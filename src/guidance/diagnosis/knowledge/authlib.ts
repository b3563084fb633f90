/** What is known of Authlib’s and django-allauth’s errors. */
import type { KnownError } from './known-error.ts'

/** Every row. */
export const authlibErrors: readonly KnownError[] = [
  {
    vendor: 'Authlib',
    message: 'mismatching_state: CSRF Warning! State not equal in request and response.',
    cause: 'state-cookie-not-sent',
    says: 'The session of the callback does not hold the state: its cookie did not come back, or is full.',
    where: 'The session’s cookie: one host, SameSite=Lax, below 4 KB',
    source:
      'https://github.com/lepture/authlib/blob/fe87a117f941975793bf4063e9b08b90e88b230a/authlib/integrations/base_client/errors.py',
    read: '2026-11-28',
  },
  {
    vendor: 'Authlib',
    code: 'bad_signature',
    cause: 'signing-key-differs',
    says: 'The signature does not verify with the key that the app has.',
    source: 'https://github.com/lepture/authlib/blob/fe87a117f941975793bf4063e9b08b90e88b230a/authlib/jose/errors.py',
    read: '2026-11-28',
  },
  {
    vendor: 'Authlib',
    message: 'Missing "jwks_uri" in metadata',
    cause: 'issuer-unreachable',
    says: 'The client is registered without a key set.',
    where: 'server_metadata_url, or jwks_uri',
    source:
      'https://github.com/lepture/authlib/blob/fe87a117f941975793bf4063e9b08b90e88b230a/authlib/integrations/base_client/async_openid.py',
    read: '2026-11-28',
  },
  {
    vendor: 'Authlib',
    message: 'Missing "authorize_url" value',
    cause: 'issuer-unreachable',
    says: 'The client is registered without an authorization endpoint.',
    where: 'server_metadata_url, or authorize_url',
    source:
      'https://github.com/lepture/authlib/blob/fe87a117f941975793bf4063e9b08b90e88b230a/authlib/integrations/base_client/async_app.py',
    read: '2026-11-28',
  },
  {
    vendor: 'Authlib',
    message: "invalid_claim: Invalid claim 'iss'",
    cause: 'issuer-differs',
    says: 'iss of the ID token is not the issuer of the metadata.',
    where: 'claims_options',
    source: 'https://github.com/lepture/authlib/blob/fe87a117f941975793bf4063e9b08b90e88b230a/authlib/jose/errors.py',
    read: '2026-11-28',
  },
  {
    vendor: 'Authlib',
    message: "invalid_claim: Invalid claim 'aud'",
    cause: 'token-for-another-audience',
    says: 'aud of the ID token does not have the client’s id.',
    source: 'https://github.com/lepture/authlib/blob/fe87a117f941975793bf4063e9b08b90e88b230a/authlib/jose/errors.py',
    read: '2026-11-28',
  },
  {
    vendor: 'Authlib',
    message: "invalid_claim: Invalid claim 'nonce'",
    cause: 'nonce-differs',
    says: 'nonce of the ID token is not that of the session.',
    source: 'https://github.com/lepture/authlib/blob/fe87a117f941975793bf4063e9b08b90e88b230a/authlib/jose/errors.py',
    read: '2026-11-28',
  },
  {
    vendor: 'Authlib',
    message: "missing_claim: Missing '{claim}' claim",
    cause: 'claim-missing',
    says: 'The token lacks a claim that is asked for.',
    source: 'https://github.com/lepture/authlib/blob/fe87a117f941975793bf4063e9b08b90e88b230a/authlib/jose/errors.py',
    read: '2026-11-28',
  },
  {
    vendor: 'Authlib',
    message: 'expired_token: The token is expired',
    cause: 'access-token-expired',
    says: 'exp of the token is over.',
    source: 'https://github.com/lepture/authlib/blob/fe87a117f941975793bf4063e9b08b90e88b230a/authlib/jose/errors.py',
    read: '2026-11-28',
  },
  {
    vendor: 'Authlib',
    message: 'invalid_token: The token is not valid yet',
    cause: 'clocks-differ',
    says: 'nbf or iat lies ahead of this machine’s clock.',
    source: 'https://github.com/lepture/authlib/blob/fe87a117f941975793bf4063e9b08b90e88b230a/authlib/jose/errors.py',
    read: '2026-11-28',
  },
  {
    vendor: 'Authlib',
    message: "missing_token: Missing 'access_token' in response.",
    cause: 'token-answer-unusable',
    says: 'The token response has no access token.',
    source:
      'https://github.com/lepture/authlib/blob/fe87a117f941975793bf4063e9b08b90e88b230a/authlib/oauth2/rfc6749/errors.py',
    read: '2026-11-28',
  },
  {
    vendor: 'Authlib',
    message: 'insecure_transport: OAuth 2 MUST utilize https.',
    cause: 'public-address-unknown',
    says: 'The address that the server sees is http.',
    where: 'Behind a proxy: ProxyFix or --proxy-headers; on one’s own machine AUTHLIB_INSECURE_TRANSPORT',
    source:
      'https://github.com/lepture/authlib/blob/fe87a117f941975793bf4063e9b08b90e88b230a/authlib/oauth1/rfc5849/errors.py',
    read: '2026-11-28',
  },
  {
    vendor: 'Flask',
    message: 'The session is unavailable because no secret key was set.',
    cause: 'session-not-set-up',
    says: 'Flask has no key to sign its session with.',
    where: 'SECRET_KEY',
    source: 'https://github.com/radiasoft/sirepo/issues/2940',
    read: '2026-11-28',
  },
  {
    vendor: 'django-allauth',
    message: "Invalid 'kid': '{kid}'",
    cause: 'key-set-stale',
    says: 'The provider’s keys have none with the kid of the ID token.',
    source:
      'https://github.com/pennersr/django-allauth/blob/20f4bded2fd2e12d0d172d1321626a94c17ac97e/allauth/socialaccount/internal/jwtkit.py',
    read: '2026-11-28',
  },
  {
    vendor: 'LinkedIn',
    message: 'appid/redirect uri/code verifier does not match authorization code',
    cause: 'code-of-another-client',
    says: 'LinkedIn: client, redirect URI or verifier is not that of the authorization request, or the code is over.',
    where: 'callback_url of the view is the address that the front end used',
    source: 'https://github.com/pennersr/django-allauth/issues/2758',
    read: '2026-11-28',
  },
]

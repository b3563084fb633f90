/** What is known of Passport’s errors: its strategies for OAuth 2.0 and OpenID Connect. */
import type { KnownError } from './known-error.ts'

/** Every row. */
export const passportErrors: readonly KnownError[] = [
  {
    vendor: 'passport-oauth2',
    message: 'Unable to verify authorization request state.',
    cause: 'state-cookie-not-sent',
    says: 'The session of the callback holds no state: its cookie did not come back.',
    source:
      'https://github.com/jaredhanson/passport-oauth2/blob/be9bf58cee75938c645a9609f0cc87c4c724e7c8/lib/state/pkcesession.js',
    read: '2026-11-28',
  },
  {
    vendor: 'passport-oauth2',
    message: 'Invalid authorization request state.',
    cause: 'state-forged',
    says: 'The state of the answer is not the one in the session.',
    source:
      'https://github.com/jaredhanson/passport-oauth2/blob/be9bf58cee75938c645a9609f0cc87c4c724e7c8/lib/state/pkcesession.js',
    read: '2026-11-28',
  },
  {
    vendor: 'passport-oauth2',
    message: 'OAuth 2.0 authentication requires session support when using state.',
    cause: 'session-not-set-up',
    says: 'state: true is set, and there is no session middleware to keep it in.',
    source:
      'https://github.com/jaredhanson/passport-oauth2/blob/be9bf58cee75938c645a9609f0cc87c4c724e7c8/lib/state/pkcesession.js',
    read: '2026-11-28',
  },
  {
    vendor: 'passport-oauth2',
    message: 'Failed to obtain access token',
    isGeneral: true,
    cause: 'token-answer-unusable',
    says: 'The token endpoint was not reached, or gave an answer without an OAuth error.',
    source:
      'https://github.com/jaredhanson/passport-oauth2/blob/be9bf58cee75938c645a9609f0cc87c4c724e7c8/lib/strategy.js',
    read: '2026-11-28',
  },
  {
    vendor: 'passport-oauth2',
    message: 'Invalid "code" in request.',
    cause: 'code-used-twice',
    says: 'The server no longer knows the code; with a sign-in that worked, the callback ran twice.',
    source: 'https://github.com/jaredhanson/passport-oauth2/issues/159',
    read: '2026-11-28',
  },
  {
    vendor: 'passport-openidconnect',
    message: 'OpenID Connect requires session support.',
    cause: 'session-not-set-up',
    says: 'There is no session middleware to keep the state in.',
    source:
      'https://github.com/jaredhanson/passport-openidconnect/blob/c69c2137c5b49534e93008aa0645a00aba1f7f0b/lib/state/session.js',
    read: '2026-11-28',
  },
  {
    vendor: 'passport-openidconnect',
    message: 'ID token not present in token response',
    cause: 'id-token-not-asked-for',
    says: 'The token response has no ID token.',
    source:
      'https://github.com/jaredhanson/passport-openidconnect/blob/c69c2137c5b49534e93008aa0645a00aba1f7f0b/lib/strategy.js',
    read: '2026-11-28',
  },
  {
    vendor: 'passport-openidconnect',
    message: 'ID token not issued by expected OpenID provider.',
    cause: 'issuer-differs',
    says: 'iss of the ID token is not the strategy’s issuer.',
    where: 'Strategy option issuer',
    source:
      'https://github.com/jaredhanson/passport-openidconnect/blob/c69c2137c5b49534e93008aa0645a00aba1f7f0b/lib/strategy.js',
    read: '2026-11-28',
  },
  {
    vendor: 'passport-openidconnect',
    message: 'ID token not intended for this relying party.',
    cause: 'token-for-another-audience',
    says: 'aud of the ID token does not have the client’s id.',
    source:
      'https://github.com/jaredhanson/passport-openidconnect/blob/c69c2137c5b49534e93008aa0645a00aba1f7f0b/lib/strategy.js',
    read: '2026-11-28',
  },
  {
    vendor: 'passport-openidconnect',
    message: 'ID token not issued to this relying party.',
    cause: 'token-for-another-audience',
    says: 'azp of the ID token names another client.',
    source:
      'https://github.com/jaredhanson/passport-openidconnect/blob/c69c2137c5b49534e93008aa0645a00aba1f7f0b/lib/strategy.js',
    read: '2026-11-28',
  },
  {
    vendor: 'passport-openidconnect',
    message: 'ID token has expired.',
    cause: 'id-token-expired',
    says: 'exp of the ID token is over.',
    source:
      'https://github.com/jaredhanson/passport-openidconnect/blob/c69c2137c5b49534e93008aa0645a00aba1f7f0b/lib/strategy.js',
    read: '2026-11-28',
  },
  {
    vendor: 'passport-openidconnect',
    message: 'Too much time has elapsed since last authentication.',
    cause: 'sign-in-too-old',
    says: 'auth_time lies longer ago than max_age allows.',
    source:
      'https://github.com/jaredhanson/passport-openidconnect/blob/c69c2137c5b49534e93008aa0645a00aba1f7f0b/lib/strategy.js',
    read: '2026-11-28',
  },
  {
    vendor: 'passport-openidconnect',
    message: 'ID token contains invalid nonce.',
    cause: 'nonce-differs',
    says: 'nonce of the ID token is not that of the session.',
    source:
      'https://github.com/jaredhanson/passport-openidconnect/blob/c69c2137c5b49534e93008aa0645a00aba1f7f0b/lib/strategy.js',
    read: '2026-11-28',
  },
  {
    vendor: 'passport-openidconnect',
    message: 'Failed to fetch user profile',
    isGeneral: true,
    cause: 'token-answer-unusable',
    says: 'The userinfo endpoint refused, or was not reached.',
    source:
      'https://github.com/jaredhanson/passport-openidconnect/blob/c69c2137c5b49534e93008aa0645a00aba1f7f0b/lib/strategy.js',
    read: '2026-11-28',
  },
  {
    vendor: 'passport-openidconnect',
    message: 'id token not issued by correct OpenID provider - expected: {expected} | from: {found}',
    cause: 'issuer-differs',
    says: 'iss of the ID token is not the issuer in the configuration.',
    source: 'https://github.com/onelogin/onelogin-oidc-node/issues/12',
    read: '2026-11-28',
  },
]

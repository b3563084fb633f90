/** What is known of Auth.js’ and NextAuth’s errors. */
import type { KnownError } from './known-error.ts'

/** Every row. */
export const authJsErrors: readonly KnownError[] = [
  {
    vendor: 'Auth.js',
    code: 'InvalidCheck',
    isGeneral: true,
    cause: 'state-cookie-not-sent',
    says: 'The state, PKCE or nonce check failed, most often because its cookie did not come back.',
    source:
      'https://github.com/nextauthjs/next-auth/blob/a1a16a5a7780488c7449feece410033f445d0b31/packages/core/src/errors.ts',
    read: '2026-11-28',
  },
  {
    vendor: 'Auth.js',
    message: 'pkceCodeVerifier value could not be parsed',
    cause: 'state-cookie-not-sent',
    says: 'The cookie with the PKCE verifier did not come back, or cannot be read.',
    source:
      'https://github.com/nextauthjs/next-auth/blob/a1a16a5a7780488c7449feece410033f445d0b31/packages/core/src/lib/actions/callback/oauth/checks.ts',
    read: '2026-11-28',
  },
  {
    vendor: 'Auth.js',
    message: 'state value could not be parsed',
    cause: 'state-cookie-not-sent',
    says: 'The cookie with the state did not come back, or cannot be read.',
    source:
      'https://github.com/nextauthjs/next-auth/blob/a1a16a5a7780488c7449feece410033f445d0b31/packages/core/src/lib/actions/callback/oauth/checks.ts',
    read: '2026-11-28',
  },
  {
    vendor: 'Auth.js',
    message: 'nonce value could not be parsed',
    cause: 'state-cookie-not-sent',
    says: 'The cookie with the nonce did not come back, or cannot be read.',
    source:
      'https://github.com/nextauthjs/next-auth/blob/a1a16a5a7780488c7449feece410033f445d0b31/packages/core/src/lib/actions/callback/oauth/checks.ts',
    read: '2026-11-28',
  },
  {
    vendor: 'Auth.js',
    message: 'State could not be decoded',
    cause: 'state-forged',
    says: 'The state of the answer is not one that was made here.',
    source:
      'https://github.com/nextauthjs/next-auth/blob/a1a16a5a7780488c7449feece410033f445d0b31/packages/core/src/lib/actions/callback/oauth/checks.ts',
    read: '2026-11-28',
  },
  {
    vendor: 'Auth.js',
    code: 'JWTSessionError',
    cause: 'sign-in-on-another-instance',
    says: 'The session’s cookie was encrypted with another AUTH_SECRET.',
    where: 'AUTH_SECRET, the same everywhere',
    source:
      'https://github.com/nextauthjs/next-auth/blob/a1a16a5a7780488c7449feece410033f445d0b31/packages/core/src/errors.ts',
    read: '2026-11-28',
  },
  {
    vendor: 'Auth.js',
    code: 'MissingSecret',
    cause: 'session-not-set-up',
    says: 'There is no secret to protect the cookies with.',
    where: 'AUTH_SECRET (npx auth secret)',
    source:
      'https://github.com/nextauthjs/next-auth/blob/a1a16a5a7780488c7449feece410033f445d0b31/packages/core/src/errors.ts',
    read: '2026-11-28',
  },
  {
    vendor: 'Auth.js',
    code: 'OAuthAccountNotLinked',
    cause: 'account-exists-already',
    says: 'An account with this email address exists, and was made by another way to sign in.',
    where: 'Provider option allowDangerousEmailAccountLinking, if the provider verifies addresses',
    source:
      'https://github.com/nextauthjs/next-auth/blob/a1a16a5a7780488c7449feece410033f445d0b31/packages/core/src/errors.ts',
    read: '2026-11-28',
  },
  {
    vendor: 'Auth.js',
    message: 'The account is already associated with another user',
    cause: 'account-exists-already',
    says: 'The provider’s account is linked to another person already.',
    source:
      'https://github.com/nextauthjs/next-auth/blob/a1a16a5a7780488c7449feece410033f445d0b31/packages/core/src/lib/actions/callback/handle-login.ts',
    read: '2026-11-28',
  },
  {
    vendor: 'Auth.js',
    code: 'UntrustedHost',
    cause: 'public-address-unknown',
    says: 'The app does not trust the Host header that it was called with.',
    where: 'AUTH_TRUST_HOST=true behind a proxy that you control, or AUTH_URL',
    source:
      'https://github.com/nextauthjs/next-auth/blob/a1a16a5a7780488c7449feece410033f445d0b31/packages/core/src/errors.ts',
    read: '2026-11-28',
  },
  {
    vendor: 'Auth.js',
    message: 'Host must be trusted. URL was: {url}',
    cause: 'public-address-unknown',
    says: 'The app does not trust the Host header that it was called with.',
    where: 'AUTH_TRUST_HOST=true behind a proxy that you control, or AUTH_URL',
    source:
      'https://github.com/nextauthjs/next-auth/blob/a1a16a5a7780488c7449feece410033f445d0b31/packages/core/src/lib/utils/assert.ts',
    read: '2026-11-28',
  },
  {
    vendor: 'Auth.js',
    code: 'OAuthProfileParseError',
    cause: 'claim-missing',
    says: 'What the provider told of the person lacks what the profile function reads.',
    where: 'Provider option profile',
    source:
      'https://github.com/nextauthjs/next-auth/blob/a1a16a5a7780488c7449feece410033f445d0b31/packages/core/src/errors.ts',
    read: '2026-11-28',
  },
  {
    vendor: 'Auth.js',
    code: 'InvalidEndpoints',
    cause: 'issuer-unreachable',
    says: 'A provider is configured without issuer or endpoints.',
    where: 'Provider options issuer, or authorization, token and userinfo',
    source:
      'https://github.com/nextauthjs/next-auth/blob/a1a16a5a7780488c7449feece410033f445d0b31/packages/core/src/errors.ts',
    read: '2026-11-28',
  },
  {
    vendor: 'Auth.js',
    code: 'ErrorPageLoop',
    cause: 'callback-ignores-error',
    says: 'The error page itself asks for a sign-in.',
    where: 'The error page must not ask for a sign-in',
    source:
      'https://github.com/nextauthjs/next-auth/blob/a1a16a5a7780488c7449feece410033f445d0b31/packages/core/src/errors.ts',
    read: '2026-11-28',
  },
  {
    vendor: 'Auth.js',
    message: '[auth][error] AccessDenied',
    cause: 'person-may-not-use-the-app',
    says: 'The signIn callback said no.',
    where: 'callbacks.signIn',
    source:
      'https://github.com/nextauthjs/next-auth/blob/a1a16a5a7780488c7449feece410033f445d0b31/packages/core/src/errors.ts',
    read: '2026-11-28',
  },
  {
    vendor: 'Auth.js',
    message: 'Discovery request responded with an invalid issuer. expected: {expected}',
    cause: 'issuer-differs',
    says: 'The discovery document names another issuer.',
    source:
      'https://github.com/nextauthjs/next-auth/blob/a1a16a5a7780488c7449feece410033f445d0b31/packages/core/src/lib/actions/signin/authorization-url.ts',
    read: '2026-11-28',
  },
  {
    vendor: 'NextAuth',
    message: 'State cookie was missing.',
    cause: 'state-cookie-not-sent',
    says: 'The cookie with the state did not come back.',
    source:
      'https://github.com/nextauthjs/next-auth/blob/d857eec560fb99c8b18d3b22a2693b849a62d1c3/packages/next-auth/src/core/lib/oauth/checks.ts',
    read: '2026-11-28',
  },
  {
    vendor: 'NextAuth',
    message: 'PKCE code_verifier cookie was missing.',
    cause: 'state-cookie-not-sent',
    says: 'The cookie with the PKCE verifier did not come back.',
    source:
      'https://github.com/nextauthjs/next-auth/blob/d857eec560fb99c8b18d3b22a2693b849a62d1c3/packages/next-auth/src/core/lib/oauth/checks.ts',
    read: '2026-11-28',
  },
  {
    vendor: 'NextAuth',
    message: 'Nonce cookie was missing.',
    cause: 'state-cookie-not-sent',
    says: 'The cookie with the nonce did not come back.',
    source:
      'https://github.com/nextauthjs/next-auth/blob/d857eec560fb99c8b18d3b22a2693b849a62d1c3/packages/next-auth/src/core/lib/oauth/checks.ts',
    read: '2026-11-28',
  },
  {
    vendor: 'NextAuth',
    code: 'PKCE_ERROR',
    cause: 'state-cookie-not-sent',
    says: 'The PKCE verifier’s cookie could not be set or read.',
    where: 'cookies.pkceCodeVerifier',
    source: 'https://github.com/nextauthjs/next-auth/blob/d857eec560fb99c8b18d3b22a2693b849a62d1c3/docs/docs/errors.md',
    read: '2026-11-28',
  },
  {
    vendor: 'NextAuth',
    code: 'JWT_SESSION_ERROR',
    cause: 'sign-in-on-another-instance',
    says: 'The session’s cookie was encrypted with another NEXTAUTH_SECRET.',
    where: 'NEXTAUTH_SECRET, the same everywhere; sign in again after a change',
    source: 'https://github.com/nextauthjs/next-auth/blob/d857eec560fb99c8b18d3b22a2693b849a62d1c3/docs/docs/errors.md',
    read: '2026-11-28',
  },
  {
    vendor: 'NextAuth',
    code: 'NO_SECRET',
    cause: 'session-not-set-up',
    says: 'In production there must be a secret.',
    where: 'NEXTAUTH_SECRET',
    source: 'https://github.com/nextauthjs/next-auth/blob/d857eec560fb99c8b18d3b22a2693b849a62d1c3/docs/docs/errors.md',
    read: '2026-11-28',
  },
  {
    vendor: 'NextAuth',
    code: 'OAUTH_PARSE_PROFILE_ERROR',
    cause: 'claim-missing',
    says: 'The provider’s answer about the person could not be read, or the person broke off.',
    source: 'https://github.com/nextauthjs/next-auth/blob/d857eec560fb99c8b18d3b22a2693b849a62d1c3/docs/docs/errors.md',
    read: '2026-11-28',
  },
  {
    vendor: 'NextAuth',
    code: 'AUTH_ON_ERROR_PAGE_ERROR',
    cause: 'callback-ignores-error',
    says: 'The error page itself asks for a sign-in.',
    where: 'Leave the error page out of the middleware’s matcher',
    source: 'https://github.com/nextauthjs/next-auth/blob/d857eec560fb99c8b18d3b22a2693b849a62d1c3/docs/docs/errors.md',
    read: '2026-11-28',
  },
  {
    vendor: 'NextAuth',
    code: 'CLIENT_FETCH_ERROR',
    isGeneral: true,
    cause: 'public-address-unknown',
    says: 'The page could not reach the app’s own session endpoint; NEXTAUTH_URL may be another address.',
    where: 'NEXTAUTH_URL',
    source: 'https://github.com/nextauthjs/next-auth/blob/d857eec560fb99c8b18d3b22a2693b849a62d1c3/docs/docs/errors.md',
    read: '2026-11-28',
  },
  {
    vendor: 'NextAuth',
    message: 'issuer must be configured on the issuer',
    cause: 'issuer-differs',
    says: 'The server says who it is (iss), and the provider is configured without an issuer.',
    where: 'Provider option issuer',
    source: 'https://github.com/jitsucom/jitsu/issues/1501',
    read: '2026-11-28',
  },
]

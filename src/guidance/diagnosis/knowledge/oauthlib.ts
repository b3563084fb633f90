/** What is known of oauthlib’s and requests-oauthlib’s errors. */
import type { KnownError } from './known-error.ts'

/** Every row. */
export const oauthlibErrors: readonly KnownError[] = [
  {
    vendor: 'oauthlib',
    code: 'InsecureTransportError',
    cause: 'public-address-unknown',
    says: 'The callback’s address, as the app sees it, is http.',
    where: 'OAUTHLIB_INSECURE_TRANSPORT=1 on one’s own machine alone',
    source:
      'https://github.com/oauthlib/oauthlib/blob/40b0ab56da3682c2484a4b78bbff309f8025d950/oauthlib/oauth1/rfc5849/errors.py',
    read: '2026-11-28',
  },
  {
    vendor: 'oauthlib',
    message: '(insecure_transport) OAuth 2 MUST utilize https.',
    cause: 'public-address-unknown',
    says: 'The callback’s address, as the app sees it, is http.',
    where: 'OAUTHLIB_INSECURE_TRANSPORT=1 on one’s own machine alone',
    source:
      'https://github.com/oauthlib/oauthlib/blob/40b0ab56da3682c2484a4b78bbff309f8025d950/oauthlib/oauth2/rfc6749/errors.py',
    read: '2026-11-28',
  },
  {
    vendor: 'oauthlib',
    code: 'MismatchingStateError',
    cause: 'state-cookie-not-sent',
    says: 'The session of the callback does not hold the state that came back.',
    source:
      'https://github.com/oauthlib/oauthlib/blob/40b0ab56da3682c2484a4b78bbff309f8025d950/oauthlib/oauth2/rfc6749/errors.py',
    read: '2026-11-28',
  },
  {
    vendor: 'oauthlib',
    message: 'CSRF Warning! State not equal in request and response.',
    cause: 'state-cookie-not-sent',
    says: 'The session of the callback does not hold the state that came back.',
    source:
      'https://github.com/oauthlib/oauthlib/blob/40b0ab56da3682c2484a4b78bbff309f8025d950/oauthlib/oauth2/rfc6749/errors.py',
    read: '2026-11-28',
  },
  {
    vendor: 'oauthlib',
    code: 'MissingTokenError',
    isGeneral: true,
    cause: 'token-answer-unusable',
    says: 'The token endpoint’s answer has no access_token; its body says why.',
    source:
      'https://github.com/oauthlib/oauthlib/blob/40b0ab56da3682c2484a4b78bbff309f8025d950/oauthlib/oauth2/rfc6749/errors.py',
    read: '2026-11-28',
  },
  {
    vendor: 'oauthlib',
    message: '(missing_token) Missing access token parameter.',
    isGeneral: true,
    cause: 'token-answer-unusable',
    says: 'The token endpoint’s answer has no access_token; its body says why.',
    source:
      'https://github.com/oauthlib/oauthlib/blob/40b0ab56da3682c2484a4b78bbff309f8025d950/oauthlib/oauth2/rfc6749/parameters.py',
    read: '2026-11-28',
  },
  {
    vendor: 'oauthlib',
    message: 'Scope has changed from "{expected}" to "{found}".',
    cause: 'granted-scope-differs',
    says: 'The server granted other scopes than were asked for, and the library takes that for an error.',
    where: 'Ask for the scopes that come back; OAUTHLIB_RELAX_TOKEN_SCOPE=1 accepts others',
    source:
      'https://github.com/oauthlib/oauthlib/blob/40b0ab56da3682c2484a4b78bbff309f8025d950/oauthlib/oauth2/rfc6749/clients/mobile_application.py',
    read: '2026-11-28',
  },
  {
    vendor: 'oauthlib',
    message: 'Mismatching redirect URI.',
    cause: 'redirect-uri-differs',
    says: 'The redirect URI is not one that the client has registered.',
    source:
      'https://github.com/oauthlib/oauthlib/blob/40b0ab56da3682c2484a4b78bbff309f8025d950/oauthlib/oauth2/rfc6749/errors.py',
    read: '2026-11-28',
  },
  {
    vendor: 'oauthlib',
    message: 'Invalid client_id parameter value.',
    cause: 'client-unknown',
    says: 'The server does not know this client_id.',
    source:
      'https://github.com/oauthlib/oauthlib/blob/40b0ab56da3682c2484a4b78bbff309f8025d950/oauthlib/oauth2/rfc6749/errors.py',
    read: '2026-11-28',
  },
  {
    vendor: 'oauthlib',
    message: 'Code challenge required.',
    cause: 'challenge-missing',
    says: 'The server wants PKCE.',
    source:
      'https://github.com/oauthlib/oauthlib/blob/40b0ab56da3682c2484a4b78bbff309f8025d950/oauthlib/oauth2/rfc6749/errors.py',
    read: '2026-11-28',
  },
  {
    vendor: 'oauthlib',
    message: 'Code verifier required.',
    cause: 'verifier-mismatch',
    says: 'The token request has no code_verifier, and the authorization request had a challenge.',
    source:
      'https://github.com/oauthlib/oauthlib/blob/40b0ab56da3682c2484a4b78bbff309f8025d950/oauthlib/oauth2/rfc6749/errors.py',
    read: '2026-11-28',
  },
  {
    vendor: 'requests-oauthlib',
    message: 'Code verifier is not found, authorization URL must be generated before',
    cause: 'verifier-mismatch',
    says: 'The session object that redeems the code did not begin the sign-in, so it has no verifier.',
    source:
      'https://github.com/requests/requests-oauthlib/blob/f33dac32bd065b835b34e7f0a48025700aae1e31/requests_oauthlib/oauth2_session.py',
    read: '2026-11-28',
  },
]

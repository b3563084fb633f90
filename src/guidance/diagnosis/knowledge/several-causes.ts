/** Messages that only say that a state or a code is not good. Their libraries’ rows name one cause; here are the others. */
import type { KnownError } from './known-error.ts'
import { rowsOf } from './rows.ts'

const read = '2026-11-29'

/** Every row. */
export const severalCauses: readonly KnownError[] = [
  ...rowsOf(
    'message',
    { vendor: 'Discord', source: 'https://github.com/discord/discord-api-docs/issues/2526', read },
    {
      'code-expired': {
        'Invalid "code" in request.': 'The code is too old.',
      },
      'code-of-another-client': {
        'Invalid "code" in request.': 'The code was issued for another redirect URI, or to another client.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Dex', source: 'https://github.com/dexidp/dex/pull/1952', read },
    {
      'code-used-twice': {
        'Invalid or expired code parameter': 'The code was redeemed before.',
      },
      'code-of-another-client': {
        'Invalid or expired code parameter': 'The code was issued for another redirect URI, or to another client.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Okta', source: 'https://github.com/oktadev/okta-smartfhir-docs/issues/13', read },
    {
      'code-used-twice': {
        'The authorization code is invalid or has expired': 'The code was redeemed before.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'passport-oauth2',
      source:
        'https://github.com/jaredhanson/passport-oauth2/blob/be9bf58cee75938c645a9609f0cc87c4c724e7c8/lib/state/pkcesession.js',
      read,
    },
    {
      'callback-reloaded': {
        'Invalid authorization request state.': 'The callback belongs to an earlier sign-in.',
      },
      'tabs-sign-in-together': {
        'Invalid authorization request state.': 'Another sign-in of this browser has overwritten what was stored.',
      },
      'sign-in-on-another-instance': {
        'Unable to verify authorization request state.': 'The session is kept where this instance does not look.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'openid-client',
      source: 'https://github.com/panva/openid-client/blob/45c96f67ce0644bd829f61e82fba3dd8c051c89e/lib/client.js',
      read,
    },
    {
      'callback-reloaded': {
        'state mismatch, expected {expected}, got: {found}': 'The callback belongs to an earlier sign-in.',
      },
      'tabs-sign-in-together': {
        'state mismatch, expected {expected}, got: {found}':
          'Another sign-in of this browser has overwritten what was stored.',
      },
      'sign-in-on-another-instance': {
        'checks.state argument is missing': 'The session is kept where this instance does not look.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'Authlib',
      source: 'https://github.com/authlib/authlib/issues/622',
      read,
    },
    {
      'sign-in-on-another-instance': {
        'mismatching_state: CSRF Warning! State not equal in request and response.':
          'The session is kept where this instance does not look.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'oauthlib',
      source:
        'https://github.com/oauthlib/oauthlib/blob/40b0ab56da3682c2484a4b78bbff309f8025d950/oauthlib/oauth2/rfc6749/errors.py',
      read,
    },
    {
      'sign-in-on-another-instance': {
        'CSRF Warning! State not equal in request and response.':
          'The session is kept where this instance does not look.',
      },
    },
  ),
  ...rowsOf(
    'code',
    {
      vendor: 'oauthlib',
      source:
        'https://github.com/oauthlib/oauthlib/blob/40b0ab56da3682c2484a4b78bbff309f8025d950/oauthlib/oauth2/rfc6749/errors.py',
      read,
    },
    {
      'sign-in-on-another-instance': {
        MismatchingStateError: 'The session is kept where this instance does not look.',
      },
    },
  ),
]

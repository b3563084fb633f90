/** Apps and libraries that sign people in, each with a sentence or two of its own. */
import type { KnownError } from './known-error.ts'

const read = '2026-11-28'

/** Every row. */
export const relyingParties: readonly KnownError[] = [
  {
    vendor: 'lua-resty-openidc',
    message: 'state from argument: {found} does not match state restored from session: {expected}',
    cause: 'state-cookie-not-sent',
    says: 'The session that came back with the callback is not the one in which the sign-in began.',
    source: 'https://github.com/zmartzone/lua-resty-openidc/issues/44',
    read,
  },
  {
    vendor: 'Outline',
    message: 'State not return in OAuth flow',
    cause: 'state-cookie-not-sent',
    says: 'The cookie with the state was not there when the callback came.',
    source: 'https://github.com/outline/outline/issues/1985',
    read,
  },
  {
    vendor: 'Auth0 SDK for PHP',
    message: 'ID token could not be decoded',
    cause: 'token-is-opaque',
    says: 'What was to be verified is no JWT: an access token without an audience, for instance.',
    source: 'https://github.com/auth0/auth0-PHP/issues/460',
    read,
  },
  {
    vendor: 'Go',
    message: 'http: named cookie not present',
    cause: 'state-cookie-not-sent',
    says: 'The browser did not send the cookie that the app reads.',
    source: 'https://github.com/openshift/oauth-proxy/issues/209',
    read,
  },
]

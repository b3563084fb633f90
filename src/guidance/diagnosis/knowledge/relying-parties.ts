/** Apps and libraries that sign people in, each with a sentence or two of its own. */
import type { KnownError } from './known-error.ts'
import { rowsOf } from './rows.ts'

const read = '2026-11-28'
const lately = '2026-11-29'

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
  ...rowsOf(
    'message',
    { vendor: 'Django', source: 'https://github.com/tubearchivist/tubearchivist/issues/192', read: lately },
    {
      'start-form-refused': {
        'Origin checking failed - null does not match any trusted origins': [
          'The form came with Origin: null. A Referrer-Policy: no-referrer makes browsers do that.',
          'The Referrer-Policy that the app or its proxy sends: same-origin or strict-origin-when-cross-origin.',
        ],
      },
      'public-address-unknown': {
        'Origin checking failed - https://{host} does not match any trusted origins': [
          'The form is of a page at https, and the app takes itself to be at another address.',
          'SECURE_PROXY_SSL_HEADER behind a proxy that ends TLS; else CSRF_TRUSTED_ORIGINS.',
        ],
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'python-social-auth', source: 'https://github.com/omab/python-social-auth/issues/534', read: lately },
    {
      'state-cookie-not-sent': {
        'AuthStateMissing: Session value state missing':
          'The session of this request has no state: its cookie is missing.',
      },
      'sign-in-on-another-instance': {
        'AuthStateMissing: Session value state missing': [
          'The session of this request has no state: the store that it was kept in is that of another process.',
          'SESSION_ENGINE and CACHES: a cache in local memory is one for each process.',
        ],
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Laravel Socialite', source: 'https://github.com/laravel/socialite/issues/541', read: lately },
    {
      'state-cookie-not-sent': {
        'Laravel\\Socialite\\Two\\InvalidStateException':
          'The session has another state than the callback, or none: its cookie did not come back.',
      },
      'answer-removed-from-address': {
        'Laravel\\Socialite\\Two\\InvalidStateException':
          'The callback has no state: something before the app cuts the query, or limits its length.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'traefik-forward-auth',
      source: 'https://github.com/thomseddon/traefik-forward-auth/issues/113',
      read: lately,
    },
    {
      'tabs-sign-in-together': {
        'CSRF cookie does not match state':
          'Another request without a session has begun a sign-in meanwhile, and overwritten the cookie.',
      },
      'state-cookie-not-sent': { 'Missing csrf cookie': 'The cookie of the sign-in did not come back.' },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'lua-resty-openidc', source: 'https://github.com/zmartzone/lua-resty-openidc/issues/490', read: lately },
    {
      'state-cookie-not-sent': {
        'request to the redirect_uri path but there’s no session state found':
          'No session came with the callback: its cookie is missing, or the address is one that people also open.',
      },
      'sign-in-on-another-instance': {
        'request to the redirect_uri path but there’s no session state found': [
          'The session cookie cannot be read: without a secret each worker makes one of its own.',
          'The session secret of lua-resty-session.',
        ],
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'mozilla-django-oidc',
      source: 'https://github.com/mozilla/mozilla-django-oidc/issues/461',
      read: lately,
    },
    {
      'signing-key-differs': {
        'JWS token verification failed': [
          'The key does not verify the ID token. With HS256 the key is the client secret: django-oauth-toolkit from 2.0 on signs with its hash.',
          'RS256 and the server’s keys (OIDC_OP_JWKS_ENDPOINT).',
        ],
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Nextcloud', source: 'https://github.com/nextcloud/user_oidc/issues/397', read: lately },
    {
      'issuer-unreachable': {
        'was not connected to because it violates local access rules': [
          'The issuer’s address is one of the local network, and Nextcloud calls none of those.',
          'allow_local_remote_servers in config.php.',
        ],
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'HashiCorp Vault', source: 'https://github.com/hashicorp/vault/issues/18120', read: lately },
    {
      'person-may-not-use-the-app': {
        'claim "{claim}" does not match any associated bound claim values': [
          'The role is for people with another value of this claim.',
          'bound_claims of the role.',
        ],
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Spotify', source: 'https://github.com/Rigellute/spotify-tui/issues/1155', read: lately },
    {
      'redirect-uri-differs': { 'INVALID_CLIENT: Invalid redirect URI': 'The redirect URI is not registered.' },
      'redirect-uri-on-wrong-platform': {
        'INVALID_CLIENT: Insecure redirect URI':
          'Only https is taken, and http with 127.0.0.1 or [::1], not localhost.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Apple', source: 'https://github.com/mikebronner/laravel-sign-in-with-apple/issues/9', read: lately },
    {
      'client-assertion-refused': {
        'appleid.apple.com/auth/token{answer}invalid_client': [
          'At Apple the client secret is a JWT that the app signs, and it was refused: exp beyond six months, kid, iss or sub.',
          'The key, its ID and the team ID in the developer account; sub is the services ID.',
        ],
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Go oauth2', source: 'https://github.com/go-gitea/gitea/issues/17969', read: lately },
    {
      'token-answer-unusable': {
        'cannot fetch token: 405 Method Not Allowed':
          'The token endpoint was asked by GET: a redirect on the way, such as from http to https, has made one of the POST.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'fastapi-azure-auth', source: 'https://github.com/vibber-ai/fastapi-azure-auth/issues/73', read: lately },
    {
      'token-not-sent': { 'Malformed token received. null': 'The page had no token yet, and sent the word null.' },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Keycloak', source: 'https://github.com/oidc-wp/openid-connect-generic/issues/472', read: lately },
    {
      'logout-address-unregistered': {
        'error = invalid_redirect_uri redirect_uri = {found}loggedout=true': [
          'The address to return to after signing out is not registered.',
          'Valid post logout redirect URIs of the client.',
        ],
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Codex CLI', source: 'https://github.com/openai/codex/issues/4602', read: lately },
    {
      'loopback-on-another-computer': {
        'redirect to "http://localhost:1455/auth/callback':
          'The browser is not on the computer that the tool runs and waits on.',
      },
    },
  ),
]

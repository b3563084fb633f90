/** Ory: Hydra with its library fosite, which Authelia uses too, and Kratos. */
import type { KnownError } from './known-error.ts'
import { rowsOf } from './rows.ts'

const read = '2026-11-28'

/** Every row. */
export const ory: readonly KnownError[] = [
  ...rowsOf(
    'message',
    { vendor: 'Ory Hydra', source: 'https://github.com/ory/hydra/issues/3031', read },
    {
      'redirect-uri-differs': {
        "parameter does not match any of the OAuth 2.0 Client's pre-registered":
          'The redirect URI is not registered; localhost and 127.0.0.1 are two.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Ory Hydra', source: 'https://github.com/ory/hydra/issues/2345', read },
    {
      'state-cookie-not-sent': {
        'No CSRF value available in the session cookie': 'The cookie of the sign-in does not come back.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Ory Hydra', source: 'https://github.com/ory/hydra/issues/1812', read },
    {
      'state-cookie-not-sent': {
        'CSRF session cookie could not be decoded':
          'The cookie of the sign-in does not come back: the redirect was followed by code and not by the browser.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'Ory Hydra',
      source: 'https://github.com/ory/fosite/blob/0077d23d3eeb6524d93bff790401671a2f61ae61/handler/pkce/handler.go',
      read,
    },
    {
      'challenge-missing': {
        'Public clients must include a code_challenge when performing the authorize code flow':
          'The server wants PKCE of public clients.',
      },
      'verifier-mismatch': {
        'The PKCE code challenge did not match the code verifier':
          'The code verifier does not belong to the challenge.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'Ory Hydra',
      source:
        'https://github.com/ory/fosite/blob/018b5c12b71b0da443255f4a5cf0ac9543bbf9f7/handler/oauth2/flow_refresh.go',
      read,
    },
    {
      'refresh-token-not-asked-for': {
        'The client is not allowed to use grant type refresh_token':
          'The client may not refresh, or the sign-in had no scope offline.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'Ory Hydra',
      source: 'https://github.com/ory/fosite/blob/0151f1e17dda1c81185d00b388c83b25b7c5f72c/errors.go',
      read,
    },
    {
      'parameter-missing': {
        'The state is missing or has less than {number} characters and is therefore considered too weak':
          'The request has no state, or one that is too short.',
      },
    },
  ),
  ...rowsOf(
    'code',
    { vendor: 'Ory Kratos', source: 'https://github.com/ory/docs/pull/2644', read },
    {
      'state-cookie-not-sent': {
        security_csrf_violation:
          'The cookie against forged requests does not come back: another domain, or a call from another origin.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Ory Kratos', source: 'https://github.com/ory/docs/pull/2644', read },
    {
      'state-aged-by-clock': {
        'flow expired {time} minutes ago, please try again': 'The form was open for too long.',
      },
    },
  ),
  ...rowsOf(
    'code',
    { vendor: 'Ory Kratos', source: 'https://github.com/alkem-io/client-web/pull/10249', read },
    {
      'no-session-at-the-server': {
        session_inactive: 'Nobody is signed in at Kratos, or the session is over.',
      },
      'sign-in-too-old': {
        session_refresh_required: 'Changing this wants a recent sign-in.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'Ory Fosite (Hydra, Authelia)',
      source: 'https://github.com/iFargle/headscale-webui/issues/82',
      read: '2026-11-29',
    },
    {
      'public-address-unknown': {
        'Redirect URL is using an insecure protocol, http is only allowed for hosts with suffix':
          'The redirect URI begins with http: behind a proxy the app does not know that it is reached by https.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Ory Kratos', source: 'https://github.com/ory/kratos/issues/2907', read },
    {
      'no-session-at-the-server': {
        'No active session was found in this request': 'Nobody is signed in, or the session’s cookie was not sent.',
      },
    },
  ),
]

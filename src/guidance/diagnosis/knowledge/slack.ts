/** Slack: what its API answers, and its Bolt and OAuth libraries. */
import type { KnownError } from './known-error.ts'
import { rowsOf } from './rows.ts'

const read = '2026-11-28'

/** Every row. */
export const slack: readonly KnownError[] = [
  ...rowsOf(
    'code',
    { vendor: 'Slack', source: 'https://github.com/aki017/slack-api-docs/blob/master/methods/auth.revoke.json', read },
    {
      'token-not-sent': {
        not_authed: 'The call has no token.',
      },
      'person-may-not-use-the-app': {
        account_inactive: 'The token’s person or workspace was deleted.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Slack', source: 'https://github.com/aki017/slack-api-docs/blob/master/methods/auth.revoke.json', read },
    {
      'access-token-revoked': {
        'An API error occurred: token_revoked': 'The token was revoked, or the app was removed.',
        '"ok":false,"error":"token_revoked"': 'The token was revoked, or the app was removed.',
        'An API error occurred: invalid_auth':
          'The token is not valid, or the call comes from an address that is not allowed.',
        '"ok":false,"error":"invalid_auth"':
          'The token is not valid, or the call comes from an address that is not allowed.',
      },
      'scope-missing': {
        'An API error occurred: missing_scope': 'The token’s scope does not cover this.',
        '"ok":false,"error":"missing_scope"': 'The token’s scope does not cover this.',
      },
    },
  ),
  ...rowsOf(
    'code',
    { vendor: 'Slack', source: 'https://hexdocs.pm/notion_api/SlackWeb.Oauth.V2-function-access.html', read },
    {
      'secret-wrong': {
        bad_client_secret: 'The secret is wrong.',
      },
      'client-unknown': {
        invalid_client_id: 'There is no such client.',
      },
      'code-of-another-client': {
        bad_redirect_uri: 'The redirect URI is not that of the authorization request.',
      },
    },
  ),
  ...rowsOf(
    'code',
    {
      vendor: 'Slack',
      source: 'https://hex.pm/packages/slack_kit/0.25.0-alpha.0/files/lib/slack/web/docs/oauth.v2.exchange.json',
      read,
    },
    {
      'access-token-revoked': {
        authorization_not_found: 'The authorization behind the token was revoked.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Slack', source: 'https://github.com/slackapi/bolt-js/issues/1968', read },
    {
      'access-token-expired': {
        'An API error occurred: token_expired': 'The token has expired, and nothing refreshed it.',
        '"ok":false,"error":"token_expired"': 'The token has expired, and nothing refreshed it.',
      },
    },
  ),
  ...rowsOf(
    'code',
    { vendor: 'Slack', source: 'https://github.com/soxtoby/SlackNet/issues/35', read },
    {
      'token-for-another-audience': {
        not_allowed_token_type: 'This method takes another kind of token: the bots of today cannot use the RTM API.',
      },
    },
  ),
  ...rowsOf(
    'code',
    { vendor: 'Slack', source: 'https://github.com/slackapi/bolt-js/issues/1412', read },
    {
      'state-aged-by-clock': {
        slack_oauth_invalid_state:
          'The state has expired: more than ten minutes lay between its making and the answer.',
      },
    },
  ),
  ...rowsOf(
    'code',
    { vendor: 'Slack', source: 'https://github.com/slackapi/bolt-js/issues/1436', read },
    {
      'state-not-returned': {
        slack_oauth_missing_state: 'The answer brings no state: the sign-in did not begin at the app’s install path.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Slack', source: 'https://github.com/slackapi/bolt-js/issues/976', read },
    {
      'state-not-returned': {
        'redirect url is missing state or code query parameters': 'The answer brings no state or no code.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Slack', source: 'https://github.com/slackapi/slack-skills-plugin/issues/19', read },
    {
      'redirect-uri-differs': {
        'redirect_uri did not match any configured URIs. Passed URI: {found}': 'The redirect URI is not registered.',
      },
    },
  ),
]

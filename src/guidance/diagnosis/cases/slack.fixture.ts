/** What people posted about Slack, and what it came from. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'slack-expired',
    cause: 'access-token-expired',
    source: 'https://github.com/slackapi/bolt-js/issues/1968',
    input: `Error: An API error occurred: token_expired
    at platformErrorFromResult (node_modules/@slack/web-api/dist/errors.js:56:33)
    at WebClient.apiCall (node_modules/@slack/web-api/dist/WebClient.js:181:56) {
  code: 'slack_webapi_platform_error',
  data: { ok: false, error: 'token_expired', response_metadata: {} }
}`,
  },
  {
    id: 'slack-revoked',
    cause: 'access-token-revoked',
    source: 'https://github.com/raycast/extensions/issues/21786',
    input: `Error: An API error occurred: token_revoked
    at Fd (/srv/app/set-presence.js:12:25349)`,
  },
  {
    id: 'slack-rtm',
    cause: 'token-for-another-audience',
    source: 'https://github.com/soxtoby/SlackNet/issues/35',
    input: 'Slack returned an error response: not_allowed_token_type',
  },
  {
    id: 'slack-legacy-bot',
    cause: 'token-for-another-audience',
    source: 'https://github.com/mishk0/slack-bot-api/issues/145',
    input: '{"ok":false,"error":"not_allowed_token_type"}',
  },
  {
    id: 'slack-bad-redirect',
    cause: 'code-of-another-client',
    source: 'https://github.com/slackapi/python-slack-sdk/issues/791',
    input: "{'ok': False, 'error': 'bad_redirect_uri'}",
  },
  {
    id: 'slack-state-old',
    cause: 'state-aged-by-clock',
    source: 'https://github.com/slackapi/bolt-js/issues/1412',
    input: 'slack_oauth_invalid_state',
  },
  {
    id: 'slack-state-missing',
    cause: 'state-not-returned',
    source: 'https://github.com/slackapi/bolt-js/issues/1436',
    input: "'slack_oauth_missing_state' error during OAuth Flow",
  },
] satisfies readonly DiagnosisCase[]

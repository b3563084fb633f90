/** What people posted about command line tools and agents that run several times on one computer, and what it came from. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'cli-refresh-token-used',
    cause: 'processes-refresh-together',
    source: 'https://github.com/openai/codex/issues/6498',
    input:
      'Your access token could not be refreshed because your refresh token was already used. Please log out and sign in again.',
  },
  {
    id: 'cli-refresh-token-reused',
    cause: 'processes-refresh-together',
    source: 'https://github.com/Lampese/codex-switcher/issues/37',
    input:
      'Token refresh failed: 401 Unauthorized - { "error": { "message": "Your refresh token has already been used to generate a new access token. Please try signing in again.", "type": "invalid_request_error", "param": null, "code": "refresh_token_reused" } }',
  },
  {
    id: 'cli-mcp-session-ended',
    cause: 'processes-refresh-together',
    source: 'https://github.com/anthropics/claude-code/issues/74250',
    input: 'MCP server "photos" requires re-authorization (token expired)',
  },
  {
    id: 'cli-lock-of-one-process',
    cause: 'refresh-lock-too-narrow',
    source: 'https://github.com/anthropics/claude-code/issues/85236',
    input:
      'The MCP OAuth token refresh lock is per-process only. Each session independently acquires its own "refresh lock" and attempts the refresh. Every subsequent session fails with `Unauthorized`.',
  },
  {
    id: 'cli-lease-too-short',
    cause: 'refresh-lock-too-narrow',
    source: 'https://github.com/can1357/oh-my-pi/issues/9092',
    input: `OAuth token refresh failed: invalid_grant (Refresh token has been revoked)
OAuth refresh disable lost CAS; reloading after peer rotation`,
  },
  {
    id: 'cli-on-a-remote-machine',
    cause: 'loopback-on-another-computer',
    source: 'https://github.com/openai/codex/issues/4602',
    input:
      'I was trying to login codex in my remote vm terminal, i opened the web link and login, but the web was redirect to "http://localhost:1455/auth/callback?cxxxxx" since the terminal is a remote service, this localhost is not working',
  },
] satisfies readonly DiagnosisCase[]

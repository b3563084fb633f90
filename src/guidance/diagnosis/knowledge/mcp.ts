/** MCP: its TypeScript SDK, and what servers answer to the registrations of its clients. */
import type { KnownError } from './known-error.ts'
import { rowsOf } from './rows.ts'

const read = '2026-11-28'

/** Every row. */
export const mcp: readonly KnownError[] = [
  ...rowsOf(
    'message',
    {
      vendor: 'MCP TypeScript SDK',
      source:
        'https://github.com/modelcontextprotocol/typescript-sdk/blob/037fb1d72ac979d459f0c310c924177e2a11f70d/src/client/auth.ts',
      read,
    },
    {
      'registration-closed': {
        'Incompatible auth server: does not support dynamic client registration':
          'The server names no registration endpoint, as GitHub, Google and Entra ID do not.',
      },
      'grant-not-allowed': {
        'Incompatible auth server: does not support grant type {grant}': 'The server does not offer this grant.',
      },
      'protected-resource-not-found': {
        'Protected resource {found} does not match expected {expected} (or origin)':
          'The metadata is of another resource than the one that the client calls.',
        'Resource server does not implement OAuth 2.0 Protected Resource Metadata':
          'There is no metadata at the well-known address.',
        'trying to load well-known OAuth protected resource metadata': 'The metadata is there, and cannot be read.',
      },
      'issuer-unreachable': {
        'HTTP {status} trying to load well-known OAuth metadata': 'The authorization server’s metadata cannot be read.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'MCP Python SDK', source: 'https://github.com/PrefectHQ/fastmcp/issues/2460', read },
    {
      'registration-refused': {
        'grant_types must be authorization_code and refresh_token': 'The server wants both grants in the registration.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Keycloak', source: 'https://github.com/turnstonelabs/turnstone/issues/1082', read },
    {
      'registration-refused': {
        'Unrecognized field "resource"':
          'The registration has a member that the server does not know; resource belongs to the authorization and token requests.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Notion', source: 'https://github.com/onyx-dot-app/onyx/issues/12874', read },
    {
      'authentication-method-differs': {
        'Client must not use multiple authentication methods':
          'The client registered without token_endpoint_auth_method: none, and so was taken for one with a secret.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Visual Studio Code', source: 'https://github.com/microsoft/vscode/issues/257415', read },
    {
      'registration-closed': {
        'Dynamic registration failed: Registration to {endpoint} failed': 'The server does not let clients register.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'GitHub Copilot CLI', source: 'https://github.com/github/copilot-cli/issues/4606', read },
    {
      'issuer-differs': {
        'authorization server advertised an issuer that does not match the URL its metadata was discovered from':
          'The two differ, be it by a slash at the end.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'MCP Go SDK', source: 'https://github.com/upstash/context7/issues/2723', read: '2026-11-29' },
    {
      'issuer-differs': {
        'metadata issuer "{found}" does not match issuer URL "{expected}"':
          'The authorization server that the resource names, and the issuer in its metadata, are not the same.',
      },
    },
  ),
  ...rowsOf(
    'message',
    {
      vendor: 'MCP TypeScript SDK',
      source: 'https://github.com/atlassian/atlassian-mcp-server/issues/205',
      read: '2026-11-29',
    },
    {
      'issuer-differs': {
        'Issuer mismatch in authorization server metadata (RFC 8414 §3.3): expected "{expected}", received "{found}"':
          'The authorization server that the resource names, and the issuer in its metadata, are not the same.',
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Atlassian', source: 'https://github.com/knowsuchagency/mcp2cli/issues/54', read: '2026-11-29' },
    {
      'redirect-uri-differs': {
        'The app’s callback URL is invalid. Contact the app developer to fix the redirect URL': [
          'The redirect URI is not registered: often a client was registered with one port, kept, and used with another.',
          'Delete what the tool has kept of its registration, or give it a fixed port.',
        ],
      },
    },
  ),
  ...rowsOf(
    'message',
    { vendor: 'Claude Code', source: 'https://github.com/higgsfield-ai/cli/issues/68', read },
    {
      'issuer-differs': {
        'Issuer mismatch in authorization response (RFC 9207): expected {expected}, received {found}':
          'The response’s iss is not the issuer that the metadata names.',
      },
    },
  ),
]

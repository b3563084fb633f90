/** What people posted about MCP clients and servers, and what it came from. */
import type { DiagnosisCase } from './case.fixture.ts'

export default [
  {
    id: 'mcp-github',
    cause: 'registration-closed',
    source: 'https://github.com/wong2/mcp-cli/issues/23',
    input: `Error: Incompatible auth server: does not support dynamic client registration
    at registerClient (file:///srv/app/node_modules/@modelcontextprotocol/sdk/dist/esm/client/auth.js:707:19)
    at authInternal (file:///srv/app/node_modules/@modelcontextprotocol/sdk/dist/esm/client/auth.js:193:39)`,
  },
  {
    id: 'mcp-google',
    cause: 'registration-closed',
    source: 'https://github.com/punkpeye/mcp-remote/issues/53',
    input: `[74465] Connecting to remote server: http://shop.example/mcp
[74465] Using transport strategy: sse-only
[74465] Connection error: Error: Incompatible auth server: does not support dynamic client registration`,
  },
  {
    id: 'mcp-endpoint-removed',
    cause: 'registration-closed',
    source: 'https://github.com/sudowealth/schwab-mcp/pull/22',
    input: '"Incompatible auth server: does not support dynamic client registration"',
  },
  {
    id: 'mcp-grant-types',
    cause: 'registration-refused',
    source: 'https://github.com/PrefectHQ/fastmcp/issues/2460',
    input: `{
  "error": "invalid_client_metadata",
  "error_description": "grant_types must be authorization_code and refresh_token"
}`,
  },
  {
    id: 'mcp-unknown-member',
    cause: 'registration-refused',
    source: 'https://github.com/turnstonelabs/turnstone/issues/1082',
    input: '400 Unrecognized field "resource"',
  },
  {
    id: 'mcp-authentication-methods',
    cause: 'authentication-method-differs',
    source: 'https://github.com/onyx-dot-app/onyx/issues/12874',
    input: 'invalid_request: Client must not use multiple authentication methods',
  },
  {
    id: 'mcp-facade-issuer',
    cause: 'issuer-differs',
    source: 'https://github.com/higgsfield-ai/cli/issues/68',
    input: `Issuer mismatch in authorization response (RFC 9207):
expected "https://mcp.example", received "https://id.example"`,
  },
  {
    id: 'mcp-issuer-slash',
    cause: 'issuer-differs',
    source: 'https://github.com/github/copilot-cli/issues/4606',
    input: `OAuth authentication failed for calendar: MCPOAuthError:
Incompatible authorization server: authorization server advertised an issuer
that does not match the URL its metadata was discovered from (RFC 8414 §3.3);`,
  },
  {
    id: 'mcp-resource-of-the-origin',
    cause: 'protected-resource-not-found',
    source: 'https://github.com/modelcontextprotocol/python-sdk/issues/1264',
    input:
      'Error sending message to http://localhost:8000/mcp: Error: Protected Resource Metadata resource "http://localhost:8000/" does not match MCP server resolved resource "http://localhost:8000/mcp".',
  },
  {
    id: 'mcp-callback-of-kept-client',
    cause: 'redirect-uri-differs',
    source: 'https://github.com/knowsuchagency/mcp2cli/issues/54',
    input: `Hmm... We're having trouble logging you in.
The app's callback URL is invalid. Contact the app developer to fix the redirect URL in the app's settings.`,
  },
  {
    id: 'mcp-go-issuer',
    cause: 'issuer-differs',
    source: 'https://github.com/upstash/context7/issues/2723',
    input:
      'failed to get authorization server metadata: metadata issuer "https://clerk.shop.example" does not match issuer URL "https://shop.example"',
  },
] satisfies readonly DiagnosisCase[]

/** How a client that nobody has registered gets a token for an MCP server (MCP Authorization, revision 2026-07-28). */

import { defineScenario } from '../../scenario-kit/contract.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import { AUTHORIZATION_REQUEST, REFRESH, TOKEN_REQUEST } from '../../scenario-kit/regions.ts'
import { appSessionCookie, serverSessionCookie } from '../../scenario-kit/storage-advice/browser.ts'
import { accessTokenInSession } from '../../scenario-kit/storage-advice/server.ts'
import { outcomes } from './outcomes.ts'
import { settings } from './settings.ts'
import { world } from './world.ts'

export default defineScenario({
  id: 'mcp-authorization',
  title: 'MCP authorization',
  summary:
    'An AI client meets an MCP server for the first time: it finds the authorization server, describes itself, and asks for no more than it needs.',
  group: 'Sign in',
  specs: [
    'MCP Authorization',
    'RFC 9728',
    'Client ID Metadata Document §4',
    'RFC 8707 §2',
    'RFC 8414 §3.3',
    'RFC 9207 §2.4',
    'RFC 7591 §3',
  ],
  asOf: '2026-11',
  version: 2,
  changes: [
    {
      version: 2,
      asOf: '2026-11',
      what: 'The metadata also say by which algorithms assertions are taken at revocation and introspection. All else is as it was.',
    },
    {
      version: 1,
      asOf: '2026-11',
      what: 'Discovery, a client that describes itself, resource indicators, step-up with the union of scopes and a limit.',
    },
  ],
  status: 'current',
  settings,
  client: 'app',
  code: [
    { file: 'client.ts', title: 'The MCP client', actor: 'app' },
    { file: 'mcp-call.ts', title: 'One call of an MCP server', actor: 'app' },
    { file: 'discovery.ts', title: 'Whose tokens, and from where', actor: 'app' },
    { file: 'registration.ts', title: 'How the client is known', actor: 'app' },
    { file: 'app.ts', title: 'The web app around it', actor: 'app' },
    { file: '../../scenario-kit/client-code/server-sessions.ts', title: 'Sessions and their cookies', actor: 'app' },
    { file: '../../scenario-kit/client-code/sign-in-error.ts', title: 'Why a sign-in does not go on', actor: 'app' },
  ],
  regions: [
    {
      region: 'mcp-call',
      title: 'MCP call',
      matches: [{ purpose: 'backchannel', method: 'POST', host: 'mcp.example' }],
    },
    {
      region: 'resource-metadata',
      title: 'Resource metadata',
      matches: [{ purpose: 'backchannel', method: 'GET', host: 'mcp.example' }],
    },
    {
      region: 'server-metadata',
      title: 'Server metadata',
      matches: [
        { purpose: 'backchannel', host: 'auth.example', path: '/.well-known/oauth-authorization-server' },
        { purpose: 'backchannel', host: 'auth.example', path: '/.well-known/openid-configuration' },
      ],
    },
    {
      region: 'registration',
      title: 'Registration',
      matches: [{ purpose: 'backchannel', method: 'POST', path: '/register' }],
    },
    {
      region: 'metadata-document',
      title: 'Metadata document',
      matches: [{ host: 'assistant.example', path: '/client.json' }],
    },
    AUTHORIZATION_REQUEST,
    {
      region: 'authorization-response',
      title: 'Authorization response',
      matches: [{ purpose: 'navigation', direction: 'request', host: 'assistant.example', path: '/callback' }],
    },
    TOKEN_REQUEST,
    REFRESH,
    {
      region: 'operation',
      title: 'Operation',
      matches: [
        { purpose: 'navigation', host: 'assistant.example', path: '/list' },
        { purpose: 'navigation', host: 'assistant.example', path: '/delete' },
        { purpose: 'navigation', direction: 'response', host: 'assistant.example', path: '/callback' },
      ],
    },
  ],
  autofill: ADA,
  outcomes,
  storage: [appSessionCookie, serverSessionCookie, accessTokenInSession],
  world,
})

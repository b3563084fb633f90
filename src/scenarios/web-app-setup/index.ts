/** A web app whose sign-in does not work yet: one thing at a time is set wrong (RFC 6749 §4.1, OpenID Connect Core §3.1). */
import { defineScenario } from '../../scenario-kit/contract.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import {
  BACKEND_AUTHORIZATION_REQUEST,
  BACKEND_AUTHORIZATION_RESPONSE,
  BACKEND_SESSION,
} from '../../scenario-kit/regions.ts'
import { serverSessionCookie } from '../../scenario-kit/storage-advice/browser.ts'
import { accessTokenInProcess, accessTokenInSession, clientSecret } from '../../scenario-kit/storage-advice/server.ts'
import { outcomes } from './outcomes.ts'
import { settings } from './settings.ts'
import { world } from './world.ts'

export default defineScenario({
  id: 'web-app-setup',
  title: 'A web app’s sign-in, set up wrong',
  summary: 'The flow is right, and one value of the configuration is not. Each mistake, and who says what about it.',
  group: 'Sign in',
  specs: ['RFC 6749 §4.1', 'RFC 6749 §5.2', 'OpenID Connect Core §3.1', 'OpenID Connect Core §5.4'],
  asOf: '2026-11',
  version: 1,
  changes: [
    {
      version: 1,
      asOf: '2026-11',
      what: 'Client, grant, PKCE, secret, redirect URI, scopes, claims, session and token cache, one of them wrong at a time.',
    },
  ],
  status: 'current',
  variantOf: 'authorization-code-web-app',
  settings,
  client: 'app',
  code: [
    { file: 'client.ts', title: 'The routes of the backend', actor: 'app' },
    {
      file: '../../scenario-kit/client-code/confidential-client.ts',
      title: 'Signing in with a client secret',
      actor: 'app',
    },
    { file: '../../scenario-kit/client-code/server-sessions.ts', title: 'Sessions and their cookies', actor: 'app' },
    { file: '../../scenario-kit/client-code/sign-in-error.ts', title: 'Why a sign-in does not go on', actor: 'app' },
  ],
  regions: [
    BACKEND_AUTHORIZATION_REQUEST,
    BACKEND_AUTHORIZATION_RESPONSE,
    {
      region: 'token-request',
      title: 'Token request',
      matches: [{ purpose: 'backchannel', method: 'POST', path: '/token' }],
    },
    {
      region: 'person',
      title: 'Who the person is',
      matches: [{ purpose: 'backchannel', host: 'auth.example', path: '/userinfo' }],
    },
    BACKEND_SESSION,
    {
      region: 'api-call',
      title: 'API call',
      matches: [
        { purpose: 'navigation', host: 'app.example', path: '/photos' },
        { purpose: 'backchannel', host: 'api.example', path: '/photos' },
      ],
    },
    { region: 'home', title: 'Home page', matches: [{ purpose: 'navigation', host: 'app.example', path: '/' }] },
  ],
  autofill: ADA,
  outcomes,
  storage: [serverSessionCookie, clientSecret, accessTokenInSession, accessTokenInProcess],
  world,
})

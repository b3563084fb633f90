/** Authorization code flow of a web app with a backend: a confidential client (RFC 6749 §4.1, §2.3.1). */

import { defineScenario } from '../../scenario-kit/contract.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import {
  BACKEND_AUTHORIZATION_REQUEST,
  BACKEND_AUTHORIZATION_RESPONSE,
  BACKEND_SESSION,
} from '../../scenario-kit/regions.ts'
import { appSessionCookie, serverSessionCookie } from '../../scenario-kit/storage-advice/browser.ts'
import { accessTokenInSession, clientSecret } from '../../scenario-kit/storage-advice/server.ts'
import { callbackOutcomes } from './callback-outcomes.ts'
import { outcomes } from './outcomes.ts'
import { settings } from './settings.ts'
import { world } from './world.ts'

export default defineScenario({
  id: 'authorization-code-web-app',
  title: 'Authorization code for a web app',
  summary:
    'A backend signs Ada in, exchanges the code with its client secret, and calls the API; the browser gets a cookie.',
  group: 'Sign in',
  specs: [
    'RFC 6749 §4.1',
    'RFC 6749 §2.3.1',
    'RFC 7636',
    'RFC 9207',
    'RFC 9700 §2.1',
    'RFC 6265bis',
    'OAuth 2.0 Form Post Response Mode',
  ],
  asOf: '2026-11',
  version: 2,
  changes: [
    {
      version: 2,
      asOf: '2026-11',
      what: 'The answer by form_post with a Lax cookie, SameSite=None and none at all; two instances without and with shared sessions.',
    },
    {
      version: 1,
      asOf: '2026-11',
      what: 'Sign-in of a confidential client with either method of client authentication; secret, code, consent and cookie failures.',
    },
  ],
  status: 'current',
  settings,
  client: 'app',
  code: [
    { file: 'client.ts', title: 'The routes of the backend', actor: 'app' },
    { file: 'balancer.ts', title: 'The load balancer', actor: 'balancer', runsWhen: { instances: 'two' } },
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
  outcomes: [...outcomes, ...callbackOutcomes],
  storage: [appSessionCookie, serverSessionCookie, clientSecret, accessTokenInSession],
  world,
})

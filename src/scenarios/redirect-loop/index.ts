/** Sign-ins that go round in circles: why the session does not hold, and what stops the loop. */
import { defineScenario } from '../../scenario-kit/contract.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import { API_CALL, AUTHORIZATION_REQUEST } from '../../scenario-kit/regions.ts'
import { appSessionCookie, serverSessionCookie } from '../../scenario-kit/storage-advice/browser.ts'
import { accessTokenInSession } from '../../scenario-kit/storage-advice/server.ts'
import { outcomes } from './outcomes.ts'
import { settings } from './settings.ts'
import { world } from './world.ts'

export default defineScenario({
  id: 'redirect-loop',
  title: 'Redirect loop',
  summary:
    'The app finds no session and sends Ada to sign in; she comes straight back, and the app finds no session. Five reasons, what stops it, and the cookies that are left.',
  group: 'Sign in',
  specs: ['RFC 6265bis', 'RFC 6749 §4.1', 'OpenID Connect Core §3.1.3.7', 'RFC 6585 §5', 'Fetch'],
  asOf: '2026-11',
  version: 3,
  changes: [
    {
      version: 3,
      asOf: '2026-11',
      what: 'A cookie for each sign-in that began, until the web server refuses the Cookie header; the newest alone, against it.',
    },
    {
      version: 2,
      asOf: '2026-11',
      what: 'A clock that is ahead, by which the ID token has expired when it comes.',
    },
    {
      version: 1,
      asOf: '2026-11',
      what: 'A cookie too large, of the wrong path, a clock behind, a guard before the callback, an error ignored; what stops the loop.',
    },
  ],
  status: 'current',
  settings,
  client: 'app',
  code: [
    { file: 'client.ts', title: 'The routes of the app, and the guard before them', actor: 'app' },
    { file: 'sessions.ts', title: 'The cookies of the app', actor: 'app' },
    { file: 'web-server.ts', title: 'The web server before the app', actor: 'app' },
    {
      file: '../../scenario-kit/client-code/confidential-client.ts',
      title: 'Signing in with a client secret',
      actor: 'app',
    },
    { file: '../../scenario-kit/client-code/sign-in-error.ts', title: 'Why a sign-in does not go on', actor: 'app' },
  ],
  variantOf: 'authorization-code-web-app',
  regions: [
    {
      region: 'guard',
      title: 'The guard',
      matches: [{ purpose: 'navigation', host: 'app.example', path: '/photos' }],
    },
    AUTHORIZATION_REQUEST,
    {
      region: 'authorization-response',
      title: 'Authorization response',
      matches: [{ purpose: 'navigation', direction: 'request', host: 'app.example', path: '/auth/callback' }],
    },
    {
      region: 'code-exchange',
      title: 'Token request',
      matches: [{ purpose: 'backchannel', method: 'POST', path: '/token' }],
    },
    {
      region: 'session',
      title: 'Session',
      matches: [{ purpose: 'navigation', direction: 'response', host: 'app.example', path: '/auth/callback' }],
    },
    API_CALL,
  ],
  autofill: ADA,
  outcomes,
  storage: [appSessionCookie, serverSessionCookie, accessTokenInSession],
  world,
})

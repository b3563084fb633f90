/** Attacks on the way back from the authorization server: codes that leak, codes that are planted, and a password (RFC 9700 §4). */
import { defineScenario } from '../../scenario-kit/contract.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import { appSessionCookie, serverSessionCookie } from '../../scenario-kit/storage-advice/browser.ts'
import { accessTokenInSession } from '../../scenario-kit/storage-advice/server.ts'
import { outcomes } from './outcomes.ts'
import { settings } from './settings.ts'
import { world } from './world.ts'

export default defineScenario({
  id: 'redirect-attacks',
  title: 'Stolen codes and planted codes',
  summary:
    'The answer of a sign-in travels through the browser. How codes get to somebody else on the way, how somebody else’s codes get in, and what stops which.',
  group: 'Attacks',
  specs: ['RFC 9700 §4.1', 'RFC 9700 §4.2', 'RFC 9700 §4.5', 'RFC 9700 §4.7', 'RFC 9700 §4.8', 'RFC 9700 §4.12'],
  asOf: '2026-11',
  version: 1,
  changes: [
    {
      version: 1,
      asOf: '2026-11',
      what: 'Referer, history, code injection, login CSRF, PKCE downgrade, loose redirect URIs with an open redirector, and 307, each with its defence.',
    },
  ],
  status: 'current',
  settings,
  client: 'app',
  code: [
    { file: 'client.ts', title: 'The app', actor: 'app' },
    { file: 'attacker.ts', title: 'The attacker’s site', actor: 'attacker' },
    { file: 'own-sign-in.ts', title: 'The attacker’s browser', actor: 'attacker' },
    { file: '../../scenario-kit/client-code/server-sessions.ts', title: 'Sessions and their cookies', actor: 'app' },
    { file: '../../scenario-kit/client-code/sign-in-error.ts', title: 'Why a sign-in does not go on', actor: 'app' },
  ],
  variantOf: 'authorization-code-web-app',
  regions: [
    {
      region: 'home',
      title: 'Home page',
      matches: [{ sender: 'browser', host: 'app.example', path: '/' }],
    },
    {
      region: 'attacker-site',
      title: 'The attacker’s site',
      matches: ['/', '/claim', '/landing', '/collect'].map((path) => ({ host: 'free-frames.example', path })),
    },
    {
      region: 'attacker-sign-in',
      title: 'Sign in with the server you know',
      matches: ['/sign-in', '/callback'].map((path) => ({ host: 'free-frames.example', path })),
    },
    {
      region: 'own-sign-in',
      title: 'A sign-in of the attacker’s own',
      matches: [
        { sender: 'attacker', host: 'app.example', path: '/login' },
        { sender: 'attacker', host: 'auth.example' },
      ],
    },
    {
      region: 'injection',
      title: 'The attacker brings the code',
      matches: ['/callback', '/continue', '/photos'].map((path) => ({
        sender: 'attacker',
        host: 'app.example',
        path,
      })),
    },
    {
      region: 'authorization-request',
      title: 'Authorization request',
      matches: [
        { sender: 'browser', host: 'app.example', path: '/login' },
        { sender: 'browser', method: 'GET', host: 'auth.example', path: '/authorize' },
      ],
    },
    {
      region: 'authorization-response',
      title: 'Authorization response',
      matches: ['/callback', '/continue'].map((path) => ({ sender: 'browser', host: 'app.example', path })),
    },
    {
      region: 'token-request',
      title: 'Token request',
      matches: [{ sender: 'app', host: 'auth.example', path: '/token' }],
    },
    {
      region: 'api-call',
      title: 'API call',
      matches: [
        { sender: 'browser', host: 'app.example', path: '/photos' },
        { sender: 'app', host: 'api.example' },
      ],
    },
    {
      region: 'redirector',
      title: 'A page that leads on',
      matches: [{ sender: 'browser', host: 'app.example', path: '/go' }],
    },
  ],
  autofill: ADA,
  outcomes,
  storage: [appSessionCookie, serverSessionCookie, accessTokenInSession],
  world,
})

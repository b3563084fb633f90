/** Backend for frontend: a cookie in the browser, the tokens on the server. */

import { defineScenario } from '../../scenario-kit/contract.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import { appSessionCookie, serverSessionCookie } from '../../scenario-kit/storage-advice/browser.ts'
import { accessTokenInSession, refreshTokenInDatabase } from '../../scenario-kit/storage-advice/server.ts'
import { outcomes } from './outcomes.ts'
import { settings } from './settings.ts'
import { world } from './world.ts'

export default defineScenario({
  id: 'session-cookie',
  title: 'Session cookie (BFF)',
  summary:
    'A backend keeps the tokens, the page has a cookie: what SameSite, HttpOnly and a header protect, and what they do not.',
  group: 'Sign in',
  specs: ['RFC 10017 §6.1', 'RFC 6265bis', 'RFC 6749 §4.1', 'RFC 9700 §2.1'],
  asOf: '2026-11',
  version: 2,
  changes: [
    {
      version: 2,
      asOf: '2026-11',
      what: 'Two more outcomes: a call that is redirected to the sign-in, and the 401 that does better. The others are as they were.',
    },
    {
      version: 1,
      asOf: '2026-11',
      what: 'Tokens at a backend and a cookie in the browser: same-site rules, a required header, and injected scripts.',
    },
  ],
  status: 'current',
  settings,
  client: 'bff',
  code: [
    { file: 'client.ts', title: 'The routes of the backend', actor: 'bff' },
    {
      file: '../../scenario-kit/client-code/confidential-client.ts',
      title: 'Signing in with a client secret',
      actor: 'bff',
    },
    { file: '../../scenario-kit/client-code/server-sessions.ts', title: 'Sessions and their cookies', actor: 'bff' },
    { file: '../../scenario-kit/client-code/sign-in-error.ts', title: 'Why a sign-in does not go on', actor: 'bff' },
    { file: 'frontend.ts', title: 'The script of the page', actor: 'app' },
    { file: 'attacker.ts', title: 'The attacker’s site and injected scripts', actor: 'attacker' },
  ],
  variantOf: 'authorization-code-web-app',
  regions: [
    {
      region: 'authorization-request',
      title: 'Sign in',
      matches: [
        { purpose: 'navigation', host: 'app.example', path: '/login' },
        { purpose: 'navigation', host: 'auth.example', path: '/authorize' },
      ],
    },
    {
      region: 'authorization-response',
      title: 'Sign in',
      matches: [{ purpose: 'navigation', host: 'app.example', path: '/callback' }],
    },
    {
      region: 'code-exchange',
      title: 'Sign in',
      matches: [{ purpose: 'backchannel', path: '/token', parameters: { grant_type: 'authorization_code' } }],
    },
    { region: 'session', title: 'Session', matches: [{ purpose: 'fetch', path: '/session' }] },
    {
      region: 'api-call',
      title: 'API call',
      matches: [
        { host: 'app.example', path: '/api/photos' },
        { purpose: 'backchannel', host: 'api.example' },
        { purpose: 'backchannel', path: '/token', parameters: { grant_type: 'refresh_token' } },
      ],
    },
    {
      region: 'csrf',
      title: 'Cross-site request forgery',
      matches: [{ host: 'app.example', path: '/api/orders' }],
    },
    {
      region: 'injected-script',
      title: 'An injected script',
      matches: [{ host: 'attacker.example', path: '/collect' }],
    },
  ],
  autofill: ADA,
  outcomes,
  storage: [appSessionCookie, serverSessionCookie, accessTokenInSession, refreshTokenInDatabase],
  world,
})

/** Signing out: the app’s session, the provider’s session, and what is left of them. */

import { defineScenario } from '../../scenario-kit/contract.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import { appSessionCookie, serverSessionCookie } from '../../scenario-kit/storage-advice/browser.ts'
import { idTokenInSession } from '../../scenario-kit/storage-advice/server.ts'
import { outcomes } from './outcomes.ts'
import { settings } from './settings.ts'
import { world } from './world.ts'

export default defineScenario({
  id: 'logout',
  title: 'Signing out',
  summary: 'Two sessions, two cookies: what ends which, and why somebody is logged out and straight back in.',
  group: 'Sign in',
  specs: ['OpenID Connect RP-Initiated Logout', 'OpenID Connect Core §3.1.2.1', 'RFC 6265bis', 'RFC 9110 §9.2.1'],
  asOf: '2026-11',
  version: 2,
  changes: [
    {
      version: 2,
      asOf: '2026-11',
      what: 'A sign-out that is a link, fetched ahead before anybody clicks; a button, or prefetches without effect, against it.',
    },
    {
      version: 1,
      asOf: '2026-11',
      what: 'Ending the app’s session and the provider’s; hints, return addresses, and being straight back in.',
    },
  ],
  status: 'current',
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
  variantOf: 'authorization-code-web-app',
  regions: [
    { region: 'home', title: 'Sign in', matches: [{ host: 'app.example', path: '/' }] },
    {
      region: 'authorization-request',
      title: 'Sign in',
      matches: [
        { host: 'app.example', path: '/login' },
        { purpose: 'navigation', method: 'GET', host: 'auth.example', path: '/authorize' },
      ],
    },
    { region: 'authorization-response', title: 'Sign in', matches: [{ host: 'app.example', path: '/callback' }] },
    { region: 'code-exchange', title: 'Sign in', matches: [{ purpose: 'backchannel', path: '/token' }] },
    {
      region: 'local-session',
      title: 'The app’s session',
      matches: [{ host: 'app.example', path: '/logout' }],
    },
    {
      region: 'provider-session',
      title: 'The provider’s session',
      matches: [{ host: 'auth.example', path: '/end_session' }],
    },
    {
      region: 'back-at-the-app',
      title: 'Back at the app',
      matches: [{ host: 'app.example', path: '/logged-out' }],
    },
  ],
  autofill: ADA,
  outcomes,
  storage: [appSessionCookie, serverSessionCookie, idTokenInSession],
  world,
})

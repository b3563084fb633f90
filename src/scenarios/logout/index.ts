/** Signing out: the app’s session, the provider’s session, and what is left of them. */
import { ADA } from '../cast.ts'
import { defineScenario } from '../contract.ts'
import { appSessionCookie, serverSessionCookie } from '../storage-browser.ts'
import { idTokenInSession } from '../storage-server.ts'
import { settings } from './settings.ts'
import { solutions } from './solutions.ts'
import { world } from './world.ts'

export default defineScenario({
  id: 'logout',
  title: 'Signing out',
  summary: 'Two sessions, two cookies: what ends which, and why somebody is logged out and straight back in.',
  group: 'Sign in',
  specs: ['OIDC RP-Initiated Logout', 'OIDC Core §3.1.2.1', 'RFC 6265bis'],
  asOf: '2026-11',
  version: 1,
  changes: [
    {
      version: 1,
      asOf: '2026-11',
      what: 'Ending the app’s session and the provider’s; hints, return addresses, and being straight back in.',
    },
  ],
  status: 'current',
  settings,
  client: 'app',
  regions: [
    {
      region: 'sign-in',
      title: 'Sign in',
      matches: [
        { host: 'app.example', path: '/' },
        { host: 'app.example', path: '/login' },
        { purpose: 'navigation', method: 'GET', host: 'auth.example', path: '/authorize' },
        { host: 'app.example', path: '/callback' },
        { purpose: 'backchannel', path: '/token' },
      ],
    },
    {
      region: 'local-session',
      title: 'The app’s session',
      matches: [{ method: 'POST', host: 'app.example', path: '/logout' }],
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
  solutions,
  storage: [appSessionCookie, serverSessionCookie, idTokenInSession],
  world,
})

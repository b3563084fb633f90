/** Back-channel logout: one sign-out ends the sessions of all apps, and what the apps have to check for that. */
import { defineScenario } from '../../scenario-kit/contract.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import { appSessionCookie, serverSessionCookie } from '../../scenario-kit/storage-advice/browser.ts'
import { idTokenInSession } from '../../scenario-kit/storage-advice/server.ts'
import { outcomes } from './outcomes.ts'
import { settings } from './settings.ts'
import { world } from './world.ts'

export default defineScenario({
  id: 'back-channel-logout',
  title: 'One sign-out for every app',
  summary:
    'Two apps, one sign-in service, one sign-out: a signed note from server to server ends the other session, unless it is lost or forged.',
  group: 'Sign in',
  specs: ['OpenID Connect Back-Channel Logout', 'OpenID Connect RP-Initiated Logout', 'OpenID Connect Core §2'],
  asOf: '2026-11',
  version: 1,
  changes: [
    {
      version: 1,
      asOf: '2026-11',
      what: 'Two apps and a logout token: lost, sent again, forged, replayed, for another session; an ID token in its place.',
    },
  ],
  status: 'current',
  settings,
  client: 'albums',
  code: [
    { file: 'client.ts', title: 'The routes of both apps', actor: 'albums' },
    { file: 'logout-token.ts', title: 'Checking a logout token', actor: 'albums' },
    {
      file: '../../scenario-kit/client-code/confidential-client.ts',
      title: 'Signing in with a client secret',
      actor: 'albums',
    },
    { file: '../../scenario-kit/client-code/server-sessions.ts', title: 'Sessions and their cookies', actor: 'albums' },
    {
      file: '../../scenario-kit/client-code/sign-in-error.ts',
      title: 'Why a sign-in does not go on',
      actor: 'albums',
    },
    { file: 'attacker.ts', title: 'The attacker’s forgeries', actor: 'attacker' },
  ],
  variantOf: 'logout',
  regions: [
    {
      region: 'home',
      title: 'Sign in',
      matches: [
        { host: 'app.example', path: '/' },
        { host: 'albums.example', path: '/' },
      ],
    },
    {
      region: 'authorization-request',
      title: 'Sign in',
      matches: [
        { host: 'app.example', path: '/login' },
        { host: 'albums.example', path: '/login' },
        { purpose: 'navigation', method: 'GET', host: 'auth.example', path: '/authorize' },
      ],
    },
    {
      region: 'authorization-response',
      title: 'Sign in',
      matches: [
        { host: 'app.example', path: '/callback' },
        { host: 'albums.example', path: '/callback' },
      ],
    },
    { region: 'code-exchange', title: 'Sign in', matches: [{ purpose: 'backchannel', path: '/token' }] },
    {
      region: 'sign-out',
      title: 'Sign out',
      matches: [
        { method: 'POST', host: 'app.example', path: '/logout' },
        { method: 'POST', host: 'albums.example', path: '/logout' },
        { host: 'auth.example', path: '/end_session' },
        { host: 'app.example', path: '/logged-out' },
        { host: 'albums.example', path: '/logged-out' },
      ],
    },
    {
      region: 'logout-token',
      title: 'The logout token',
      matches: [{ sender: 'auth', host: 'albums.example', path: '/backchannel-logout' }, { path: '/jwks.json' }],
    },
    {
      region: 'forged-token',
      title: 'Forged and replayed',
      matches: [{ sender: 'attacker', host: 'albums.example', path: '/backchannel-logout' }],
    },
  ],
  autofill: ADA,
  outcomes,
  storage: [appSessionCookie, serverSessionCookie, idTokenInSession],
  world,
})

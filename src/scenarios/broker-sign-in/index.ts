/** A broker between an app and an upstream server, and which account it opens to whom (OpenID Connect Core §5.7). */
import { defineScenario } from '../../scenario-kit/contract.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import { appSessionCookie, serverSessionCookie } from '../../scenario-kit/storage-advice/browser.ts'
import { clientSecret } from '../../scenario-kit/storage-advice/server.ts'
import { outcomes } from './outcomes.ts'
import { settings } from './settings.ts'
import { world } from './world.ts'

const UPSTREAM = 'social.example'

export default defineScenario({
  id: 'broker-sign-in',
  title: 'Sign in through another server',
  summary:
    'The app knows one server, and that one asks another. Somebody comes back from there with an email address: whose account is it?',
  group: 'Sign in',
  specs: ['OpenID Connect Core §3.1', 'OpenID Connect Core §5.7', 'RFC 6749 §4.1', 'RFC 9207', 'RFC 7636'],
  asOf: '2026-11',
  version: 2,
  changes: [
    {
      version: 2,
      asOf: '2026-11',
      what: 'An account that exists already, and a broker that links none.',
    },
    {
      version: 1,
      asOf: '2026-11',
      what: 'A broker with an upstream server; accounts linked by email, by verified email, or after signing in; addresses and identifiers that are given away.',
    },
  ],
  status: 'current',
  settings,
  client: 'auth',
  code: [
    { file: 'client.ts', title: 'The broker as a client', actor: 'auth' },
    { file: 'linking.ts', title: 'Whose account it is', actor: 'auth' },
    { file: 'app.ts', title: 'The app', actor: 'app' },
    { file: 'attacker.ts', title: 'The attacker', actor: 'attacker' },
    {
      file: '../../scenario-kit/client-code/confidential-client.ts',
      title: 'The app signs in with a client secret',
      actor: 'app',
    },
    { file: '../../scenario-kit/client-code/server-sessions.ts', title: 'Sessions and their cookies', actor: 'app' },
    { file: '../../scenario-kit/client-code/sign-in-error.ts', title: 'Why a sign-in does not go on', actor: 'app' },
  ],
  regions: [
    {
      region: 'app',
      title: 'The app',
      matches: [
        { sender: 'browser', host: 'app.example' },
        { sender: 'app', host: 'auth.example' },
      ],
    },
    {
      region: 'upstream-request',
      title: 'Request to the upstream server',
      matches: [
        { sender: 'browser', host: 'auth.example', path: '/federation/start' },
        { sender: 'browser', method: 'GET', host: UPSTREAM, path: '/authorize' },
      ],
    },
    {
      region: 'upstream-response',
      title: 'Response of the upstream server',
      matches: [{ sender: 'browser', direction: 'request', host: 'auth.example', path: '/federation/callback' }],
    },
    {
      region: 'upstream-tokens',
      title: 'Who signed in there',
      matches: [
        { sender: 'auth', host: UPSTREAM, path: '/token' },
        { sender: 'auth', host: UPSTREAM, path: '/jwks.json' },
      ],
    },
    {
      region: 'upstream-profile',
      title: 'What that server says about them',
      matches: [{ sender: 'auth', host: UPSTREAM, path: '/userinfo' }],
    },
    {
      region: 'linking',
      title: 'Whose account it is here',
      matches: [
        { sender: 'browser', direction: 'response', host: 'auth.example', path: '/federation/callback' },
        { sender: 'browser', host: 'auth.example', path: '/federation/link' },
      ],
    },
    { region: 'attacker-sign-in', title: 'The attacker signs in', matches: [{ sender: 'attacker' }] },
  ],
  autofill: ADA,
  outcomes,
  storage: [appSessionCookie, serverSessionCookie, clientSecret],
  world,
})

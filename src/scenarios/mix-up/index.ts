/** Mix-up: an app with two authorization servers sends the code of one to the other (RFC 9700 §4.4, RFC 9207). */
import { defineScenario } from '../../scenario-kit/contract.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import { appSessionCookie, serverSessionCookie } from '../../scenario-kit/storage-advice/browser.ts'
import { accessTokenInSession, clientSecret } from '../../scenario-kit/storage-advice/server.ts'
import { outcomes } from './outcomes.ts'
import { settings } from './settings.ts'
import { world } from './world.ts'

export default defineScenario({
  id: 'mix-up',
  title: 'Mix-up of two authorization servers',
  summary:
    'An app works with two servers, and one of them is the attacker’s. It sends Ada on to the other, and the code comes to the wrong place.',
  group: 'Attacks',
  specs: ['RFC 9700 §4.4', 'RFC 9700 §4.5', 'RFC 9207', 'RFC 7636', 'RFC 6749 §4.1'],
  asOf: '2026-11',
  version: 1,
  changes: [
    {
      version: 1,
      asOf: '2026-11',
      what: 'Mix-up against a public and a confidential client, with and without iss, redirect URIs of their own, and PKCE.',
    },
  ],
  status: 'current',
  settings,
  client: 'app',
  code: [
    { file: 'client.ts', title: 'The app', actor: 'app' },
    { file: 'attacker.ts', title: 'The attacker’s authorization server', actor: 'attacker' },
    { file: 'injection.ts', title: 'The attacker uses the app', actor: 'attacker' },
    { file: '../../scenario-kit/client-code/server-sessions.ts', title: 'Sessions and their cookies', actor: 'app' },
    { file: '../../scenario-kit/client-code/sign-in-error.ts', title: 'Why a sign-in does not go on', actor: 'app' },
  ],
  variantOf: 'authorization-code-web-app',
  regions: [
    {
      region: 'authorization-request',
      title: 'Authorization request',
      matches: [
        { sender: 'browser', host: 'app.example', path: '/login/auth.example' },
        { sender: 'browser', host: 'app.example', path: '/login/cheap-cloud.example' },
        { purpose: 'navigation', method: 'GET', host: 'auth.example', path: '/authorize' },
      ],
    },
    {
      region: 'authorization-response',
      title: 'Authorization response',
      matches: ['/callback', '/auth.example/callback', '/cheap-cloud.example/callback'].map((path) => ({
        sender: 'browser',
        host: 'app.example',
        path,
      })),
    },
    {
      region: 'token-request',
      title: 'Token request',
      matches: [
        { sender: 'app', host: 'auth.example', path: '/token' },
        { sender: 'app', host: 'cheap-cloud.example', path: '/token', direction: 'request' },
      ],
    },
    {
      region: 'api-call',
      title: 'API call',
      matches: [
        { sender: 'browser', host: 'app.example', path: '/photos' },
        { sender: 'app', method: 'GET', path: '/photos' },
      ],
    },
    { region: 'home', title: 'Home page', matches: [{ sender: 'browser', host: 'app.example', path: '/' }] },
    {
      region: 'malicious-authorization',
      title: 'The attacker sends her on',
      matches: [{ purpose: 'navigation', host: 'cheap-cloud.example', path: '/authorize' }],
    },
    {
      region: 'malicious-token',
      title: 'The attacker gets the code',
      matches: [{ sender: 'app', host: 'cheap-cloud.example', path: '/token', direction: 'response' }],
    },
    {
      region: 'redeem',
      title: 'The attacker redeems the code',
      matches: [
        { sender: 'attacker', method: 'POST', path: '/token' },
        { sender: 'attacker', host: 'api.example' },
      ],
    },
    {
      region: 'own-sign-in',
      title: 'A sign-in of the attacker’s own',
      matches: [{ sender: 'attacker', host: 'app.example', path: '/login/auth.example' }],
    },
    {
      region: 'injection',
      title: 'The attacker injects the code',
      matches: [
        { sender: 'attacker', host: 'app.example', path: '/callback' },
        { sender: 'attacker', host: 'app.example', path: '/auth.example/callback' },
        { sender: 'attacker', host: 'app.example', path: '/photos' },
      ],
    },
  ],
  autofill: ADA,
  outcomes,
  storage: [appSessionCookie, serverSessionCookie, clientSecret, accessTokenInSession],
  world,
})

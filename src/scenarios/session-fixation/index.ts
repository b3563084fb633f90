/** Session fixation: a key that was in the browser before the sign-in, and that somebody else knows (RFC 6265bis §8.4). */
import { defineScenario } from '../../scenario-kit/contract.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import { appSessionCookie, serverSessionCookie } from '../../scenario-kit/storage-advice/browser.ts'
import { accessTokenInSession } from '../../scenario-kit/storage-advice/server.ts'
import { outcomes } from './outcomes.ts'
import { settings } from './settings.ts'
import { world } from './world.ts'

export default defineScenario({
  id: 'session-fixation',
  title: 'Session fixation',
  summary:
    'A neighbour in the domain, or a link, plants a session key, and the app signs Ada in under it. What makes it worthless.',
  group: 'Attacks',
  specs: ['RFC 6265bis §8.4', 'RFC 6749 §4.1'],
  asOf: '2026-11',
  version: 2,
  changes: [
    {
      version: 2,
      asOf: '2026-11',
      what: 'Three more outcomes: a key in a link, against which __Host- does not help, and what does. The others are as they were.',
    },
    {
      version: 1,
      asOf: '2026-11',
      what: 'A session key that was planted before the sign-in, and the two defences against it.',
    },
  ],
  status: 'current',
  settings,
  client: 'app',
  code: [
    { file: 'client.ts', title: 'The routes of the app', actor: 'app' },
    { file: '../../scenario-kit/client-code/server-sessions.ts', title: 'Sessions and their cookies', actor: 'app' },
    {
      file: '../../scenario-kit/client-code/confidential-client.ts',
      title: 'Signing in with a client secret',
      actor: 'app',
    },
    { file: '../../scenario-kit/client-code/sign-in-error.ts', title: 'Why a sign-in does not go on', actor: 'app' },
    { file: 'attacker.ts', title: 'The neighbour, the link, and the attacker’s computer', actor: 'attacker' },
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
    {
      region: 'used-key',
      title: 'The attacker’s computer',
      matches: [{ sender: 'attacker', host: 'app.example' }],
    },
    {
      region: 'photos',
      title: 'Photos',
      matches: [
        { sender: 'browser', host: 'app.example', path: '/' },
        { sender: 'app', host: 'api.example' },
      ],
    },
    { region: 'planted-key', title: 'The neighbour in the domain', matches: [{ host: 'blog.app.example' }] },
  ],
  autofill: ADA,
  outcomes,
  storage: [accessTokenInSession, appSessionCookie, serverSessionCookie],
  world,
})

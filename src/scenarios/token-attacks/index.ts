/** What an API must check in a token: one way in for each check that is missing (RFC 8725, RFC 9068 §4, RFC 9700 §4). */
import { defineScenario } from '../../scenario-kit/contract.ts'
import { outcomes } from './outcomes.ts'
import { settings } from './settings.ts'
import { world } from './world.ts'

export default defineScenario({
  id: 'token-attacks',
  title: 'What an API must check in a token',
  summary:
    'Seven tokens that an API should not take, and the six checks that keep them out. Each check can be left out.',
  group: 'Attacks',
  specs: ['RFC 8725', 'RFC 9068 §4', 'RFC 9700 §4.13', 'RFC 9700 §4.15', 'RFC 6750'],
  asOf: '2026-11',
  version: 1,
  changes: [
    {
      version: 1,
      asOf: '2026-11',
      what: 'alg none, key confusion, jku, wrong audience, an ID token, a client named like a person, and a header that a proxy let in.',
    },
  ],
  status: 'current',
  settings,
  client: 'api',
  code: [
    { file: 'client.ts', title: 'The API', actor: 'api' },
    { file: 'attacker.ts', title: 'The attacker', actor: 'attacker' },
  ],
  regions: [
    { region: 'who-calls', title: 'Who calls', matches: [{ host: 'api.example' }] },
    {
      region: 'keys',
      title: 'Signature and key',
      matches: [
        { sender: 'api', host: 'auth.example', path: '/jwks.json' },
        { sender: 'api', host: 'free-frames.example' },
      ],
    },
    {
      region: 'forged',
      title: 'Forged tokens',
      matches: [{ sender: 'attacker', host: 'auth.example', path: '/jwks.json' }],
    },
    {
      region: 'misused',
      title: 'Real tokens, for something else',
      matches: [{ sender: 'attacker', host: 'auth.example', path: '/token' }],
    },
  ],
  autofill: {},
  outcomes,
  world,
})

/** What an API must check in a token: one way in for each check that is missing (RFC 8725, RFC 9068 §4, RFC 9700 §4). */
import { defineScenario } from '../../scenario-kit/contract.ts'
import { outcomes } from './outcomes.ts'
import { settings } from './settings.ts'
import { world } from './world.ts'

export default defineScenario({
  id: 'token-attacks',
  title: 'What an API must check in a token',
  summary:
    'Nine ways into an API that looks too little at tokens, and the six checks that close them. Each can be left out.',
  group: 'Attacks',
  specs: ['RFC 8725', 'RFC 9068 §4', 'RFC 9700 §4.13', 'RFC 9700 §4.15', 'RFC 6750'],
  asOf: '2026-11',
  version: 2,
  changes: [
    {
      version: 2,
      asOf: '2026-11',
      what: 'Three more outcomes: a key in the token’s header, a kid that is a path, and the check that closes both. The others are as they were.',
    },
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
    { region: 'who-calls', title: 'Who calls', matches: [{ host: 'api.example', path: '/photos' }] },
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
      matches: [
        { sender: 'attacker', host: 'auth.example', path: '/jwks.json' },
        { sender: 'attacker', host: 'api.example', path: '/robots.txt' },
      ],
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

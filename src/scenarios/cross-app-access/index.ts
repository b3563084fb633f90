/** Cross-app access: the company’s identity provider says which app may use which, and nobody is asked (ID-JAG). */
import { defineScenario } from '../../scenario-kit/contract.ts'
import { accessTokenInProcess, clientSecret, idTokenInSession } from '../../scenario-kit/storage-advice/server.ts'
import { outcomes } from './outcomes.ts'
import { settings } from './settings.ts'
import { world } from './world.ts'

const grant = (name: string) => [
  { method: 'POST', path: '/token', parameters: { grant_type: `urn:ietf:params:oauth:grant-type:${name}` } },
]

export default defineScenario({
  id: 'cross-app-access',
  title: 'Cross-app access with an identity assertion',
  summary:
    'An assistant reads a calendar for Ada. The company’s identity provider vouches for her to the calendar’s server; no page is shown.',
  group: 'Services',
  specs: ['ID-JAG', 'RFC 8693', 'RFC 7523 §2.1', 'RFC 8707', 'RFC 6750'],
  asOf: '2026-11',
  version: 1,
  changes: [
    {
      version: 1,
      asOf: '2026-11',
      what: 'The assertion for a named server, its redemption, and one that is taken to another server.',
    },
  ],
  status: 'current',
  settings,
  client: 'assistant',
  regions: [
    { region: 'assertion', title: 'Assertion', matches: grant('token-exchange') },
    { region: 'redemption', title: 'Redemption', matches: grant('jwt-bearer') },
    { region: 'api-call', title: 'API call', matches: [{ path: '/events' }, { path: '/pages' }] },
  ],
  autofill: {},
  outcomes,
  storage: [clientSecret, idTokenInSession, accessTokenInProcess],
  world,
})

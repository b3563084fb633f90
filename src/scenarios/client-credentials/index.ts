/** Client credentials: how one service calls another in its own name (RFC 6749 §4.4, RFC 7591, RFC 9068). */
import { defineScenario } from '../../scenario-kit/contract.ts'
import { accessTokenInProcess, clientSecret } from '../../scenario-kit/storage-advice/server.ts'
import { flowchart } from './flowchart.ts'
import { outcomes } from './outcomes.ts'
import { settings } from './settings.ts'
import { world } from './world.ts'

export default defineScenario({
  id: 'client-credentials',
  title: 'Client credentials between services',
  summary:
    'Service A registers, gets an access token in its own name, caches it, and calls Service B. No person takes part.',
  group: 'Services',
  specs: ['RFC 6749 §4.4', 'RFC 6749 §2.3.1', 'RFC 7591 §3', 'RFC 9068', 'RFC 6750'],
  asOf: '2026-11',
  version: 2,
  changes: [
    {
      version: 2,
      asOf: '2026-11',
      what: 'A token request in JSON, and one with the scopes of two APIs.',
    },
    {
      version: 1,
      asOf: '2026-11',
      what: 'Registration, token request and the token cache with its flowchart; scope and secret failures; the herd with and without sharing.',
    },
  ],
  status: 'current',
  hasRace: true,
  settings,
  client: 'service-a',
  regions: [
    { region: 'registration', title: 'Registration', matches: [{ path: '/register' }] },
    {
      region: 'token-request',
      title: 'Token request',
      matches: [{ method: 'POST', path: '/token' }],
    },
    { region: 'service-call', title: 'Service call', matches: [{ host: 'service-b.example' }] },
  ],
  autofill: {},
  outcomes,
  flowchart,
  storage: [clientSecret, accessTokenInProcess],
  world,
})

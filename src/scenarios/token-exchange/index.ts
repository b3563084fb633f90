/** Token exchange: a chain of services acts for a person, and each says so (RFC 8693). */
import { defineScenario } from '../../scenario-kit/contract.ts'
import { accessTokenInProcess, clientSecret } from '../../scenario-kit/storage-advice/server.ts'
import { outcomes } from './outcomes.ts'
import { settings } from './settings.ts'
import { world } from './world.ts'

const grant = (grant_type: string) => [{ method: 'POST', path: '/token', parameters: { grant_type } }]

export default defineScenario({
  id: 'token-exchange',
  title: 'Token exchange in a chain of services',
  summary:
    'An agent and a service behind it act for Ada. Each trades the token it was called with for one to the next service.',
  group: 'Services',
  specs: ['RFC 8693', 'RFC 8693 §4.1', 'RFC 8693 §4.4', 'RFC 8707', 'RFC 9068', 'RFC 6750'],
  asOf: '2026-11',
  version: 1,
  changes: [
    {
      version: 1,
      asOf: '2026-11',
      what: 'Delegation over two services, impersonation, may_act checked and unchecked, and what an exchange refuses.',
    },
  ],
  status: 'current',
  settings,
  client: 'agent',
  code: [
    { file: 'client.ts', title: 'A service that acts for a person', actor: 'agent' },
    { file: 'attacker.ts', title: 'The plug-in', actor: 'plugin' },
  ],
  regions: [
    { region: 'actor-token', title: 'Actor token', matches: grant('client_credentials') },
    {
      region: 'exchange',
      title: 'Exchange',
      matches: grant('urn:ietf:params:oauth:grant-type:token-exchange'),
    },
    { region: 'next-call', title: 'Next call', matches: [{ path: '/orders' }, { path: '/invoices' }] },
  ],
  autofill: {},
  outcomes,
  storage: [clientSecret, accessTokenInProcess],
  world,
})

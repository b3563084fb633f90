/** Key rotation: who has which keys when, and what that does to tokens (RFC 7517 §4.5, OpenID Connect Core §10.1.1). */
import { defineScenario } from '../../scenario-kit/contract.ts'
import { accessTokenInProcess, clientSecret } from '../../scenario-kit/storage-advice/server.ts'
import { outcomes } from './outcomes.ts'
import { settings } from './settings.ts'
import { world } from './world.ts'

export default defineScenario({
  id: 'key-rotation',
  title: 'Key rotation',
  summary:
    'An issuer changes the key that signs its tokens. Whoever verifies has a copy of the old keys, and there is an order in which nobody notices.',
  group: 'Services',
  specs: ['RFC 7517 §4.5', 'OpenID Connect Core §10.1.1', 'RFC 9068 §4', 'RFC 8725 §3.1'],
  asOf: '2026-11',
  version: 1,
  changes: [
    {
      version: 1,
      asOf: '2026-11',
      what: 'A new key with and without notice; stale copies, refetches and their pause, keys removed or lost, another algorithm.',
    },
  ],
  status: 'current',
  settings,
  client: 'service-a',
  code: [
    { file: 'client.ts', title: 'The calling service', actor: 'service-a' },
    { file: '../../protocol/resource-server/key-set.ts', title: 'The copy of the keys', actor: 'service-b' },
    { file: 'attacker.ts', title: 'Invented key ids', actor: 'attacker' },
  ],
  regions: [
    {
      region: 'token-request',
      title: 'Token request',
      matches: [{ method: 'POST', path: '/token', parameters: { grant_type: 'client_credentials' } }],
    },
    {
      region: 'service-call',
      title: 'Service call',
      matches: [{ sender: 'service-a', host: 'service-b.example' }],
    },
    {
      region: 'invented-key-ids',
      title: 'Invented key ids',
      matches: [{ sender: 'attacker', host: 'service-b.example' }],
    },
  ],
  autofill: {},
  outcomes,
  storage: [clientSecret, accessTokenInProcess],
  world,
})

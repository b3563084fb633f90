/** Static API key, unauthenticated call, token: three habits of services that call each other, and what each gives away. */
import { defineScenario, type MessagePattern } from '../../scenario-kit/contract.ts'
import { accessTokenInProcess, clientSecret, sharedApiKey } from '../../scenario-kit/storage-advice/server.ts'
import { outcomes } from './outcomes.ts'
import { settings } from './settings.ts'
import { world } from './world.ts'

/** Messages of the two services that run the client's code; the attacker's are none of its doing. */
function bothCallers(pattern: MessagePattern): MessagePattern[] {
  return ['service-a', 'service-c'].map((sender) => ({ sender, ...pattern }))
}

export default defineScenario({
  id: 'static-api-key',
  title: 'Static API key or token',
  summary:
    'Three habits side by side: a key that never expires, a network that is trusted, and a token. Leak each and see.',
  group: 'Services',
  specs: ['RFC 6749 §4.4', 'RFC 9700 §2.3', 'RFC 9068 §4'],
  asOf: '2026-11',
  version: 1,
  changes: [
    {
      version: 1,
      asOf: '2026-11',
      what: 'One shared key, no check at all, and a token for each call, side by side.',
    },
  ],
  status: 'deprecated',
  replacedBy: 'client-credentials',
  settings,
  client: 'service-a',
  code: [
    { file: 'client.ts', title: 'The calling service', actor: 'service-a' },
    { file: 'three-doors.ts', title: 'The service that is called', actor: 'service-b' },
  ],
  regions: [
    { region: 'api-key-call', title: 'Call with a static API key', matches: bothCallers({ path: '/v1/reports' }) },
    {
      region: 'unauthenticated-call',
      title: 'Unauthenticated internal call',
      matches: bothCallers({ path: '/internal/reports' }),
    },
    {
      region: 'token-request',
      title: 'Token request',
      matches: bothCallers({ path: '/token', parameters: { grant_type: 'client_credentials' } }),
    },
    { region: 'token-call', title: 'Call with a token', matches: bothCallers({ path: '/v2/reports' }) },
  ],
  autofill: {},
  outcomes,
  storage: [sharedApiKey, accessTokenInProcess, clientSecret],
  world,
})

/** Clocks that differ: who signs too early or too late, and who checks by the wrong time (RFC 7519 §4.1.4, §4.1.5). */
import { defineScenario } from '../../scenario-kit/contract.ts'
import { accessTokenInProcess } from '../../scenario-kit/storage-advice/server.ts'
import { outcomes } from './outcomes.ts'
import { settings } from './settings.ts'
import { world } from './world.ts'

export default defineScenario({
  id: 'clock-skew',
  title: 'Clock skew',
  summary:
    'Three servers, and one of them is wrong about the time: assertions expired or not yet good, tokens that expire at once or too late.',
  group: 'Services',
  specs: ['RFC 7519 §4.1.4', 'RFC 7519 §4.1.5', 'RFC 7523 §3', 'RFC 6749 §4.4'],
  asOf: '2026-11',
  version: 1,
  changes: [
    {
      version: 1,
      asOf: '2026-11',
      what: 'A signer behind and ahead, a checker ahead and behind; a longer life, no nbf, a leeway.',
    },
  ],
  status: 'current',
  settings,
  client: 'service-a',
  variantOf: 'client-credentials',
  regions: [
    {
      region: 'assertion',
      title: 'The signed assertion',
      matches: [{ direction: 'request', method: 'POST', path: '/token' }],
    },
    {
      region: 'token-request',
      title: 'Token request',
      matches: [{ direction: 'response', method: 'POST', path: '/token' }],
    },
    { region: 'service-call', title: 'Call of the other service', matches: [{ path: '/invoices' }] },
  ],
  autofill: {},
  outcomes,
  storage: [accessTokenInProcess],
  world,
})

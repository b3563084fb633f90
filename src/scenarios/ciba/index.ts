/** CIBA: a client that has a person asked on their own phone, and what they need to answer well (OpenID Connect CIBA). */
import { defineScenario } from '../../scenario-kit/contract.ts'
import { API_CALL } from '../../scenario-kit/regions.ts'
import { accessTokenInProcess } from '../../scenario-kit/storage-advice/server.ts'
import { outcomes } from './outcomes.ts'
import { settings } from './settings.ts'
import { world } from './world.ts'

export default defineScenario({
  id: 'ciba',
  title: 'Approval on the phone (CIBA)',
  summary: 'A shop knows who its customer is and has the server ask them on their phone. No browser takes part.',
  group: 'Devices',
  specs: ['OpenID Connect CIBA §7', 'OpenID Connect CIBA §10', 'OpenID Connect CIBA §11'],
  asOf: '2026-11',
  version: 1,
  changes: [
    {
      version: 1,
      asOf: '2026-11',
      what: 'Poll and ping, a lost ping, approval with and without a binding message, slow_down and expiry.',
    },
  ],
  status: 'current',
  settings,
  client: 'shop',
  regions: [
    {
      region: 'authentication-request',
      title: 'Authentication request',
      matches: [{ method: 'POST', path: '/bc-authorize' }],
    },
    {
      region: 'polling',
      title: 'Polling',
      matches: [{ method: 'POST', path: '/token', parameters: { grant_type: 'urn:openid:params:grant-type:ciba' } }],
    },
    { region: 'ping', title: 'Ping', matches: [{ host: 'shop.example', path: '/pings' }] },
    API_CALL,
  ],
  autofill: {},
  outcomes,
  storage: [accessTokenInProcess],
  world,
})

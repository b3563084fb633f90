/** A stolen refresh token: what rotation notices, when, and what it does not (RFC 9700 §4.14). */

import { defineScenario } from '../../scenario-kit/contract.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import { accessTokenInPage, refreshTokenOutOfPage } from '../../scenario-kit/storage-advice/browser.ts'
import { refreshTokenOnDevices } from '../../scenario-kit/storage-advice/native.ts'
import { refreshTokenInDatabase } from '../../scenario-kit/storage-advice/server.ts'
import { outcomes } from './outcomes.ts'
import { settings } from './settings.ts'
import { world } from './world.ts'

export default defineScenario({
  id: 'refresh-token-theft',
  title: 'Refresh token theft',
  summary: 'A thief has a copy of Ada’s refresh token. Whoever uses it second gives the theft away.',
  group: 'Lifecycle',
  specs: ['RFC 9700 §4.14', 'RFC 9700 §2.2.2', 'RFC 6749 §10.4', 'RFC 7662 §2.2'],
  asOf: '2026-11',
  version: 1,
  changes: [
    {
      version: 1,
      asOf: '2026-11',
      what: 'A thief replays a refresh token: who notices when, under rotation, a reuse window, introspection, or none of these.',
    },
  ],
  status: 'current',
  settings,
  client: 'app',
  code: [
    { file: 'client.ts', title: 'The refresh', actor: 'app' },
    {
      file: '../../scenario-kit/client-code/refreshing-client.ts',
      title: 'The call, and what follows a 401',
      actor: 'app',
    },
    { file: 'attacker.ts', title: 'The thief', actor: 'thief' },
  ],
  regions: [
    { region: 'api-call', title: 'API call', matches: [{ sender: 'app', host: 'api.example' }] },
    {
      region: 'refresh',
      title: 'Refresh',
      matches: [{ sender: 'app', method: 'POST', path: '/token', parameters: { grant_type: 'refresh_token' } }],
    },
    {
      region: 'stolen-refresh',
      title: 'The thief refreshes',
      matches: [{ sender: 'thief', method: 'POST', path: '/token' }],
    },
    { region: 'stolen-call', title: 'The thief calls', matches: [{ sender: 'thief', host: 'api.example' }] },
  ],
  autofill: ADA,
  outcomes,
  storage: [accessTokenInPage, refreshTokenOutOfPage, ...refreshTokenOnDevices, refreshTokenInDatabase],
  world,
})

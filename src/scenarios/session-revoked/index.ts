/** A revoked session: who notices at once, and who only when the access token expires (RFC 7009, RFC 7662). */

import { defineScenario } from '../../scenario-kit/contract.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import { API_CALL, REFRESH } from '../../scenario-kit/regions.ts'
import { appSessionCookie } from '../../scenario-kit/storage-advice/browser.ts'
import { accessTokenInSession, refreshTokenInDatabase } from '../../scenario-kit/storage-advice/server.ts'
import { outcomes } from './outcomes.ts'
import { settings } from './settings.ts'
import { world } from './world.ts'

export default defineScenario({
  id: 'session-revoked',
  title: 'Session revoked by support',
  summary:
    'Support ends Ada’s session. Whether that takes effect now or in some minutes depends on how the API validates tokens.',
  group: 'Lifecycle',
  specs: ['RFC 7009', 'RFC 7662 §2.2', 'RFC 9068 §4', 'RFC 6749 §6'],
  asOf: '2026-11',
  version: 1,
  changes: [
    {
      version: 1,
      asOf: '2026-11',
      what: 'An operator revokes a session: who notices at once, and who only at expiry.',
    },
  ],
  status: 'current',
  settings,
  client: 'app',
  code: [
    { file: 'client.ts', title: 'The web app and the support desk', actor: 'app' },
    { file: '../../scenario-kit/client-code/server-sessions.ts', title: 'Sessions and their cookies', actor: 'app' },
  ],
  regions: [
    API_CALL,
    REFRESH,
    { region: 'revocation', title: 'Revocation', matches: [{ method: 'POST', path: '/revoke' }] },
  ],
  autofill: ADA,
  outcomes,
  storage: [appSessionCookie, accessTokenInSession, refreshTokenInDatabase],
  world,
})

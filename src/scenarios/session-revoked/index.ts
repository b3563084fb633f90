/** A revoked session: who notices at once, and who only when the access token expires (RFC 7009, RFC 7662). */
import { ADA } from '../cast.ts'
import { defineScenario } from '../contract.ts'
import { API_CALL, REFRESH } from '../regions.ts'
import { appSessionCookie } from '../storage-browser.ts'
import { accessTokenInSession, refreshTokenInDatabase } from '../storage-server.ts'
import { settings } from './settings.ts'
import { solutions } from './solutions.ts'
import { world } from './world.ts'

export default defineScenario({
  id: 'session-revoked',
  title: 'Session revoked by support',
  summary:
    'Support ends Ada’s session. Whether that counts now or in some minutes depends on how the API validates tokens.',
  group: 'Lifecycle',
  specs: ['RFC 7009', 'RFC 7662 §2.2', 'RFC 9068 §4', 'RFC 6749 §6'],
  asOf: '2026-11',
  version: 1,
  changes: [
    {
      version: 1,
      asOf: '2026-11',
      what: 'An operator revokes a session: who notices at once, and who at the expiry.',
    },
  ],
  status: 'current',
  settings,
  client: 'app',
  code: [
    { file: 'client.ts', title: 'The web app and the support desk', actor: 'app' },
    { file: '../server-sessions.ts', title: 'Sessions and their cookies', actor: 'app' },
  ],
  regions: [
    API_CALL,
    REFRESH,
    { region: 'revocation', title: 'Revocation', matches: [{ method: 'POST', path: '/revoke' }] },
  ],
  autofill: ADA,
  solutions,
  storage: [appSessionCookie, accessTokenInSession, refreshTokenInDatabase],
  world,
})

/** The life of the tokens: issued, used, expired, refreshed, rotated, and one day refused (RFC 6749 §1.5, §6). */
import { ADA } from '../cast.ts'
import { defineScenario } from '../contract.ts'
import { API_CALL, AUTHORIZATION_REQUEST, REFRESH, TOKEN_REQUEST } from '../regions.ts'
import { accessTokenInPage, refreshTokenOutOfPage } from '../storage-browser.ts'
import { accessTokenOnDevices, refreshTokenOnDevices } from '../storage-native.ts'
import { accessTokenInSession, refreshTokenInDatabase } from '../storage-server.ts'
import { flowchart } from './flowchart.ts'
import { settings } from './settings.ts'
import { solutions } from './solutions.ts'
import { world } from './world.ts'

export default defineScenario({
  id: 'token-lifecycle',
  title: 'Token lifecycle',
  summary: 'From the sign-in over the 401 and the silent refresh to the day on which only a new sign-in helps.',
  group: 'Lifecycle',
  specs: ['RFC 6749 §1.5', 'RFC 6749 §6', 'RFC 6750 §3.1', 'RFC 9700 §4.14.2'],
  asOf: '2026-11',
  version: 1,
  changes: [
    {
      version: 1,
      asOf: '2026-11',
      what: 'Noticing expiry by a 401, silent refresh and forced sign-in with the flowchart; storage advice for each platform.',
    },
  ],
  status: 'current',
  settings,
  client: 'app',
  code: [
    { file: '../tab-sign-in.ts', title: 'Signing in', actor: 'app' },
    { file: 'client.ts', title: 'What the app does with its tokens', actor: 'app' },
    { file: '../sign-in-error.ts', title: 'Why a sign-in does not go on', actor: 'app' },
  ],
  variantOf: 'authorization-code-pkce',
  regions: [AUTHORIZATION_REQUEST, TOKEN_REQUEST, API_CALL, REFRESH],
  autofill: ADA,
  solutions,
  flowchart,
  storage: [
    accessTokenInPage,
    refreshTokenOutOfPage,
    ...accessTokenOnDevices,
    ...refreshTokenOnDevices,
    accessTokenInSession,
    refreshTokenInDatabase,
  ],
  world,
})

/** The life of the tokens: issued, used, expired, refreshed, rotated, and one day refused (RFC 6749 §1.5, §6). */

import { defineScenario } from '../../scenario-kit/contract.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import { API_CALL, AUTHORIZATION_REQUEST, REFRESH, TOKEN_REQUEST } from '../../scenario-kit/regions.ts'
import { accessTokenInPage, refreshTokenOutOfPage } from '../../scenario-kit/storage-advice/browser.ts'
import { accessTokenOnDevices, refreshTokenOnDevices } from '../../scenario-kit/storage-advice/native.ts'
import { accessTokenInSession, refreshTokenInDatabase } from '../../scenario-kit/storage-advice/server.ts'
import { flowchart } from './flowchart.ts'
import { outcomes } from './outcomes.ts'
import { settings } from './settings.ts'
import { world } from './world.ts'

export default defineScenario({
  id: 'token-lifecycle',
  title: 'Token lifecycle',
  summary: 'From the sign-in, through the 401 and the silent refresh, to the day when only a new sign-in helps.',
  group: 'Lifecycle',
  specs: ['RFC 6749 §1.5', 'RFC 6749 §6', 'RFC 6750 §3.1', 'RFC 9700 §4.14.2'],
  asOf: '2026-11',
  version: 1,
  changes: [
    {
      version: 1,
      asOf: '2026-11',
      what: 'Noticing expiry from a 401, silent refresh and forced sign-in with the flowchart; storage advice for each platform.',
    },
  ],
  status: 'current',
  settings,
  client: 'app',
  code: [
    { file: '../../scenario-kit/client-code/tab-sign-in.ts', title: 'Signing in', actor: 'app' },
    { file: 'client.ts', title: 'What the app does with its tokens', actor: 'app' },
    { file: '../../scenario-kit/client-code/sign-in-error.ts', title: 'Why a sign-in does not go on', actor: 'app' },
  ],
  variantOf: 'authorization-code-pkce',
  regions: [AUTHORIZATION_REQUEST, TOKEN_REQUEST, API_CALL, REFRESH],
  autofill: ADA,
  outcomes,
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

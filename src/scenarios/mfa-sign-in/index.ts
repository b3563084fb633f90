/** Signing in with a second factor: when it is asked for, what passes, and what each failure means. */

import { defineScenario } from '../../scenario-kit/contract.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import { API_CALL, AUTHORIZATION_REQUEST, AUTHORIZATION_RESPONSE, TOKEN_REQUEST } from '../../scenario-kit/regions.ts'
import {
  accessTokenInPage,
  serverSessionCookie,
  trustedDeviceCookie,
} from '../../scenario-kit/storage-advice/browser.ts'
import { accessTokenOnDevices } from '../../scenario-kit/storage-advice/native.ts'
import { outcomes } from './outcomes.ts'
import { settings } from './settings.ts'
import { world } from './world.ts'

export default defineScenario({
  id: 'mfa-sign-in',
  title: 'Sign-in with a second factor',
  summary: 'Ada signs in with her password and proves with a device that it is her. The tokens say how she did it.',
  group: 'MFA',
  specs: ['RFC 6238', 'RFC 8176', 'RFC 9470 §5', 'OpenID Connect Core §2', 'OpenID Connect Core §3.1.2'],
  asOf: '2026-11',
  version: 4,
  changes: [
    {
      version: 4,
      asOf: '2026-11',
      what: 'One more outcome: a prompt that lapsed, sent again. The page offers that now, and a wrong number counts when the phone sends it.',
    },
    {
      version: 3,
      asOf: '2026-11',
      what: 'Five more outcomes: somebody else’s prompts, approved; a number to type; a limit. The others are as they were.',
    },
    {
      version: 2,
      asOf: '2026-11',
      what: 'Two more outcomes: a phone half a minute ahead, without and with a window of one step. The others are as they were.',
    },
    {
      version: 1,
      asOf: '2026-11',
      what: 'One-time code, push with number matching and recovery code; each trigger of the second factor and each failure code.',
    },
  ],
  status: 'current',
  settings,
  client: 'app',
  code: [
    { file: '../../scenario-kit/client-code/tab-sign-in.ts', title: 'Signing in', actor: 'app' },
    { file: 'client.ts', title: 'What the app does with the sign-in', actor: 'app' },
    { file: '../../scenario-kit/client-code/sign-in-error.ts', title: 'Why a sign-in does not go on', actor: 'app' },
  ],
  variantOf: 'authorization-code-pkce',
  regions: [AUTHORIZATION_REQUEST, AUTHORIZATION_RESPONSE, TOKEN_REQUEST, API_CALL],
  autofill: ADA,
  outcomes,
  storage: [accessTokenInPage, serverSessionCookie, trustedDeviceCookie, ...accessTokenOnDevices],
  world,
})

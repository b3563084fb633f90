/** Step-up authentication: when a second factor is asked, and how an API asks for it (RFC 9470). */

import { defineScenario } from '../../scenario-kit/contract.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import {
  API_CALL,
  AUTHORIZATION_REQUEST,
  AUTHORIZATION_RESPONSE,
  REFRESH,
  TOKEN_REQUEST,
} from '../../scenario-kit/regions.ts'
import {
  accessTokenInPage,
  refreshTokenOutOfPage,
  serverSessionCookie,
  verifierInSessionStorage,
} from '../../scenario-kit/storage-advice/browser.ts'
import { accessTokenOnDevices, refreshTokenOnDevices } from '../../scenario-kit/storage-advice/native.ts'
import { outcomes } from './outcomes.ts'
import { settings } from './settings.ts'
import { world } from './world.ts'

export default defineScenario({
  id: 'step-up',
  title: 'Step-up: when a second factor is asked',
  summary:
    'At the sign-in, at a refresh, or when an API wants more: the API asks, Ada steps up, and the app tries again.',
  group: 'MFA',
  specs: ['RFC 9470', 'OpenID Connect Core §3.1.2.1', 'RFC 9068 §2.2.1', 'RFC 6750 §3'],
  asOf: '2026-11',
  version: 2,
  changes: [
    {
      version: 2,
      asOf: '2026-11',
      what: 'A step-up whose token can do less than the one before, and one whose token can do as much.',
    },
    {
      version: 1,
      asOf: '2026-11',
      what: 'A second factor at sign-in, at refresh and at a sensitive endpoint; a sign-in that is too old, a server that cannot.',
    },
  ],
  status: 'current',
  settings,
  client: 'app',
  code: [
    { file: '../../scenario-kit/client-code/tab-sign-in.ts', title: 'Signing in', actor: 'app' },
    { file: 'client.ts', title: 'What the API asks, and how the app answers', actor: 'app' },
    { file: '../../scenario-kit/client-code/sign-in-error.ts', title: 'Why a sign-in does not go on', actor: 'app' },
  ],
  variantOf: 'authorization-code-pkce',
  regions: [AUTHORIZATION_REQUEST, AUTHORIZATION_RESPONSE, TOKEN_REQUEST, API_CALL, REFRESH],
  autofill: ADA,
  outcomes,
  storage: [
    verifierInSessionStorage,
    accessTokenInPage,
    refreshTokenOutOfPage,
    serverSessionCookie,
    ...accessTokenOnDevices,
    ...refreshTokenOnDevices,
  ],
  world,
})

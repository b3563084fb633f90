/** Authorization code flow with PKCE: how a single-page app signs people in today (RFC 6749 §4.1, RFC 7636, RFC 9700). */

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
  idTokenInPage,
  refreshTokenOutOfPage,
  serverSessionCookie,
  verifierInSessionStorage,
} from '../../scenario-kit/storage-advice/browser.ts'
import { accessTokenOnDevices, refreshTokenOnDevices } from '../../scenario-kit/storage-advice/native.ts'
import { outcomes } from './outcomes.ts'
import { settings } from './settings.ts'
import { world } from './world.ts'

export default defineScenario({
  id: 'authorization-code-pkce',
  title: 'Authorization code with PKCE',
  summary: 'A single-page app signs Ada in, calls an API on her behalf, and refreshes its tokens.',
  group: 'Sign in',
  specs: ['RFC 6749 §4.1', 'RFC 7636', 'RFC 9207', 'RFC 9700 §2.1', 'OpenID Connect Core §3.1'],
  asOf: '2026-11',
  version: 2,
  changes: [
    {
      version: 2,
      asOf: '2026-11',
      what: 'Two more outcomes: a callback in an effect that runs twice, and one that redeems its code once. The others are as they were.',
    },
    {
      version: 1,
      asOf: '2026-11',
      what: 'Sign-in with PKCE, API call and refresh with rotation; consent, state, PKCE, code, redirect URI and refresh failures.',
    },
  ],
  status: 'current',
  settings,
  client: 'app',
  code: [
    { file: 'client.ts', title: 'The app', actor: 'app' },
    {
      file: 'callback-effect.ts',
      title: 'The callback in an effect',
      actor: 'app',
      runsWhen: { callback: 'effect' },
    },
    {
      file: 'callback-effect-once.ts',
      title: 'The callback in an effect, once',
      actor: 'app',
      runsWhen: { callback: 'effect_once' },
      insteadOf: 'callback-effect.ts',
    },
    { file: '../../scenario-kit/client-code/sign-in-error.ts', title: 'Why a sign-in does not go on', actor: 'app' },
  ],
  regions: [AUTHORIZATION_REQUEST, AUTHORIZATION_RESPONSE, TOKEN_REQUEST, API_CALL, REFRESH],
  autofill: ADA,
  outcomes,
  storage: [
    verifierInSessionStorage,
    accessTokenInPage,
    refreshTokenOutOfPage,
    idTokenInPage,
    serverSessionCookie,
    ...accessTokenOnDevices,
    ...refreshTokenOnDevices,
  ],
  world,
})

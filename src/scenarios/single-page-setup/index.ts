/** A single-page app whose sign-in does not work yet: one thing at a time is set wrong (RFC 6749 §4.1, Fetch). */
import { defineScenario } from '../../scenario-kit/contract.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import { API_CALL, AUTHORIZATION_REQUEST, AUTHORIZATION_RESPONSE, TOKEN_REQUEST } from '../../scenario-kit/regions.ts'
import {
  accessTokenInPage,
  serverSessionCookie,
  verifierInSessionStorage,
} from '../../scenario-kit/storage-advice/browser.ts'
import { outcomes } from './outcomes.ts'
import { settings } from './settings.ts'
import { world } from './world.ts'

export default defineScenario({
  id: 'single-page-setup',
  title: 'A single-page app’s sign-in, set up wrong',
  summary: 'The server does its part. What the app makes of the answer depends on a host, a list, a router.',
  group: 'Sign in',
  specs: ['RFC 6749 §4.1', 'RFC 6749 §2.1', 'Fetch §4.10'],
  asOf: '2026-11',
  version: 1,
  changes: [
    {
      version: 1,
      asOf: '2026-11',
      what: 'Host, response mode, router, registration and web origin, one of them wrong at a time; a mark that stays.',
    },
  ],
  status: 'current',
  variantOf: 'authorization-code-pkce',
  settings,
  client: 'app',
  code: [
    { file: 'client.ts', title: 'What the app does around a sign-in', actor: 'app' },
    { file: '../../scenario-kit/client-code/tab-sign-in.ts', title: 'Signing in from a page', actor: 'app' },
    { file: '../../scenario-kit/client-code/sign-in-error.ts', title: 'Why a sign-in does not go on', actor: 'app' },
  ],
  regions: [AUTHORIZATION_REQUEST, AUTHORIZATION_RESPONSE, TOKEN_REQUEST, API_CALL],
  autofill: ADA,
  outcomes,
  storage: [accessTokenInPage, verifierInSessionStorage, serverSessionCookie],
  world,
})

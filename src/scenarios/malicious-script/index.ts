/** A script of somebody else in a single-page app: what it can take, wherever the tokens live (RFC 10017 §5.1). */

import { defineScenario, type MessagePattern } from '../../scenario-kit/contract.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import { AUTHORIZATION_REQUEST, AUTHORIZATION_RESPONSE } from '../../scenario-kit/regions.ts'
import {
  accessTokenInPage,
  appSessionCookie,
  refreshTokenOutOfPage,
} from '../../scenario-kit/storage-advice/browser.ts'
import { outcomes } from './outcomes.ts'
import { settings } from './settings.ts'
import { world } from './world.ts'

/** What the app sends from its page, or from its worker. */
const ofApp = (pattern: MessagePattern): MessagePattern[] => ['app', 'worker'].map((sender) => ({ ...pattern, sender }))
const GRANT = (grant_type: string) => ofApp({ method: 'POST', path: '/token', parameters: { grant_type } })

export default defineScenario({
  id: 'malicious-script',
  title: 'A malicious script in the page',
  summary:
    'Somebody else’s script runs in the app: what it takes from storage, memory, a worker or a backend, and what nothing stops.',
  group: 'Sign in',
  specs: ['RFC 10017 §5.1', 'RFC 10017 §6.1', 'RFC 9449 §11.4', 'RFC 9700 §4.14'],
  asOf: '2026-11',
  version: 1,
  changes: [
    {
      version: 1,
      asOf: '2026-11',
      what: 'The four attacks of RFC 10017 §5.1 against five places for tokens, bound tokens, rotation, frames and consent.',
    },
  ],
  status: 'current',
  settings,
  client: 'app',
  code: [
    { file: 'client.ts', title: 'The app', actor: 'app' },
    { file: 'token-stores.ts', title: 'Tokens in the page', actor: 'app' },
    { file: 'worker.ts', title: 'Tokens in a worker', actor: 'worker', runsWhen: { tokens: 'worker' } },
    {
      file: '../../scenario-kit/client-code/dpop-proof.ts',
      title: 'Tokens bound to a key',
      actor: 'app',
      runsWhen: { dpop: true },
    },
    { file: 'frontend.ts', title: 'The page of an app with a backend', actor: 'app' },
    { file: 'backend.ts', title: 'The backend', actor: 'backend' },
    { file: 'attacker.ts', title: 'The attacker', actor: 'attacker' },
  ],
  variantOf: 'authorization-code-pkce',
  regions: [
    {
      region: 'new-code',
      title: 'New tokens',
      matches: [
        {
          purpose: 'navigation',
          host: 'auth.example',
          path: '/authorize',
          parameters: { state: 'of-the-script' },
        },
      ],
    },
    AUTHORIZATION_REQUEST,
    AUTHORIZATION_RESPONSE,
    { region: 'token-request', title: 'Token request', matches: GRANT('authorization_code') },
    { region: 'session', title: 'Session', matches: [{ sender: 'app', purpose: 'fetch', path: '/session' }] },
    {
      region: 'api-call',
      title: 'API call',
      matches: [
        ...ofApp({ purpose: 'fetch', method: 'GET', host: 'api.example' }),
        { sender: 'app', purpose: 'fetch', method: 'GET', host: 'app.example', path: '/api/photos' },
      ],
    },
    { region: 'refresh', title: 'Refresh', matches: GRANT('refresh_token') },
    {
      region: 'injected-script',
      title: 'The injected script',
      matches: [{ purpose: 'fetch', host: 'attacker.example', path: '/collect' }],
    },
    { region: 'stolen-call', title: 'The attacker calls', matches: [{ sender: 'attacker', host: 'api.example' }] },
    {
      region: 'stolen-grant',
      title: 'The attacker gets tokens',
      matches: [{ sender: 'attacker', method: 'POST', path: '/token' }],
    },
  ],
  autofill: ADA,
  outcomes,
  storage: [accessTokenInPage, refreshTokenOutOfPage, appSessionCookie],
  world,
})

/** Tokens that are bound to a key of the browser: what a thief can do with them, and what a script in the page can (RFC 9449). */

import { defineScenario } from '../../scenario-kit/contract.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import { AUTHORIZATION_REQUEST, AUTHORIZATION_RESPONSE } from '../../scenario-kit/regions.ts'
import { accessTokenInPage, refreshTokenOutOfPage } from '../../scenario-kit/storage-advice/browser.ts'
import { outcomes } from './outcomes.ts'
import { settings } from './settings.ts'
import { world } from './world.ts'

const GRANT = (grant_type: string) => ({ sender: 'app', method: 'POST', path: '/token', parameters: { grant_type } })

export default defineScenario({
  id: 'dpop',
  title: 'Tokens bound to a key (DPoP)',
  summary:
    'A stolen token is useless without the key that never leaves the browser; a script in the page is another matter.',
  group: 'Lifecycle',
  specs: ['RFC 9449', 'RFC 9700 §2.2.1'],
  asOf: '2026-11',
  version: 2,
  changes: [
    {
      version: 2,
      asOf: '2026-11',
      what: 'One more outcome: with nonces too a script signs while the page is open. The others are as they were.',
    },
    {
      version: 1,
      asOf: '2026-11',
      what: 'Proofs for each request, stolen tokens with and without a key, clocks and nonces, replayed proofs, a script that signs.',
    },
  ],
  status: 'current',
  settings,
  client: 'app',
  code: [
    { file: 'client.ts', title: 'The app', actor: 'app' },
    { file: 'proof.ts', title: 'A proof for each request', actor: 'app' },
    { file: '../../scenario-kit/client-code/dpop-proof.ts', title: 'The key, and a proof that it signs', actor: 'app' },
    {
      file: 'proof-none.ts',
      title: 'No proofs',
      actor: 'app',
      runsWhen: { proofs: 'none' },
      insteadOf: 'proof.ts',
    },
    {
      file: 'proof-kept.ts',
      title: 'Mistake: proofs are kept',
      actor: 'app',
      runsWhen: { proofs: 'kept' },
      insteadOf: 'proof.ts',
    },
    {
      file: 'proof-for-all.ts',
      title: 'Mistake: one proof for everything',
      actor: 'app',
      runsWhen: { proofs: 'for_all' },
      insteadOf: 'proof.ts',
    },
    {
      file: 'proof-of-origin.ts',
      title: 'Mistake: the proof names the server alone',
      actor: 'app',
      runsWhen: { proofs: 'origin' },
      insteadOf: 'proof.ts',
    },
    { file: '../../scenario-kit/client-code/sign-in-error.ts', title: 'Why a sign-in does not go on', actor: 'app' },
    { file: 'attacker.ts', title: 'The attacker', actor: 'attacker' },
  ],
  variantOf: 'authorization-code-pkce',
  regions: [
    AUTHORIZATION_REQUEST,
    AUTHORIZATION_RESPONSE,
    { region: 'token-request', title: 'Token request', matches: [GRANT('authorization_code')] },
    { region: 'proof', title: 'The proof', matches: [{ sender: 'browser', purpose: 'preflight' }] },
    {
      region: 'api-call',
      title: 'API call',
      matches: [{ sender: 'app', purpose: 'fetch', method: 'GET', host: 'api.example' }],
    },
    { region: 'refresh', title: 'Refresh', matches: [GRANT('refresh_token')] },
    {
      region: 'injected-script',
      title: 'The injected script',
      matches: [{ purpose: 'fetch', host: 'attacker.example', path: '/collect' }],
    },
    { region: 'stolen-call', title: 'The attacker calls', matches: [{ sender: 'attacker', host: 'api.example' }] },
    {
      region: 'stolen-refresh',
      title: 'The attacker refreshes',
      matches: [{ sender: 'attacker', method: 'POST', path: '/token' }],
    },
  ],
  autofill: ADA,
  outcomes,
  storage: [accessTokenInPage, refreshTokenOutOfPage],
  world,
})

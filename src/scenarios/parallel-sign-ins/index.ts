/** Two tabs that sign in at the same time, and what one of them overwrites (RFC 6749 §10.12, RFC 7636 §4.1). */
import { defineScenario } from '../../scenario-kit/contract.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import { AUTHORIZATION_REQUEST, AUTHORIZATION_RESPONSE, TOKEN_REQUEST } from '../../scenario-kit/regions.ts'
import {
  accessTokenInPage,
  serverSessionCookie,
  verifierInSessionStorage,
} from '../../scenario-kit/storage-advice/browser.ts'
import { outcomes } from './outcomes.ts'
import { settings } from './settings.ts'
import { world } from './world.ts'

export default defineScenario({
  id: 'parallel-sign-ins',
  title: 'Two tabs sign in at once',
  summary:
    'A session is over in every tab, and every tab starts a sign-in. Whoever keeps them in one place loses all but the last.',
  group: 'Sign in',
  specs: ['RFC 6749 §10.12', 'RFC 7636 §4.1', 'OpenID Connect Core §3.1.3.7'],
  asOf: '2026-11',
  version: 1,
  changes: [
    {
      version: 1,
      asOf: '2026-11',
      what: 'Two sign-ins under way: state, verifier or nonce in one place for both, or each under its state.',
    },
  ],
  status: 'current',
  settings,
  client: 'tab-1',
  code: [
    { file: 'client.ts', title: 'What every tab does', actor: 'tab-1' },
    { file: '../../scenario-kit/client-code/sign-in-error.ts', title: 'Why a sign-in does not go on', actor: 'tab-1' },
  ],
  regions: [AUTHORIZATION_REQUEST, AUTHORIZATION_RESPONSE, TOKEN_REQUEST],
  autofill: ADA,
  outcomes,
  storage: [accessTokenInPage, verifierInSessionStorage, serverSessionCookie],
  world,
})

/** Silent sign-in: a hidden frame with prompt=none, and what browsers make of it (OpenID Connect Core §3.1.2.1). */
import { defineScenario } from '../../scenario-kit/contract.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import { AUTHORIZATION_REQUEST, REFRESH, TOKEN_REQUEST } from '../../scenario-kit/regions.ts'
import {
  accessTokenInPage,
  refreshTokenOutOfPage,
  serverSessionCookie,
  verifierInSessionStorage,
} from '../../scenario-kit/storage-advice/browser.ts'
import { outcomes } from './outcomes.ts'
import { settings } from './settings.ts'
import { world } from './world.ts'

export default defineScenario({
  id: 'silent-renewal',
  title: 'Silent renewal in a frame',
  summary:
    'An app renews its token in a frame that nobody sees. Where the browser gives the server in it no cookie, Ada is signed out; what works instead.',
  group: 'Sign in',
  specs: ['OpenID Connect Core §3.1.2.1', 'RFC 6265bis', 'RFC 10017', 'RFC 7636'],
  asOf: '2026-11',
  version: 2,
  changes: [
    {
      version: 2,
      asOf: '2026-11',
      what: 'A frame that asks for a scope nobody has allowed yet, and one that asks for a second factor.',
    },
    {
      version: 1,
      asOf: '2026-11',
      what: 'A hidden frame with third-party cookies allowed, blocked, kept apart; no answer; partitioned storage; what works.',
    },
  ],
  status: 'current',
  settings,
  client: 'app',
  code: [
    { file: 'client.ts', title: 'The app renews its token', actor: 'app' },
    { file: '../../scenario-kit/client-code/tab-sign-in.ts', title: 'The app signs somebody in', actor: 'app' },
    { file: 'helper.ts', title: 'A hosted helper, and how the app asks it', actor: 'helper' },
    { file: '../../scenario-kit/client-code/sign-in-error.ts', title: 'Why a sign-in does not go on', actor: 'app' },
  ],
  variantOf: 'authorization-code-pkce',
  regions: [
    {
      region: 'silent-request',
      title: 'The hidden frame',
      matches: [{ purpose: 'navigation', host: 'auth.example', parameters: { prompt: 'none' } }],
    },
    {
      region: 'silent-response',
      title: 'Back in the frame',
      matches: [
        { purpose: 'navigation', path: '/silent' },
        { purpose: 'navigation', path: '/silent-renew' },
      ],
    },
    AUTHORIZATION_REQUEST,
    {
      region: 'authorization-response',
      title: 'Authorization response',
      matches: [{ purpose: 'navigation', path: '/callback' }],
    },
    TOKEN_REQUEST,
    REFRESH,
    {
      region: 'helper',
      title: 'A helper on another site',
      matches: [{ host: 'helper.example' }, { host: 'helper.app.example' }],
    },
  ],
  autofill: ADA,
  outcomes,
  storage: [accessTokenInPage, refreshTokenOutOfPage, verifierInSessionStorage, serverSessionCookie],
  world,
})

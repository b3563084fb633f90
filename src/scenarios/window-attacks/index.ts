/** Attacks between windows: a popup that tells anybody, a page that believes anybody, and one under which another lies (RFC 9700 §4.16, §4.17). */
import { defineScenario } from '../../scenario-kit/contract.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import { AUTHORIZATION_REQUEST } from '../../scenario-kit/regions.ts'
import {
  accessTokenInPage,
  serverSessionCookie,
  verifierInSessionStorage,
} from '../../scenario-kit/storage-advice/browser.ts'
import { outcomes } from './outcomes.ts'
import { settings } from './settings.ts'
import { world } from './world.ts'

export default defineScenario({
  id: 'window-attacks',
  title: 'Attacks between windows',
  summary:
    'A popup tells the page that opened it, and any page can open it. A frame lies over a button, and is pressed instead.',
  group: 'Attacks',
  specs: ['RFC 9700 §4.16', 'RFC 9700 §4.17', 'HTML §9.3.3'],
  asOf: '2026-11',
  version: 2,
  changes: [
    {
      version: 2,
      asOf: '2026-11',
      what: 'Four more outcomes: clickjacking of the consent page, and what stops it. The others are as they were.',
    },
    {
      version: 1,
      asOf: '2026-11',
      what: 'A token that a popup posts to anybody, and one that a foreign page plants, each with its defence.',
    },
  ],
  status: 'current',
  settings,
  client: 'app',
  code: [
    { file: 'client.ts', title: 'The app, and its popup', actor: 'app' },
    { file: 'attacker.ts', title: 'The attacker’s site and computer', actor: 'attacker' },
    { file: 'overlay.ts', title: 'The attacker’s prize, and what lies over it', actor: 'attacker' },
    {
      file: '../../scenario-kit/client-code/confidential-client.ts',
      title: 'The attacker’s app, a client like any other',
      actor: 'attacker',
    },
    { file: '../../scenario-kit/client-code/tab-sign-in.ts', title: 'Signing in, in the popup', actor: 'app' },
    { file: '../../scenario-kit/client-code/sign-in-error.ts', title: 'Why a sign-in does not go on', actor: 'app' },
  ],
  variantOf: 'popup',
  regions: [
    { region: 'receiver', title: 'The page listens', matches: [{ sender: 'browser', host: 'app.example', path: '/' }] },
    { region: 'popup', title: 'The popup', matches: [{ sender: 'browser', host: 'app.example', path: '/sign-in' }] },
    { ...AUTHORIZATION_REQUEST, matches: AUTHORIZATION_REQUEST.matches.map((own) => ({ ...own, sender: 'browser' })) },
    {
      region: 'hand-over',
      title: 'The popup tells the page',
      matches: [{ sender: 'browser', host: 'app.example', path: '/callback' }],
    },
    {
      region: 'token-request',
      title: 'Token request',
      matches: [{ sender: 'app', method: 'POST', parameters: { grant_type: 'authorization_code' } }],
    },
    { region: 'api-call', title: 'API call', matches: [{ sender: 'app', host: 'api.example' }] },
    {
      region: 'overlay',
      title: 'The prize',
      matches: [
        { host: 'vouchers.example', path: '/prize' },
        { host: 'vouchers.example', path: '/prize/connect' },
        { host: 'vouchers.example', path: '/prize/callback' },
        { sender: 'attacker', path: '/token', parameters: { redirect_uri: 'https://vouchers.example/prize/callback' } },
      ],
    },
    { region: 'own-app', title: 'An app of the attacker’s own', matches: [{ sender: 'attacker', path: '/register' }] },
    { region: 'bait', title: 'The attacker’s site', matches: [{ host: 'vouchers.example' }] },
    {
      region: 'own-sign-in',
      title: 'A sign-in of the attacker’s own',
      matches: [{ sender: 'attacker', host: 'auth.example' }],
    },
    {
      region: 'read-photos',
      title: 'What the attacker reads',
      matches: [{ sender: 'attacker', host: 'api.example' }],
    },
  ],
  autofill: ADA,
  outcomes,
  storage: [accessTokenInPage, verifierInSessionStorage, serverSessionCookie],
  world,
})

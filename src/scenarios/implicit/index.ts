/** The implicit grant: tokens in the address of a page (RFC 6749 §4.2). Kept to show why it was given up. */

import { defineScenario } from '../../scenario-kit/contract.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import { AUTHORIZATION_REQUEST, AUTHORIZATION_RESPONSE } from '../../scenario-kit/regions.ts'
import { accessTokenInAddress, accessTokenInPage } from '../../scenario-kit/storage-advice/browser.ts'
import { outcomes } from './outcomes.ts'
import { settings } from './settings.ts'
import { world } from './world.ts'

export default defineScenario({
  id: 'implicit',
  title: 'Implicit grant',
  summary:
    'How single-page apps signed people in before PKCE: the token in the address, and where it leaks from there.',
  group: 'Sign in',
  specs: ['RFC 6749 §4.2', 'OpenID Connect Core §3.2', 'RFC 9700 §2.1.2', 'RFC 9700 §4.6'],
  asOf: '2026-11',
  version: 3,
  changes: [
    {
      version: 3,
      asOf: '2026-11',
      what: 'Three more outcomes: a token that the app itself has lost, put into a sign-in, twice; and a server that redeems a code. The others are as they were.',
    },
    {
      version: 2,
      asOf: '2026-11',
      what: 'Three more outcomes: an access token of another app that signs its owner in, and two checks. The others are as they were.',
    },
    {
      version: 1,
      asOf: '2026-11',
      what: 'Token in the fragment, and where it leaks from there: history, redirect, query; servers that no longer offer it.',
    },
  ],
  status: 'deprecated',
  replacedBy: 'authorization-code-pkce',
  settings,
  client: 'app',
  code: [
    { file: 'client.ts', title: 'The app', actor: 'app' },
    { file: 'server.ts', title: 'The app’s server', actor: 'app' },
    { file: '../../scenario-kit/client-code/sign-in-error.ts', title: 'Why a sign-in does not go on', actor: 'app' },
    { file: 'partner.ts', title: 'The other site, and the script of its page', actor: 'partner' },
    { file: 'attacker.ts', title: 'The attacker’s app, and what they put in', actor: 'attacker' },
  ],
  variantOf: 'authorization-code-pkce',
  regions: [
    AUTHORIZATION_REQUEST,
    AUTHORIZATION_RESPONSE,
    {
      region: 'id-token',
      title: 'ID token',
      matches: [{ purpose: 'fetch', host: 'auth.example', path: '/jwks.json' }],
    },
    { region: 'nonce', title: 'Nonce', matches: [{ purpose: 'fetch', host: 'app.example', path: '/random-value' }] },
    {
      region: 'session',
      title: 'Session',
      matches: [
        { purpose: 'fetch', host: 'app.example', path: '/session' },
        { purpose: 'backchannel', sender: 'app', host: 'auth.example' },
      ],
    },
    { region: 'api-call', title: 'API call', matches: [{ sender: 'app', host: 'api.example' }] },
    {
      region: 'leaked-token',
      title: 'The other site',
      matches: [
        { purpose: 'fetch', host: 'partner.example', path: '/collect' },
        { sender: 'partner', host: 'api.example' },
      ],
    },
    { region: 'wallpapers', title: 'The attacker’s app', matches: [{ host: 'wallpapers.example' }] },
    {
      region: 'injected',
      title: 'A token that is put in',
      matches: [
        { sender: 'attacker', host: 'app.example' },
        { sender: 'attacker', host: 'auth.example' },
      ],
    },
  ],
  autofill: ADA,
  outcomes,
  storage: [accessTokenInAddress, accessTokenInPage],
  world,
})

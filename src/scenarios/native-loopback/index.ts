/** Native apps: a command line signs in through the browser, and who else may be at the address it comes back to (RFC 8252). */
import { defineScenario } from '../../scenario-kit/contract.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import { API_CALL, AUTHORIZATION_REQUEST } from '../../scenario-kit/regions.ts'
import { serverSessionCookie } from '../../scenario-kit/storage-advice/browser.ts'
import { accessTokenOnDevices, refreshTokenOnDevices } from '../../scenario-kit/storage-advice/native.ts'
import { outcomes } from './outcomes.ts'
import { settings } from './settings.ts'
import { world } from './world.ts'

export default defineScenario({
  id: 'native-loopback',
  title: 'Command line and desktop apps',
  summary:
    'A command line app opens the browser and listens on this computer for the answer. Another program can be there, or Ada hands the answer over herself.',
  group: 'Devices',
  specs: ['RFC 8252 §7', 'RFC 8252 §8', 'RFC 7636', 'RFC 6749 §4.1'],
  asOf: '2026-11',
  version: 3,
  changes: [
    {
      version: 3,
      asOf: '2026-11',
      what: 'Two more outcomes: the app runs on another computer, and the port is forwarded to it. The others are as they were.',
    },
    {
      version: 2,
      asOf: '2026-11',
      what: 'One more outcome: a web view that the server refuses. The others are as they were.',
    },
    {
      version: 1,
      asOf: '2026-11',
      what: 'Any port, another path; a taken port and scheme, with and without PKCE; a pasted address, and what stops it.',
    },
  ],
  status: 'current',
  settings,
  client: 'cli',
  code: [
    { file: 'client.ts', title: 'The command line app', actor: 'cli' },
    { file: 'attacker.ts', title: 'The attacker', actor: 'attacker' },
    { file: '../../scenario-kit/client-code/sign-in-error.ts', title: 'Why a sign-in does not go on', actor: 'cli' },
  ],
  variantOf: 'authorization-code-pkce',
  regions: [
    AUTHORIZATION_REQUEST,
    {
      region: 'authorization-response',
      title: 'Authorization response',
      matches: [
        { purpose: 'navigation', path: '/callback' },
        { purpose: 'navigation', path: '/oauth/callback' },
      ],
    },
    {
      region: 'token-request',
      title: 'Token request',
      matches: [{ sender: 'cli', method: 'POST', path: '/token' }],
    },
    { ...API_CALL, matches: [{ sender: 'cli', host: 'api.example' }] },
    { region: 'lure', title: 'The attacker’s page', matches: [{ host: 'shared-album.example' }] },
    {
      region: 'redeem',
      title: 'The attacker redeems the code',
      matches: [
        { sender: 'attacker', method: 'POST', path: '/token' },
        { sender: 'attacker', host: 'api.example' },
      ],
    },
  ],
  autofill: ADA,
  outcomes,
  storage: [...refreshTokenOnDevices, ...accessTokenOnDevices, serverSessionCookie],
  world,
})

/** Device authorization: signing a TV in from another device, and what a phisher makes of it (RFC 8628). */
import { defineScenario } from '../../scenario-kit/contract.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import { API_CALL } from '../../scenario-kit/regions.ts'
import { serverSessionCookie } from '../../scenario-kit/storage-advice/browser.ts'
import { accessTokenOnDevices, refreshTokenOnDevices } from '../../scenario-kit/storage-advice/native.ts'
import { outcomes } from './outcomes.ts'
import { settings } from './settings.ts'
import { world } from './world.ts'

export default defineScenario({
  id: 'device-authorization',
  title: 'Device authorization',
  summary:
    'A TV shows a code, Ada enters it in her browser, and the TV gets the tokens. So does anybody whose code she enters.',
  group: 'Devices',
  specs: ['RFC 8628 §3.1', 'RFC 8628 §3.3', 'RFC 8628 §3.5', 'RFC 8628 §5.4'],
  asOf: '2026-11',
  version: 1,
  changes: [
    {
      version: 1,
      asOf: '2026-11',
      what: 'Code typed and scanned, polling with slow_down and expiry, denial; phishing with a code, and a check of the network.',
    },
  ],
  status: 'current',
  settings,
  client: 'tv',
  code: [
    { file: 'client.ts', title: 'The app on the TV', actor: 'tv' },
    { file: 'attacker.ts', title: 'The attacker', actor: 'attacker' },
  ],
  regions: [
    {
      region: 'device-authorization',
      title: 'Device authorization request',
      matches: [{ method: 'POST', path: '/device_authorization' }],
    },
    {
      region: 'polling',
      title: 'Polling',
      matches: [
        {
          method: 'POST',
          path: '/token',
          parameters: { grant_type: 'urn:ietf:params:oauth:grant-type:device_code' },
        },
      ],
    },
    API_CALL,
  ],
  autofill: ADA,
  outcomes,
  storage: [...refreshTokenOnDevices, ...accessTokenOnDevices, serverSessionCookie],
  world,
})

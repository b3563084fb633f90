/** Signing in with a second factor: when it is asked, what passes, and what each failure means. */
import { ADA } from '../cast.ts'
import { defineScenario } from '../contract.ts'
import { accessTokenInPage, serverSessionCookie, trustedDeviceCookie } from '../storage-browser.ts'
import { accessTokenOnDevices } from '../storage-native.ts'
import { settings } from './settings.ts'
import { solutions } from './solutions.ts'
import { world } from './world.ts'

export default defineScenario({
  id: 'mfa-sign-in',
  title: 'Sign-in with a second factor',
  summary: 'Ada signs in with her password and proves with a device that it is her. The tokens say how she did it.',
  group: 'MFA',
  specs: ['RFC 6238', 'RFC 8176', 'RFC 9470 §5', 'OIDC Core §2', 'OIDC Core §3.1.2'],
  asOf: '2026-11',
  version: 1,
  changes: [
    {
      version: 1,
      asOf: '2026-11',
      what: 'One-time code, push with number matching and recovery code; each trigger of the second factor and each failure code.',
    },
  ],
  status: 'current',
  settings,
  client: 'app',
  code: [
    { file: '../tab-sign-in.ts', title: 'Signing in', actor: 'app' },
    { file: 'client.ts', title: 'What the app does with the sign-in', actor: 'app' },
    { file: '../sign-in-error.ts', title: 'Why a sign-in does not go on', actor: 'app' },
  ],
  variantOf: 'authorization-code-pkce',
  regions: [
    {
      region: 'authorization-request',
      title: 'Authorization request',
      matches: [{ purpose: 'navigation', method: 'GET', host: 'auth.example', path: '/authorize' }],
    },
    {
      region: 'authorization-response',
      title: 'Authorization response',
      matches: [{ purpose: 'navigation', host: 'app.example', path: '/callback' }],
    },
    {
      region: 'token-request',
      title: 'Token request',
      matches: [{ purpose: 'fetch', method: 'POST', path: '/token' }],
    },
    { region: 'api-call', title: 'API call', matches: [{ host: 'api.example' }] },
  ],
  autofill: ADA,
  solutions,
  storage: [accessTokenInPage, serverSessionCookie, trustedDeviceCookie, ...accessTokenOnDevices],
  world,
})

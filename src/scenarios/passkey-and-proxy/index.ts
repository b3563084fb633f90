/** A passkey and a phishing proxy: why one-time codes can be relayed and passkeys cannot, and how an app undoes that again. */
import { defineScenario } from '../../scenario-kit/contract.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import { appSessionCookie } from '../../scenario-kit/storage-advice/browser.ts'
import { outcomes } from './outcomes.ts'
import { settings } from './settings.ts'
import { world } from './world.ts'

export default defineScenario({
  id: 'passkey-and-proxy',
  title: 'A passkey and a phishing proxy',
  summary:
    'A proxy relays password and one-time code and keeps the session. A passkey refuses the wrong address, unless the app has another way in.',
  group: 'Sign in',
  specs: ['WebAuthn Level 3 §7.2', 'WebAuthn Level 3 §5.1.4', 'RFC 6238', 'NIST SP 800-63B-4 §3.2.5'],
  asOf: '2026-11',
  version: 1,
  changes: [
    {
      version: 1,
      asOf: '2026-11',
      what: 'A phishing proxy against codes and passkeys: wrong domain, no passkey, the fallback, a subdomain, a replay.',
    },
  ],
  status: 'current',
  settings,
  client: 'app',
  code: [
    { file: 'client.ts', title: 'The routes of the app', actor: 'app' },
    { file: 'frontend.ts', title: 'The script of the sign-in page', actor: 'page' },
    { file: '../../protocol/authentication/passkey.ts', title: 'Verifying an answer', actor: 'app' },
    { file: '../../scenario-kit/client-code/server-sessions.ts', title: 'Sessions and their cookies', actor: 'app' },
    { file: 'attacker.ts', title: 'The phishing proxy', actor: 'proxy' },
  ],
  regions: [
    { region: 'account', title: 'The app', matches: [{ host: 'app.example', path: '/', purpose: 'navigation' }] },
    { region: 'passkey-challenge', title: 'The passkey', matches: [{ host: 'app.example', path: '/passkey/options' }] },
    { region: 'passkey-check', title: 'The passkey', matches: [{ host: 'app.example', path: '/passkey' }] },
    { region: 'password', title: 'Password and code', matches: [{ host: 'app.example', path: '/login' }] },
    { region: 'one-time-code', title: 'Password and code', matches: [{ host: 'app.example', path: '/second-step' }] },
    {
      region: 'proxy',
      title: 'The proxy',
      matches: [{ host: 'app-example.example' }, { host: 'blog.app.example' }],
    },
    {
      region: 'stolen-session',
      title: 'The proxy',
      matches: [{ sender: 'proxy', host: 'app.example', path: '/' }],
    },
  ],
  autofill: ADA,
  outcomes,
  storage: [appSessionCookie],
  world,
})

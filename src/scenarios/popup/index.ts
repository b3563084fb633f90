/** Sign-in in a popup, and the headers that cut it off from the page that opened it (HTML §7.1.3). */
import { defineScenario } from '../../scenario-kit/contract.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import { TOKEN_REQUEST } from '../../scenario-kit/regions.ts'
import {
  accessTokenInPage,
  serverSessionCookie,
  verifierInSessionStorage,
} from '../../scenario-kit/storage-advice/browser.ts'
import { outcomes } from './outcomes.ts'
import { settings } from './settings.ts'
import { world } from './world.ts'

export default defineScenario({
  id: 'popup',
  title: 'Sign-in in a popup',
  summary:
    'The page stays, and a small window signs Ada in. Opener policies cut the two apart, browsers block windows, people close them.',
  group: 'Sign in',
  specs: ['HTML §7.1.3', 'RFC 6749 §4.1', 'RFC 10017'],
  asOf: '2026-11',
  version: 2,
  changes: [
    {
      version: 2,
      asOf: '2026-11',
      what: 'A button to cancel, beside a page that waits for a popup and cannot see that it was closed.',
    },
    {
      version: 1,
      asOf: '2026-11',
      what: 'A popup that tells its opener; cut off by the server, the app, the callback page; blocked; closed; a channel, a redirect.',
    },
  ],
  status: 'current',
  settings,
  client: 'app',
  code: [
    { file: 'client.ts', title: 'The app opens a popup and waits for it', actor: 'app' },
    { file: '../../scenario-kit/client-code/tab-sign-in.ts', title: 'Signing in by a redirect', actor: 'app' },
    { file: '../../scenario-kit/client-code/sign-in-error.ts', title: 'Why a sign-in does not go on', actor: 'app' },
  ],
  variantOf: 'authorization-code-pkce',
  regions: [
    {
      region: 'popup',
      title: 'The popup',
      matches: [{ purpose: 'navigation', host: 'auth.example', parameters: { response_type: 'code' } }],
    },
    { region: 'hand-over', title: 'Back in the popup', matches: [{ purpose: 'navigation', path: '/callback' }] },
    TOKEN_REQUEST,
  ],
  autofill: ADA,
  outcomes,
  storage: [accessTokenInPage, verifierInSessionStorage, serverSessionCookie],
  world,
})

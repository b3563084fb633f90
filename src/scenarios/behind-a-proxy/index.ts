/** Sign-in behind a reverse proxy: TLS ends before the app, and the app has to know its own address (RFC 7239). */
import { defineScenario } from '../../scenario-kit/contract.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import { AUTHORIZATION_REQUEST } from '../../scenario-kit/regions.ts'
import { appSessionCookie, serverSessionCookie } from '../../scenario-kit/storage-advice/browser.ts'
import { accessTokenInSession, clientSecret } from '../../scenario-kit/storage-advice/server.ts'
import { outcomes } from './outcomes.ts'
import { settings } from './settings.ts'
import { world } from './world.ts'

export default defineScenario({
  id: 'behind-a-proxy',
  title: 'Behind a reverse proxy',
  summary:
    'The encrypted connection ends at a proxy. The app behind it has to find out by which address the browser sees it.',
  group: 'Sign in',
  specs: ['RFC 7239', 'RFC 9700 §2.1', 'RFC 6749 §4.1'],
  asOf: '2026-11',
  version: 1,
  changes: [
    {
      version: 1,
      asOf: '2026-11',
      what: 'Scheme and host said, not said or not believed; a configured address; cookies that are withheld.',
    },
  ],
  status: 'current',
  settings,
  client: 'app',
  code: [
    { file: 'client.ts', title: 'The routes of the app', actor: 'app' },
    { file: 'proxy.ts', title: 'The reverse proxy', actor: 'proxy' },
    {
      file: '../../scenario-kit/client-code/confidential-client.ts',
      title: 'Signing in with a client secret',
      actor: 'app',
    },
    { file: '../../scenario-kit/client-code/server-sessions.ts', title: 'Sessions and their cookies', actor: 'app' },
    { file: '../../scenario-kit/client-code/sign-in-error.ts', title: 'Why a sign-in does not go on', actor: 'app' },
  ],
  variantOf: 'authorization-code-web-app',
  regions: [
    { region: 'proxy', title: 'The proxy', matches: [{ purpose: 'navigation', host: 'app.example' }] },
    AUTHORIZATION_REQUEST,
    {
      region: 'public-address',
      title: 'The public address',
      matches: [{ host: 'app.internal.example', path: '/login', direction: 'request' }],
    },
    {
      region: 'cookies',
      title: 'Cookies',
      matches: [{ host: 'app.internal.example', path: '/login', direction: 'response' }],
    },
    {
      region: 'authorization-response',
      title: 'Authorization response',
      matches: [{ host: 'app.internal.example', path: '/callback' }],
    },
    {
      region: 'code-exchange',
      title: 'Code exchange',
      matches: [{ purpose: 'backchannel', path: '/token', parameters: { grant_type: 'authorization_code' } }],
    },
    { region: 'home', title: 'Home page', matches: [{ host: 'app.internal.example', path: '/' }] },
  ],
  autofill: ADA,
  outcomes,
  storage: [appSessionCookie, serverSessionCookie, clientSecret, accessTokenInSession],
  world,
})

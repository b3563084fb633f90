/** Refreshing where pages are rendered on a server: who gets the new tokens, and what happens when the browser does not. */

import { defineScenario } from '../../scenario-kit/contract.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import { REFRESH } from '../../scenario-kit/regions.ts'
import { refreshTokenOutOfPage } from '../../scenario-kit/storage-advice/browser.ts'
import { accessTokenInSession, refreshTokenInDatabase } from '../../scenario-kit/storage-advice/server.ts'
import { outcomes } from './outcomes.ts'
import { settings } from './settings.ts'
import { world } from './world.ts'

export default defineScenario({
  id: 'ssr-refresh',
  title: 'Refresh while a page is rendered',
  summary:
    'A page is rendered on a server, with tokens from a cookie. Whoever refreshes must be able to set it, once, and before the page.',
  group: 'Lifecycle',
  specs: ['RFC 6749 §6', 'RFC 9700 §4.14.2', 'RFC 6265bis'],
  asOf: '2026-11',
  version: 1,
  changes: [
    {
      version: 1,
      asOf: '2026-11',
      what: 'A refresh in the middleware, in the page, or in each request: cookies dropped, not handed on, replayed.',
    },
  ],
  status: 'current',
  settings,
  client: 'app',
  code: [
    { file: 'client.ts', title: 'The middleware and the page', actor: 'app' },
    { file: 'frontend.ts', title: 'The script of the page', actor: 'page' },
  ],
  regions: [
    { region: 'middleware', title: 'Middleware', matches: [{ purpose: 'navigation', host: 'app.example' }] },
    { region: 'rendering', title: 'Rendering', matches: [{ host: 'api.example' }] },
    REFRESH,
    { region: 'panels', title: 'Panels', matches: [{ purpose: 'fetch', host: 'app.example' }] },
  ],
  autofill: ADA,
  outcomes,
  storage: [refreshTokenOutOfPage, accessTokenInSession, refreshTokenInDatabase],
  world,
})

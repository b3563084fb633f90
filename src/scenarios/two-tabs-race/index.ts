/** Two tabs: one browser, one set of rotating tokens in `localStorage`, and nobody who says whose turn it is. */

import { defineScenario } from '../../scenario-kit/contract.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import { API_CALL, REFRESH } from '../../scenario-kit/regions.ts'
import {
  accessTokenInPage,
  refreshTokenInLocalStorage,
  refreshTokenOutOfPage,
} from '../../scenario-kit/storage-advice/browser.ts'
import { refreshTokenInDatabase } from '../../scenario-kit/storage-advice/server.ts'
import { outcomes } from './outcomes.ts'
import { settings } from './settings.ts'
import { world } from './world.ts'

export default defineScenario({
  id: 'two-tabs-race',
  title: 'Two tabs, one rotating token',
  summary:
    'Tabs share their tokens. When the access token expires, each tab wants to refresh with the same refresh token.',
  group: 'Lifecycle',
  specs: ['RFC 6749 §6', 'RFC 9700 §4.14.2', 'Web Locks API §3'],
  asOf: '2026-11',
  version: 2,
  changes: [
    {
      version: 2,
      asOf: '2026-11',
      what: 'A loser that clears the winner’s tokens; locks that are never given back, and what helps; a stolen lock.',
    },
    {
      version: 1,
      asOf: '2026-11',
      what: 'Tabs that share one rotating token: no coordination, Web Locks, a leader tab; rotation policies of the server.',
    },
  ],
  status: 'current',
  hasRace: true,
  settings,
  client: 'tab-1',
  code: [
    { file: 'client.ts', title: 'What every tab does', actor: 'tab-1' },
    { file: 'strategy-none.ts', title: 'No strategy', actor: 'tab-1', runsWhen: { strategy: 'none' } },
    {
      file: 'strategy-web-locks.ts',
      title: 'Web Locks',
      actor: 'tab-1',
      runsWhen: { strategy: 'web_locks' },
      insteadOf: 'strategy-none.ts',
    },
    {
      file: 'strategy-gives-up.ts',
      title: 'Web Locks, a limit on waiting',
      actor: 'tab-1',
      runsWhen: { strategy: 'gives_up' },
      insteadOf: 'strategy-web-locks.ts',
    },
    {
      file: 'strategy-answer-in-time.ts',
      title: 'Web Locks, a limit on the request',
      actor: 'tab-1',
      runsWhen: { strategy: 'answer_in_time' },
      insteadOf: 'strategy-web-locks.ts',
    },
    {
      file: 'strategy-steals.ts',
      title: 'Web Locks, stolen',
      actor: 'tab-1',
      runsWhen: { strategy: 'steals' },
      insteadOf: 'strategy-web-locks.ts',
    },
    {
      file: 'strategy-leader-tab.ts',
      title: 'Leader tab',
      actor: 'tab-1',
      runsWhen: { strategy: 'leader_tab' },
      insteadOf: 'strategy-none.ts',
    },
  ],
  regions: [API_CALL, REFRESH],
  autofill: ADA,
  outcomes,
  storage: [refreshTokenInLocalStorage, refreshTokenOutOfPage, accessTokenInPage, refreshTokenInDatabase],
  world,
})

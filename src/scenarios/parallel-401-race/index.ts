/** Parallel 401s: several API calls find the access token expired at once, and share one rotating refresh token. */

import { defineScenario } from '../../scenario-kit/contract.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import { API_CALL, REFRESH } from '../../scenario-kit/regions.ts'
import { accessTokenInPage, refreshTokenOutOfPage } from '../../scenario-kit/storage-advice/browser.ts'
import { refreshTokenOnDevices } from '../../scenario-kit/storage-advice/native.ts'
import { refreshTokenInDatabase } from '../../scenario-kit/storage-advice/server.ts'
import { outcomes } from './outcomes.ts'
import { settings } from './settings.ts'
import { world } from './world.ts'

export default defineScenario({
  id: 'parallel-401-race',
  title: 'Parallel 401s',
  summary: 'A dashboard makes several calls at once, all are refused, and each wants to refresh: the order decides.',
  group: 'Lifecycle',
  specs: ['RFC 6749 §6', 'RFC 6750 §3.1', 'RFC 9700 §4.14.2'],
  asOf: '2026-11',
  version: 1,
  changes: [
    {
      version: 1,
      asOf: '2026-11',
      what: 'Several calls refused at once: every call refreshes, one refresh is shared, or the token is renewed ahead.',
    },
  ],
  status: 'current',
  hasRace: true,
  settings,
  client: 'app',
  code: [
    { file: 'client.ts', title: 'The calls, and the refresh', actor: 'app' },
    { file: 'strategy-none.ts', title: 'No strategy', actor: 'app', runsWhen: { strategy: 'none' } },
    {
      file: 'strategy-single-flight.ts',
      title: 'Single flight',
      actor: 'app',
      runsWhen: { strategy: 'single_flight' },
      insteadOf: 'strategy-none.ts',
    },
    {
      file: 'strategy-refresh-ahead.ts',
      title: 'Refresh ahead',
      actor: 'app',
      runsWhen: { strategy: 'refresh_ahead' },
      insteadOf: 'strategy-none.ts',
    },
  ],
  regions: [API_CALL, REFRESH],
  autofill: ADA,
  outcomes,
  storage: [accessTokenInPage, refreshTokenOutOfPage, ...refreshTokenOnDevices, refreshTokenInDatabase],
  world,
})

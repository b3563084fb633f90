/** A lost response: the server has rotated, the app never heard of it, and a retry looks like theft. */

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
  id: 'lost-response',
  title: 'Lost response',
  summary: 'The server rotates the refresh token, and its response is lost on the way. The retry looks like theft.',
  group: 'Lifecycle',
  specs: ['RFC 6749 §6', 'RFC 9700 §4.14.2'],
  asOf: '2026-11',
  version: 2,
  changes: [
    {
      version: 2,
      asOf: '2026-11',
      what: 'An app on a phone that is suspended or ended in mid-refresh while its extension refreshes; locks, and what helps.',
    },
    {
      version: 1,
      asOf: '2026-11',
      what: 'A rotated token whose response never arrives: strict rotation, a reuse window, no rotation.',
    },
  ],
  status: 'current',
  settings,
  client: 'app',
  code: [
    { file: 'client.ts', title: 'The refresh', actor: 'app', runsWhen: { device: 'browser' } },
    {
      file: '../../scenario-kit/client-code/refreshing-client.ts',
      title: 'The call, and what follows a 401',
      actor: 'app',
      runsWhen: { device: 'browser' },
    },
    { file: 'phone-app.ts', title: 'The app and its extension', actor: 'app', runsWhen: { device: 'phone' } },
    {
      file: '../../scenario-kit/client-code/lock-file.ts',
      title: 'A lock with a lease',
      actor: 'app',
      runsWhen: { device: 'phone', lock: 'lease' },
    },
    {
      file: 'kept-lock.ts',
      title: 'A lock that is kept',
      actor: 'app',
      runsWhen: { device: 'phone', lock: 'kept' },
      insteadOf: '../../scenario-kit/client-code/lock-file.ts',
    },
  ],
  regions: [API_CALL, REFRESH],
  autofill: ADA,
  outcomes,
  storage: [accessTokenInPage, refreshTokenOutOfPage, ...refreshTokenOnDevices, refreshTokenInDatabase],
  world,
})

/** A server’s own race: how a refresh token is rotated in a database, and what can come between the reads and the writes. */

import { defineScenario } from '../../scenario-kit/contract.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import { API_CALL, REFRESH } from '../../scenario-kit/regions.ts'
import { accessTokenInPage, refreshTokenOutOfPage } from '../../scenario-kit/storage-advice/browser.ts'
import { refreshTokenInDatabase } from '../../scenario-kit/storage-advice/server.ts'
import { outcomes } from './outcomes.ts'
import { settings } from './settings.ts'
import { world } from './world.ts'

export default defineScenario({
  id: 'server-race',
  title: 'Rotation in a database',
  summary:
    'The authorization server keeps its refresh tokens in a database. What it asks there, and in how many steps, decides who stays signed in.',
  group: 'Lifecycle',
  specs: ['RFC 6749 §6', 'RFC 9700 §4.14.2'],
  asOf: '2026-11',
  version: 1,
  changes: [
    {
      version: 1,
      asOf: '2026-11',
      what: 'Reads and writes of a rotation on the wire: checked before the write, stored in two steps, compared by the second.',
    },
  ],
  status: 'current',
  hasRace: true,
  settings,
  client: 'app',
  code: [
    { file: 'client.ts', title: 'The calls, and the refresh', actor: 'app' },
    { file: 'attacker.ts', title: 'The attacker with a copy', actor: 'attacker' },
  ],
  regions: [
    API_CALL,
    { ...REFRESH, matches: REFRESH.matches.map((pattern) => ({ ...pattern, sender: 'app' })) },
    { region: 'replay', title: 'Replay', matches: [{ sender: 'attacker' }] },
  ],
  autofill: ADA,
  outcomes,
  storage: [accessTokenInPage, refreshTokenOutOfPage, refreshTokenInDatabase],
  world,
})

/** Two terminals: processes of one command line tool that share a file with a rotating refresh token. */
import { defineScenario } from '../../scenario-kit/contract.ts'
import { ADA } from '../../scenario-kit/parties/cast.ts'
import { API_CALL, REFRESH } from '../../scenario-kit/regions.ts'
import { refreshTokenOnDevices } from '../../scenario-kit/storage-advice/native.ts'
import { outcomes } from './outcomes.ts'
import { settings } from './settings.ts'
import { world } from './world.ts'

export default defineScenario({
  id: 'cli-processes',
  title: 'Two terminals, one file of tokens',
  summary:
    'A command line tool runs twice on one computer. Both processes share a file with a rotating refresh token, and a lock file is to keep them apart.',
  group: 'Lifecycle',
  specs: ['RFC 6749 §6', 'RFC 9700 §4.14.2'],
  asOf: '2026-11',
  version: 1,
  changes: [
    {
      version: 1,
      asOf: '2026-11',
      what: 'Two processes and one token: no lock, locks that are too narrow, too early or too short, a killed process.',
    },
  ],
  status: 'current',
  hasRace: true,
  settings,
  client: 'terminal-1',
  code: [
    { file: 'client.ts', title: 'The tool', actor: 'terminal-1' },
    { file: '../../scenario-kit/client-code/lock-file.ts', title: 'The lock file', actor: 'terminal-1' },
  ],
  regions: [API_CALL, REFRESH],
  autofill: ADA,
  outcomes,
  storage: refreshTokenOnDevices.filter(({ platform }) => platform === 'Desktop'),
  world,
})

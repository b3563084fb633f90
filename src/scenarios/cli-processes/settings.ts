/** What a person may change about this scenario. */
import { endpointPathFields } from '../../scenario-kit/endpoints.ts'
import { REFRESH_POLICY_SETTINGS } from '../../scenario-kit/refresh-policy.ts'
import { defineSettings, type ValuesOf } from '../../scenario-kit/setting.ts'
import { actorNames } from '../../scenario-kit/settings.ts'

/** The settings, in the order of the form. */
export const settings = defineSettings({
  locks: {
    label: 'What the lock file guards',
    group: 'Command line tool',
    help: 'A refresh is read, ask and write. Whoever may write alone may still ask with a token that another process has spent.',
    type: 'choice',
    default: 'nothing',
    options: [
      { value: 'nothing', label: 'Nothing: there is none' },
      { value: 'writing', label: 'The writing of the file' },
      { value: 'refresh', label: 'Reading, refreshing and writing' },
    ],
  },
  reads_again: {
    label: 'Read the file again under the lock',
    group: 'Command line tool',
    help: 'Whoever had to wait for the lock may have tokens in memory that are no longer those in the file.',
    type: 'boolean',
    default: true,
  },
  lock_at: {
    label: 'Where the lock file is',
    group: 'Command line tool',
    help: 'The tokens are kept per person. A directory of settings can be another one in each terminal (XDG_CONFIG_HOME), and then each has a lock of its own.',
    type: 'choice',
    default: 'credentials',
    options: [
      { value: 'credentials', label: 'Beside the tokens' },
      { value: 'settings', label: 'In the terminal’s own configuration' },
    ],
  },
  lease: {
    label: 'Lease of the lock file',
    group: 'Command line tool',
    help: 'After so long without a renewal the next process takes the lock for a dead one’s. No specification says how long; proper-lockfile, for Node, has ten seconds.',
    isPolicy: true,
    type: 'number',
    default: 20,
    min: 1,
    max: 600,
    unit: 'seconds',
  },
  renews_lease: {
    label: 'Renew the lease while refreshing',
    group: 'Command line tool',
    help: 'Whoever has the lock writes a new time into it every half lease. A dead process does not.',
    isPolicy: true,
    type: 'boolean',
    default: true,
  },
  ...REFRESH_POLICY_SETTINGS,
  ...actorNames({
    computer: 'Computer',
    'terminal-1': 'Terminal 1',
    auth: 'Authorization Server',
    api: 'Resource API',
    'terminal-2': 'Terminal 2',
  }),
  ...endpointPathFields('token_endpoint'),
})

/** What the world is given for them. */
export type Settings = ValuesOf<typeof settings>

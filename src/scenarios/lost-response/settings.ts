/** What a person may change about this scenario. */
import { endpointPathFields } from '../../scenario-kit/endpoints.ts'
import { REFRESH_POLICY_SETTINGS } from '../../scenario-kit/refresh-policy.ts'
import { defineSettings, type ValuesOf } from '../../scenario-kit/setting.ts'
import { actorNames } from '../../scenario-kit/settings.ts'

/** The settings, in the order of the form. */
export const settings = defineSettings({
  ...REFRESH_POLICY_SETTINGS,
  device: {
    label: 'Where the app runs',
    group: 'App',
    help: 'On a phone the app has an extension, which is a process of its own and starts for a notification. Both use one set of tokens. iOS suspends an app seconds after it has left the front: that is Apple’s policy (developer.apple.com, “Extending your app’s background execution time”).',
    isPolicy: true,
    type: 'choice',
    default: 'browser',
    options: [
      { value: 'browser', label: 'In a browser tab' },
      { value: 'phone', label: 'On a phone, with an extension' },
    ],
  },
  lock: {
    label: 'Lock between app and extension',
    group: 'App',
    help: 'On a phone: who may refresh. The lock is in the store that both share.',
    type: 'choice',
    default: 'none',
    options: [
      { value: 'none', label: 'None' },
      { value: 'lease', label: 'A lock that ends without a sign of life' },
      { value: 'kept', label: 'A lock that its holder keeps, asleep or awake' },
    ],
  },
  lease: {
    label: 'Lease of the lock',
    group: 'App',
    help: 'On a phone, for the lock that ends: after so long without a renewal it is anybody’s. The holder renews it every half lease, and not while it is suspended.',
    isPolicy: true,
    type: 'number',
    default: 20,
    min: 1,
    max: 600,
    unit: 'seconds',
  },
  system_lock: {
    label: 'The lock is one of the system',
    group: 'App',
    help: 'On a phone, for the lock that is kept: flock, or an open transaction of SQLite. iOS ends an app that is suspended with one (0xdead10cc): that is Apple’s policy (developer.apple.com, “EXC_CRASH (SIGKILL)”).',
    isPolicy: true,
    type: 'boolean',
    default: false,
  },
  background_time: {
    label: 'Ask for time in the background',
    group: 'App',
    help: 'On a phone: the app tells the system of its refresh, and is suspended only afterwards. On iOS that is beginBackgroundTask, and how long it lasts is Apple’s policy.',
    isPolicy: true,
    type: 'boolean',
    default: false,
  },
  reads_store: {
    label: 'Read the store before every refresh',
    group: 'App',
    help: 'On a phone: the other program may have refreshed since, and what is in memory is a used token then.',
    type: 'boolean',
    default: true,
  },
  ...actorNames({
    browser: 'Browser',
    app: 'Frontend App',
    api: 'Resource API',
    auth: 'Authorization Server',
    'phone-system': 'Phone',
    'phone-app': 'Phone App',
    extension: 'Notification Extension',
  }),
  ...endpointPathFields('token_endpoint'),
})

/** What the world is given for them. */
export type Settings = ValuesOf<typeof settings>

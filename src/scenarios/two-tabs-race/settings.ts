/** What a person may change about this scenario. */
import { endpointPathFields } from '../../scenario-kit/endpoints.ts'
import { REFRESH_POLICY_SETTINGS } from '../../scenario-kit/refresh-policy.ts'
import { defineSettings, type ValuesOf } from '../../scenario-kit/setting.ts'
import { actorNames } from '../../scenario-kit/settings.ts'

/** The settings, in the order of the form. */
export const settings = defineSettings({
  tabs: {
    label: 'Open tabs',
    group: 'Client',
    help: 'How many tabs of the app share the tokens.',
    type: 'number',
    default: 2,
    min: 2,
    max: 3,
    unit: 'tabs',
  },
  strategy: {
    label: 'How the tabs agree',
    group: 'Client',
    help: 'What a tab does when its call is refused. Only this part of the client’s code changes.',
    type: 'choice',
    default: 'none',
    options: [
      { value: 'none', label: 'Not at all: each tab refreshes' },
      { value: 'web_locks', label: 'Web Locks: one at a time' },
      { value: 'leader_tab', label: 'Leader tab: one refreshes for all' },
    ],
  },
  ...REFRESH_POLICY_SETTINGS,
  ...actorNames({
    browser: 'Browser',
    'tab-1': 'Tab 1',
    'tab-2': 'Tab 2',
    'tab-3': 'Tab 3',
    api: 'Resource API',
    auth: 'Authorization Server',
  }),
  ...endpointPathFields('token_endpoint'),
})

/** What the world is given for them. */
export type Settings = ValuesOf<typeof settings>

/** What a person may change about this scenario. */
import { endpointPathFields } from '../../scenario-kit/endpoints.ts'
import { REFRESH_POLICY_SETTINGS } from '../../scenario-kit/refresh-policy.ts'
import { defineSettings, type ValuesOf } from '../../scenario-kit/setting.ts'
import { actorNames } from '../../scenario-kit/settings.ts'

/** The settings, in the order of the form. */
export const settings = defineSettings({
  calls: {
    label: 'API calls at once',
    group: 'Client',
    help: 'How many requests the dashboard makes when it opens.',
    type: 'number',
    default: 2,
    min: 2,
    max: 6,
    unit: 'calls',
  },
  strategy: {
    label: 'Refresh strategy',
    group: 'Client',
    help: 'What a call does when it needs a fresh token. Only this part of the client’s code changes.',
    type: 'choice',
    default: 'none',
    options: [
      { value: 'none', label: 'None: each call refreshes for itself' },
      { value: 'single_flight', label: 'Single flight: one refresh, all wait for it' },
      { value: 'refresh_ahead', label: 'Refresh ahead: 60 s before the token expires' },
    ],
  },
  ...REFRESH_POLICY_SETTINGS,
  ...actorNames({
    browser: 'Browser',
    app: 'Frontend App',
    api: 'Resource API',
    auth: 'Authorization Server',
  }),
  ...endpointPathFields('token_endpoint'),
})

/** What the world is given for them. */
export type Settings = ValuesOf<typeof settings>

/** What a person may change about this scenario. */
import { endpointPathFields } from '../../scenario-kit/endpoints.ts'
import { REFRESH_POLICY_SETTINGS } from '../../scenario-kit/refresh-policy.ts'
import { defineSettings, type ValuesOf } from '../../scenario-kit/setting.ts'
import { actorNames } from '../../scenario-kit/settings.ts'

/** The settings, in the order of the form. */
export const settings = defineSettings({
  write_condition: {
    label: 'Condition of the write',
    group: 'Storage of the authorization server',
    help: 'What the row must still say for the database to change it. RFC 9700 §4.14.2 wants a second use noticed, and leaves to the server how.',
    isPolicy: true,
    type: 'choice',
    default: 'current_token',
    options: [
      { value: 'current_token', label: 'The token that was sent is still the current one' },
      { value: 'issue_time', label: 'No refresh since the second in which it was issued' },
      { value: 'none', label: 'None: the server reads the row first, and then writes' },
    ],
  },
  writes: {
    label: 'Writes for one rotation',
    group: 'Storage of the authorization server',
    help: 'One statement retires the old token and stores its successor, or two do it one after the other. Only the first is all or nothing.',
    isPolicy: true,
    type: 'choice',
    default: 'one',
    options: [
      { value: 'one', label: 'One: both change together' },
      { value: 'two', label: 'Two: first retire, then store' },
    ],
  },
  ...REFRESH_POLICY_SETTINGS,
  refresh_policy: { ...REFRESH_POLICY_SETTINGS.refresh_policy, default: 'reuse_window' },
  // Two of them are over before the browser has to ask again whether the page may call the API.
  access_token_lifetime: { ...REFRESH_POLICY_SETTINGS.access_token_lifetime, default: 240 },
  ...actorNames({
    browser: 'Browser',
    app: 'Frontend App',
    api: 'Resource API',
    auth: 'Authorization Server',
    database: 'Token Database',
    attacker: 'Attacker',
  }),
  ...endpointPathFields('token_endpoint'),
})

/** What the world is given for them. */
export type Settings = ValuesOf<typeof settings>

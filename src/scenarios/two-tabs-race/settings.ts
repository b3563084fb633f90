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
      { value: 'gives_up', label: 'Web Locks, with a limit on waiting' },
      { value: 'answer_in_time', label: 'Web Locks, with a limit on the request' },
      { value: 'steals', label: 'Web Locks, stolen after a while' },
      { value: 'leader_tab', label: 'Leader tab: one refreshes for all' },
    ],
  },
  reads_again: {
    label: 'Read the tokens again when refused',
    group: 'Client',
    help: 'A refused tab looks whether another one has stored newer tokens, before it throws away what is there.',
    type: 'boolean',
    default: false,
  },
  freezes_tabs: {
    label: 'The browser freezes tabs',
    group: 'Client',
    help: 'Whether tabs in the background can be stopped whatever they hold, as on phones and on a computer that sleeps. Chrome for desktop spares a tab that holds a Web Lock.',
    isPolicy: true,
    type: 'boolean',
    default: false,
  },
  ...REFRESH_POLICY_SETTINGS,
  after_replay: {
    label: 'What a second use ends',
    group: 'Authorization server',
    help: 'RFC 9700 §4.14.2 wants the whole family revoked. Some servers refuse the second use and leave the rest alone: a habit, in no specification, that notices no theft.',
    isPolicy: true,
    type: 'choice',
    default: 'revokes_family',
    options: [
      { value: 'revokes_family', label: 'The whole family' },
      { value: 'refused', label: 'Nothing: it is refused (vendor policy)' },
    ],
  },
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

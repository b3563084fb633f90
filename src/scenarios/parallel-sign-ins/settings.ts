/** What a person may change about this scenario. */
import { endpointPathFields } from '../../scenario-kit/endpoints.ts'
import { defineSettings, type ValuesOf } from '../../scenario-kit/setting.ts'
import { actorNames } from '../../scenario-kit/settings.ts'

/** The settings, in the order of the form. */
export const settings = defineSettings({
  shared: {
    label: 'What sign-ins share a place for',
    group: 'App',
    help: 'A sign-in that starts later overwrites what is kept in a shared place. State, nonce and verifier are each for one sign-in, and bound to the browser that began it (RFC 9700 §2.1, §2.1.1; RFC 7636 §4.1). Where they are kept is the client’s decision.',
    isPolicy: true,
    type: 'choice',
    default: 'nothing',
    options: [
      { value: 'nothing', label: 'Nothing: each sign-in under its state' },
      { value: 'everything', label: 'Everything: one key for all' },
      { value: 'verifier', label: 'The code verifier' },
      { value: 'nonce', label: 'The nonce' },
    ],
  },
  ...actorNames({
    browser: 'Browser',
    auth: 'Authorization Server',
    app: 'App Server',
    'tab-1': 'Tab 1',
    'tab-2': 'Tab 2',
  }),
  ...endpointPathFields('authorization_endpoint', 'token_endpoint'),
})

/** What the world is given for them. */
export type Settings = ValuesOf<typeof settings>

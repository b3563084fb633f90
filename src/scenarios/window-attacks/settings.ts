/** What a person may change about this scenario. */
import { endpointPathFields } from '../../scenario-kit/endpoints.ts'
import { defineSettings, type ValuesOf } from '../../scenario-kit/setting.ts'
import { actorNames } from '../../scenario-kit/settings.ts'

/** The settings, in the order of the form. */
export const settings = defineSettings({
  target: {
    label: 'For whom the popup’s message is meant',
    group: 'App',
    help: 'The second argument of postMessage. With * it is delivered to whatever page opened the popup; RFC 9700 §4.17.2 forbids that.',
    type: 'choice',
    default: 'own',
    options: [
      { value: 'own', label: 'The app’s own origin' },
      { value: 'any', label: 'Anybody (*)' },
    ],
  },
  checks_sender: {
    label: 'Compare the sender of a message',
    group: 'App',
    help: 'Any page that has hold of a window may send it messages. The browser says from which origin (RFC 9700 §4.17.2).',
    type: 'boolean',
    default: true,
  },
  ...actorNames({
    browser: 'Browser',
    app: 'Frontend App',
    auth: 'Authorization Server',
    api: 'Resource API',
    attacker: 'Attacker',
  }),
  ...endpointPathFields('authorization_endpoint', 'token_endpoint', 'jwks_uri'),
})

/** What the world is given for them. */
export type Settings = ValuesOf<typeof settings>

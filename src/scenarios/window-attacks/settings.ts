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
  server_cookies: {
    label: 'SameSite of the server’s cookies',
    group: 'Authorization server',
    help: 'Lax cookies go into no frame of another site. Some servers set None, so that apps can renew tokens in a hidden frame.',
    type: 'choice',
    default: 'Lax',
    options: [
      { value: 'Lax', label: 'Lax' },
      { value: 'None', label: 'None' },
    ],
  },
  frame_ancestors: {
    label: 'frame-ancestors on the server’s pages',
    group: 'Authorization server',
    help: "Content-Security-Policy: frame-ancestors 'none' has the browser show the page in no frame (RFC 9700 §4.16).",
    type: 'boolean',
    default: true,
  },
  x_frame_options: {
    label: 'X-Frame-Options on the server’s pages',
    group: 'Authorization server',
    help: 'The older header with the value DENY. It counts where frame-ancestors is missing (RFC 6749 §10.13).',
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
  ...endpointPathFields('authorization_endpoint', 'token_endpoint', 'jwks_uri', 'registration_endpoint'),
})

/** What the world is given for them. */
export type Settings = ValuesOf<typeof settings>

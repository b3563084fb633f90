/** What a person may change about this scenario. */
import { endpointPathFields } from '../../scenario-kit/endpoints.ts'
import { defineSettings, type ValuesOf } from '../../scenario-kit/setting.ts'
import { actorNames } from '../../scenario-kit/settings.ts'

/** The settings, in the order of the form. */
export const settings = defineSettings({
  device_code_lifetime: {
    label: 'Lifetime of the codes',
    group: 'Authorization server',
    help: 'How long the person has. RFC 8628 §3.2 leaves it to the server; a short one also leaves a phisher less time.',
    type: 'number',
    default: 600,
    min: 10,
    max: 1800,
    unit: 'seconds',
  },
  polling_interval: {
    label: 'Wait between two polls',
    group: 'Authorization server',
    help: 'The interval of the device authorization response (RFC 8628 §3.2). Whoever asks sooner hears slow_down.',
    type: 'number',
    default: 5,
    min: 1,
    max: 60,
    unit: 'seconds',
  },
  second_factor: {
    label: 'Ask everybody for a one-time code',
    group: 'Authorization server',
    help: 'A second factor proves who signs in. It does not say for which device.',
    isPolicy: true,
    type: 'boolean',
    default: false,
  },
  network: {
    label: 'Where a device may be',
    group: 'Authorization server',
    help: 'In one network both have the router’s address. A phone on mobile data is refused too, and whoever has a way into the network passes.',
    isPolicy: true,
    type: 'choice',
    default: 'any',
    options: [
      { value: 'any', label: 'Anywhere' },
      { value: 'same', label: 'Only in the network of the person' },
    ],
  },
  polls: {
    label: 'How often the TV polls',
    group: 'TV',
    help: 'A fixed pause ignores the interval that the server has given.',
    type: 'choice',
    default: 'as_told',
    options: [
      { value: 'as_told', label: 'As often as the server says' },
      { value: 'every_two_seconds', label: 'Every two seconds' },
    ],
  },
  on_slow_down: {
    label: 'What the TV makes of slow_down',
    group: 'TV',
    help: 'It means: go on, five seconds slower (RFC 8628 §3.5). Code that knows only authorization_pending takes it for the end.',
    type: 'choice',
    default: 'waits',
    options: [
      { value: 'waits', label: 'Goes on, five seconds slower' },
      { value: 'gives_up', label: 'Gives up' },
    ],
  },
  attacker_network: {
    label: 'Where the attacker is',
    group: 'Attacker',
    type: 'choice',
    default: 'elsewhere',
    options: [
      { value: 'elsewhere', label: 'In another network' },
      { value: 'same', label: 'In Ada’s network' },
    ],
  },
  ...actorNames({
    tv: 'TV App',
    auth: 'Authorization Server',
    browser: 'Browser',
    api: 'Resource API',
    attacker: 'Attacker',
    authenticator: 'Authenticator',
  }),
  ...endpointPathFields('device_authorization_endpoint', 'token_endpoint', 'jwks_uri'),
})

/** What the world is given for them. */
export type Settings = ValuesOf<typeof settings>

/** What a person may change about this scenario. */
import { endpointPathFields } from '../../scenario-kit/endpoints.ts'
import { defineSettings, type ValuesOf } from '../../scenario-kit/setting.ts'
import { actorNames } from '../../scenario-kit/settings.ts'

/** The settings, in the order of the form. */
export const settings = defineSettings({
  binding_message: {
    label: 'Send a binding message',
    group: 'Shop',
    help: 'A short text that counter and phone both show, so that the person can tell whose request it is (OpenID Connect CIBA §7.1).',
    type: 'boolean',
    default: true,
  },
  delivery: {
    label: 'How the shop learns of the decision',
    group: 'Shop',
    help: 'Registered as backchannel_token_delivery_mode. A ping says that there is a decision; the tokens are fetched as before.',
    type: 'choice',
    default: 'poll',
    options: [
      { value: 'poll', label: 'It polls' },
      { value: 'ping', label: 'The server pings it' },
    ],
  },
  polls_too: {
    label: 'Poll although there will be a ping',
    group: 'Shop',
    help: 'Here a ping is sent once. A client that waits for it alone waits for good when it is lost.',
    type: 'boolean',
    default: true,
  },
  polls: {
    label: 'How often the shop polls',
    group: 'Shop',
    help: 'A fixed pause ignores the interval that the server has given.',
    type: 'choice',
    default: 'as_told',
    options: [
      { value: 'as_told', label: 'As often as the server says' },
      { value: 'every_two_seconds', label: 'Every two seconds' },
    ],
  },
  on_slow_down: {
    label: 'What the shop makes of slow_down',
    group: 'Shop',
    help: 'It means: go on, at least five seconds slower (OpenID Connect CIBA §11).',
    type: 'choice',
    default: 'waits',
    options: [
      { value: 'waits', label: 'Goes on, five seconds slower' },
      { value: 'gives_up', label: 'Gives up' },
    ],
  },
  request_lifetime: {
    label: 'The person can answer for',
    group: 'Authorization server',
    help: 'The expires_in of the answer (OpenID Connect CIBA §7.3). The specification leaves it to the server.',
    type: 'number',
    default: 120,
    min: 10,
    max: 3600,
    unit: 'seconds',
  },
  ...actorNames({
    shop: 'Shop App',
    auth: 'Authorization Server',
    phone: 'Phone',
    api: 'Resource API',
    stranger: 'Stranger',
  }),
  ...endpointPathFields('backchannel_authentication_endpoint', 'token_endpoint', 'jwks_uri'),
})

/** What the world is given for them. */
export type Settings = ValuesOf<typeof settings>

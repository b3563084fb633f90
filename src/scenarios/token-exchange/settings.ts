/** What a person may change about this scenario. */
import { endpointPathFields } from '../../scenario-kit/endpoints.ts'
import { defineSettings, type ValuesOf } from '../../scenario-kit/setting.ts'
import { ACCESS_TOKEN_LIFETIME, actorNames } from '../../scenario-kit/settings.ts'

/** The settings, in the order of the form. */
export const settings = defineSettings({
  may_act: {
    label: 'Who may act for Ada',
    group: 'Authorization server',
    help: 'Ada’s tokens name the travel agent in may_act (RFC 8693 §4.4). A server that ignores it lets every registered client speak for her.',
    type: 'choice',
    default: 'when_present',
    options: [
      { value: 'when_present', label: 'Whoever may_act names' },
      { value: 'unchecked', label: 'Any client (may_act unchecked)' },
    ],
  },
  access_token_lifetime: {
    ...ACCESS_TOKEN_LIFETIME,
    help: 'How long Ada’s token can be exchanged. What comes of it ends no later.',
  },
  onward: {
    label: 'What the travel agent does with Ada’s token',
    group: 'Travel agent',
    help: 'With an actor token of its own the new token says who acts for whom; without one, only for whom. RFC 8693 §1.1 describes both; which one is issued is up to the server.',
    type: 'choice',
    default: 'delegation',
    options: [
      { value: 'delegation', label: 'Exchange it, with an actor token' },
      { value: 'impersonation', label: 'Exchange it, without one' },
      { value: 'pass_on', label: 'Pass it on as it is' },
    ],
  },
  audience: {
    label: 'Service that the new token is for',
    group: 'Travel agent',
    help: 'The name that the authorization server knows, character by character. Anything else is invalid_target.',
    type: 'text',
    default: 'https://orders.example',
    maxLength: 200,
  },
  scope: {
    label: 'Scopes that the travel agent asks for',
    group: 'Travel agent',
    help: 'Separated by spaces. Ada allowed orders:read and invoices:read; the agent is also registered for orders:write.',
    type: 'text',
    default: 'orders:read invoices:read',
    maxLength: 200,
  },
  ...actorNames({
    app: 'Travel App',
    agent: 'Travel Agent',
    auth: 'Authorization Server',
    orders: 'Order Service',
    invoices: 'Invoice Service',
    plugin: 'Weather Plug-in',
  }),
  ...endpointPathFields('token_endpoint', 'jwks_uri'),
})

/** What the world is given for them. */
export type Settings = ValuesOf<typeof settings>

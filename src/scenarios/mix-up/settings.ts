/** What a person may change about this scenario. */
import { endpointPathFields } from '../../scenario-kit/endpoints.ts'
import { defineSettings, type ValuesOf } from '../../scenario-kit/setting.ts'
import { ACCESS_TOKEN_LIFETIME, actorNames, CODE_LIFETIME } from '../../scenario-kit/settings.ts'

/** The settings, in the order of the form. */
export const settings = defineSettings({
  compares_issuer: {
    label: 'Compare iss with the server that was asked',
    group: 'Client',
    help: 'The response says which server made it. When that is not the one the browser was sent to, the app goes no further (RFC 9207 §2.4).',
    type: 'boolean',
    default: true,
  },
  redirect_uris: {
    label: 'Redirect URIs',
    group: 'Client',
    help: 'With one for each server the app can see where a response was meant to go. RFC 9700 §4.4.2.2 keeps this for apps that have no other way.',
    type: 'choice',
    default: 'shared',
    options: [
      { value: 'shared', label: 'One for all servers' },
      { value: 'per_issuer', label: 'One for each server, compared' },
    ],
  },
  client_type: {
    label: 'Registration of the app',
    group: 'Client',
    help: 'Without a secret whoever has the code and its verifier can redeem it. With a secret the attacker needs the app to do that.',
    type: 'choice',
    default: 'public',
    options: [
      { value: 'public', label: 'Without a secret (public)' },
      { value: 'confidential', label: 'With a secret (confidential)' },
    ],
  },
  uses_pkce: {
    label: 'Use PKCE',
    group: 'Client',
    help: 'It binds a code to the sign-in in which it was asked for. A public client must use it (RFC 9700 §2.1.1); this server refuses one that does not.',
    type: 'boolean',
    default: true,
  },
  sends_issuer: {
    label: 'Send iss with the response',
    group: 'Authorization server',
    help: 'A server from before RFC 9207 does not say who it is.',
    type: 'boolean',
    default: true,
  },
  attack: {
    label: 'In whose name the attacker asks the honest server',
    group: 'Attacker',
    help: 'An app’s client identifier is no secret. Where anybody may register, the attacker can also register a client with the app’s redirect URI.',
    type: 'choice',
    default: 'as_the_app',
    options: [
      { value: 'as_the_app', label: 'In the app’s' },
      { value: 'own_client', label: 'In that of a client of the attacker’s own' },
    ],
  },
  code_lifetime: CODE_LIFETIME,
  access_token_lifetime: ACCESS_TOKEN_LIFETIME,
  ...actorNames({
    browser: 'Browser',
    app: 'Web App',
    auth: 'Authorization Server',
    attacker: 'Attacker',
    api: 'Resource API',
  }),
  ...endpointPathFields('authorization_endpoint', 'token_endpoint', 'jwks_uri'),
})

/** What the world is given for them. */
export type Settings = ValuesOf<typeof settings>

/** What a person may change about this scenario. */
import { endpointPathFields } from '../../scenario-kit/endpoints.ts'
import { defineSettings, type ValuesOf } from '../../scenario-kit/setting.ts'
import { ACCESS_TOKEN_LIFETIME, actorNames } from '../../scenario-kit/settings.ts'

/** The settings, in the order of the form. */
export const settings = defineSettings({
  server: {
    label: 'The server and the implicit grant',
    group: 'Authorization server',
    help: 'RFC 9700 §2.1.2 tells clients not to use the grant (SHOULD NOT). A server from before 2014 also puts tokens into the query.',
    type: 'choice',
    default: 'registered',
    options: [
      { value: 'off', label: 'Not supported (today)' },
      { value: 'unregistered', label: 'Supported, not for this app' },
      { value: 'registered', label: 'Supported, this app is registered' },
      { value: 'old', label: 'Supported in any response mode' },
    ],
  },
  access_token_lifetime: ACCESS_TOKEN_LIFETIME,
  response_type: {
    label: 'Response type',
    group: 'Client',
    help: 'With an ID token the app can check that the access token was meant for it (at_hash); with token alone it cannot.',
    type: 'choice',
    default: 'id_token token',
    options: [
      { value: 'id_token token', label: 'id_token token' },
      { value: 'token', label: 'token' },
    ],
  },
  response_mode: {
    label: 'Where the tokens stand in the address',
    group: 'Client',
    help: 'Behind # they stay in the browser. In the query they are in request lines, in logs, and in the Referer to the same origin.',
    type: 'choice',
    default: 'fragment',
    options: [
      { value: 'fragment', label: 'Behind # (fragment)' },
      { value: 'query', label: 'Behind ? (query)' },
    ],
  },
  cleans_address: {
    label: 'Take the tokens out of the address bar',
    group: 'Client',
    help: 'history.replaceState replaces the address in the window’s history. Without it, Back leads to the token.',
    type: 'boolean',
    default: true,
  },
  redirect_path: {
    label: 'Registered page that gets the answer',
    group: 'Client',
    help: 'When that page redirects, the browser carries the fragment over (RFC 9110 §10.2.2).',
    type: 'choice',
    default: '/callback',
    options: [
      { value: '/callback', label: '/callback: the app reads it' },
      { value: '/go', label: '/go: redirects to a partner’s site' },
    ],
  },
  sessions: {
    label: 'What signs a person in at the app’s own server',
    group: 'Client',
    help: 'An access token says nothing about whom it was issued to. userinfo answers for every app’s, so a server has to check more (RFC 9700 §4.6).',
    type: 'choice',
    default: 'none',
    options: [
      { value: 'none', label: 'Nothing: the page works by itself' },
      { value: 'any_token', label: 'An access token, by userinfo' },
      { value: 'own_token', label: 'An access token that was issued to this app' },
      { value: 'id_token', label: 'An ID token that fits: nonce and at_hash' },
      { value: 'code', label: 'A code in place of tokens, with PKCE' },
    ],
  },
  scope: {
    label: 'Scopes the app asks for',
    group: 'Client',
    help: 'Separated by spaces. Without openid there is no ID token.',
    type: 'text',
    default: 'openid photos:read',
    maxLength: 200,
  },
  ...actorNames({
    browser: 'Browser',
    app: 'Frontend App',
    auth: 'Authorization Server',
    api: 'Resource API',
    partner: 'Another Site',
    stranger: 'Next Person',
    attacker: 'Attacker',
  }),
  ...endpointPathFields(
    'authorization_endpoint',
    'token_endpoint',
    'jwks_uri',
    'userinfo_endpoint',
    'introspection_endpoint',
  ),
})

/** What the world is given for them. */
export type Settings = ValuesOf<typeof settings>

/** What a person may change about this scenario. */
import { endpointPathFields } from '../../scenario-kit/endpoints.ts'
import { defineSettings, type ValuesOf } from '../../scenario-kit/setting.ts'
import { ACCESS_TOKEN_LIFETIME, actorNames, CODE_LIFETIME } from '../../scenario-kit/settings.ts'

/** The settings, in the order of the form. */
export const settings = defineSettings({
  checks_state: {
    label: 'Compare the state',
    group: 'Client',
    help: 'A response must have the state of the sign-in that this browser began (RFC 9700 §4.7.1).',
    type: 'boolean',
    default: true,
  },
  uses_pkce: {
    label: 'Use PKCE',
    group: 'Client',
    help: 'It binds a code to the sign-in in which it was asked for. RFC 9700 §2.1.1 recommends it to clients with a secret, too.',
    type: 'boolean',
    default: true,
  },
  uses_nonce: {
    label: 'Send a nonce and compare it',
    group: 'Client',
    help: 'It binds the ID token to the sign-in, and with it the code (RFC 9700 §4.5.3.2).',
    type: 'boolean',
    default: true,
  },
  redeems: {
    label: 'When the app redeems the code',
    group: 'Client',
    help: 'A used code is worth nothing. Until then it stands in an address that other sites and the history may keep (RFC 9700 §4.2.4).',
    type: 'choice',
    default: 'at_once',
    options: [
      { value: 'at_once', label: 'At once, then it redirects' },
      { value: 'later', label: 'After a page of its own' },
    ],
  },
  referrer_policy: {
    label: 'Referrer-Policy of the app’s pages',
    group: 'Client',
    help: 'What other sites learn of the address that somebody comes from (RFC 9700 §4.2.4). The second is what browsers do by themselves.',
    type: 'choice',
    default: 'no-referrer',
    options: [
      { value: 'no-referrer', label: 'no-referrer: nothing' },
      { value: 'strict-origin-when-cross-origin', label: 'strict-origin-when-cross-origin: the site' },
      { value: 'unsafe-url', label: 'unsafe-url: the whole address' },
    ],
  },
  redirector: {
    label: 'Where the app’s page /go leads',
    group: 'Client',
    help: 'A page that leads anywhere is an open redirector, which an app must not have (RFC 9700 §4.11.1).',
    type: 'choice',
    default: 'known',
    options: [
      { value: 'known', label: 'To a partner’s site only' },
      { value: 'anywhere', label: 'Wherever its address says' },
    ],
  },
  redirect_uri_matching: {
    label: 'How redirect URIs are compared',
    group: 'Authorization server',
    help: 'As whole strings (RFC 9700 §4.1.3). A server that looks at the beginning alone does so at the token endpoint as well.',
    type: 'choice',
    default: 'exact',
    options: [
      { value: 'exact', label: 'Character by character' },
      { value: 'prefix', label: 'The beginning only' },
    ],
  },
  refuses_downgrade: {
    label: 'Refuse a verifier for a code without a challenge',
    group: 'Authorization server',
    help: 'Somebody may have taken the challenge out of the request (RFC 9700 §4.8.2).',
    type: 'boolean',
    default: true,
  },
  redirect_status: {
    label: 'Status that sends the browser back',
    group: 'Authorization server',
    help: 'After 303 a browser asks for the page. After 307 it sends the form once more, to the app (RFC 9700 §4.12).',
    type: 'choice',
    default: '303',
    options: [
      { value: '303', label: '303 See Other' },
      { value: '307', label: '307 Temporary Redirect' },
    ],
  },
  strips_challenge: {
    label: 'The attacker takes the challenge out of their own request',
    group: 'Attacker',
    help: 'It is their own browser: nobody can keep them from changing the address.',
    type: 'boolean',
    default: false,
  },
  code_lifetime: CODE_LIFETIME,
  access_token_lifetime: ACCESS_TOKEN_LIFETIME,
  ...actorNames({
    browser: 'Browser',
    app: 'Web App',
    auth: 'Authorization Server',
    api: 'Resource API',
    attacker: 'Attacker',
  }),
  ...endpointPathFields('authorization_endpoint', 'token_endpoint', 'jwks_uri'),
})

/** What the world is given for them. */
export type Settings = ValuesOf<typeof settings>

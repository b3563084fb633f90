/** What a person may change about this scenario. */
import { endpointPathFields } from '../../scenario-kit/endpoints.ts'
import { defineSettings, type ValuesOf } from '../../scenario-kit/setting.ts'
import { ACCESS_TOKEN_LIFETIME, actorNames, ROTATION } from '../../scenario-kit/settings.ts'

/** The settings, in the order of the form. */
export const settings = defineSettings({
  tokens: {
    label: 'Where the tokens live',
    group: 'App',
    help: 'In the first three the page is the client and has no secret (RFC 10017 §6.3). In the last two a backend is, and the page has a cookie (§6.1, §6.2).',
    type: 'choice',
    default: 'storage',
    options: [
      { value: 'storage', label: 'sessionStorage' },
      { value: 'memory', label: 'Memory of the page' },
      { value: 'worker', label: 'A Web Worker, which makes the calls' },
      { value: 'mediator', label: 'A backend that gives the page access tokens' },
      { value: 'bff', label: 'A backend that makes the calls (BFF)' },
    ],
  },
  dpop: {
    label: 'Tokens bound to a key (DPoP)',
    group: 'App',
    help: 'Where the page is the client. For a backend that gives tokens to the page no specification defines it (RFC 10017 §6.2.4.3.2), and a BFF gives none away.',
    type: 'boolean',
    default: false,
  },
  rotation: ROTATION,
  silent_frames: {
    label: 'Silent sign-in in hidden frames',
    group: 'Authorization server',
    help: 'Its session cookie goes along in frames of other sites (SameSite=None), for prompt=none. Browsers that block third-party cookies leave it out all the same. RFC 10017 §6.3.4.2.3 says what blocking frames is worth.',
    type: 'boolean',
    default: true,
  },
  consent_each_time: {
    label: 'Ask for consent at each sign-in',
    group: 'Authorization server',
    help: 'Then nobody gets a code silently, the app as little as the script. People soon press Allow without reading: RFC 10017 §6.3.4.2.3 does not recommend it.',
    type: 'boolean',
    default: false,
  },
  access_token_lifetime: ACCESS_TOKEN_LIFETIME,
  ...actorNames({
    browser: 'Browser',
    app: 'Page Script',
    worker: 'Web Worker',
    backend: 'App Backend',
    auth: 'Authorization Server',
    api: 'Resource API',
    attacker: 'Attacker',
  }),
  ...endpointPathFields('authorization_endpoint', 'token_endpoint', 'jwks_uri'),
})

/** What the world is given for them. */
export type Settings = ValuesOf<typeof settings>

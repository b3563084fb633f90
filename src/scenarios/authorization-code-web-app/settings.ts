/** What a person may change about this scenario. */
import { endpointPathFields } from '../../scenario-kit/endpoints.ts'
import { defineSettings, type ValuesOf } from '../../scenario-kit/setting.ts'
import {
  ACCESS_TOKEN_LIFETIME,
  APP_SESSION_LIFETIME,
  actorNames,
  CODE_LIFETIME,
  SAME_SITE,
} from '../../scenario-kit/settings.ts'

const METHODS = [
  { value: 'client_secret_basic', label: 'client_secret_basic: in the header' },
  { value: 'client_secret_post', label: 'client_secret_post: in the body' },
] as const

/** The settings, in the order of the form. */
export const settings = defineSettings({
  access_token_lifetime: ACCESS_TOKEN_LIFETIME,
  code_lifetime: CODE_LIFETIME,
  session_lifetime: APP_SESSION_LIFETIME,
  registered_method: {
    label: 'Authentication method in the registration',
    group: 'Authorization server',
    help: 'A client registers its method (RFC 7591 §2). That the server then refuses every other is its policy.',
    type: 'choice',
    default: 'client_secret_basic',
    options: METHODS,
  },
  auth_method: {
    label: 'Authentication method that the app uses',
    group: 'App',
    help: 'This server answers any method but the registered one with invalid_client, even if the secret is right.',
    type: 'choice',
    default: 'client_secret_basic',
    options: METHODS,
  },
  client_secret: {
    label: 'Client secret that the app has',
    group: 'App',
    help: 'print+ing/press:2026 is registered. Change it to see what a rotated or truncated secret does.',
    type: 'text',
    default: 'print+ing/press:2026',
    maxLength: 100,
  },
  encodes_credentials: {
    label: 'Form-encode id and secret before base64',
    group: 'App',
    help: 'RFC 6749 §2.3.1 requires it. Without it a + in the secret arrives as a space.',
    type: 'boolean',
    default: true,
  },
  redirects_after_callback: {
    label: 'Redirect after the callback',
    group: 'App',
    help: 'Without it the callback’s address stays in the address bar, and reloading sends the used code again.',
    type: 'boolean',
    default: true,
  },
  same_site: SAME_SITE,
  response_mode: {
    label: 'How the answer comes back',
    group: 'App',
    help: 'In the address of a redirect, or in a form that a page of the server posts (OAuth 2.0 Form Post Response Mode). A Lax cookie does not go with that.',
    type: 'choice',
    default: 'query',
    options: [
      { value: 'query', label: 'In the address: query' },
      { value: 'form_post', label: 'In a form: form_post' },
    ],
  },
  sign_in_cookie: {
    label: 'SameSite of the cookie that remembers a sign-in',
    group: 'App',
    help: 'It is needed once, on the way back. The session’s own cookie stays as it is.',
    type: 'choice',
    default: 'same',
    options: [
      { value: 'same', label: 'As for the other one' },
      { value: 'None', label: 'None, with Secure' },
      { value: 'unset', label: 'Left out' },
    ],
  },
  lax_post: {
    label: 'Two minutes of POST for cookies without SameSite',
    group: 'Browser',
    help: 'Chromium counts them as Lax and still sends them with other sites’ POSTs for so long (“Lax + POST”, www.chromium.org/updates/same-site/faq). RFC 6265bis §5.6.7.2 leaves it to browsers.',
    isPolicy: true,
    type: 'boolean',
    default: true,
  },
  instances: {
    label: 'Instances of the app',
    group: 'Hosting',
    help: 'With two of them a load balancer stands in front.',
    type: 'choice',
    default: 'one',
    options: [
      { value: 'one', label: 'One' },
      { value: 'two', label: 'Two, behind a load balancer' },
    ],
  },
  session_store: {
    label: 'Where instances keep sign-ins and sessions',
    group: 'Hosting',
    help: 'The memory of a process is what many session libraries begin with. A shared store is a database or a cache that all of them reach.',
    isPolicy: true,
    type: 'choice',
    default: 'memory',
    options: [
      { value: 'memory', label: 'Each in its own memory' },
      { value: 'shared', label: 'In a store that they share' },
    ],
  },
  balancing: {
    label: 'How the load balancer picks one',
    group: 'Hosting',
    help: 'Taking turns is the usual way. A sticky one remembers by a cookie of its own where a browser was sent.',
    isPolicy: true,
    type: 'choice',
    default: 'turns',
    options: [
      { value: 'turns', label: 'They take turns' },
      { value: 'sticky', label: 'Sticky: a browser stays with one' },
    ],
  },
  ...actorNames({
    browser: 'Browser',
    balancer: 'Load Balancer',
    app: 'Web App Backend',
    app2: 'Second Web App Backend',
    auth: 'Authorization Server',
    api: 'Resource Server',
  }),
  ...endpointPathFields('authorization_endpoint', 'token_endpoint', 'jwks_uri'),
})

/** What the world is given for them. */
export type Settings = ValuesOf<typeof settings>

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
  ...actorNames({
    browser: 'Browser',
    app: 'Web App Backend',
    auth: 'Authorization Server',
    api: 'Resource Server',
  }),
  ...endpointPathFields('authorization_endpoint', 'token_endpoint', 'jwks_uri'),
})

/** What the world is given for them. */
export type Settings = ValuesOf<typeof settings>

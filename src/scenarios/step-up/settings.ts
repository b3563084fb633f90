/** What a person may change about this scenario. */
import { multiFactor } from '../../protocol/authentication/index.ts'
import { endpointPathFields } from '../../scenario-kit/endpoints.ts'
import { defineSettings, type ValuesOf } from '../../scenario-kit/setting.ts'
import { ACCESS_TOKEN_LIFETIME, actorNames } from '../../scenario-kit/settings.ts'

/** An `acr` that the server of this scenario cannot reach. */
export const OUT_OF_REACH = 'urn:authlane:acr:phishing-resistant'

/** The settings, in the order of the form. */
export const settings = defineSettings({
  asks_at_login: {
    label: 'Ask at the sign-in',
    group: 'When to ask',
    help: 'The app sends acr_values with the first authorization request. Everybody is asked, even those who only look at photos.',
    type: 'boolean',
    default: false,
  },
  max_age_at_refresh: {
    label: 'Ask at a refresh, once the sign-in is older than',
    group: 'When to ask',
    help: 'Nobody is there during a refresh, so the server can only refuse it, and the app sends the person back. Zero turns this off.',
    isPolicy: true,
    type: 'number',
    default: 0,
    min: 0,
    max: 86_400,
    unit: 'seconds',
  },
  api_acr: {
    label: 'To delete photos the API asks for',
    group: 'When to ask',
    help: 'It answers 401 insufficient_user_authentication with these acr_values (RFC 9470 §3).',
    type: 'choice',
    default: multiFactor,
    options: [
      { value: multiFactor, label: 'A second factor' },
      { value: OUT_OF_REACH, label: 'Something that the server does not know' },
    ],
  },
  api_max_age: {
    label: 'To delete photos the sign-in may be as old as',
    group: 'When to ask',
    help: 'After that the API uses max_age to ask for a fresh one (RFC 9470 §3).',
    type: 'number',
    default: 300,
    min: 1,
    max: 86_400,
    unit: 'seconds',
  },
  step_up_scope: {
    label: 'When it steps up, the app asks for the scopes',
    group: 'When to ask',
    help: 'The new token replaces the old one. This server grants what is asked for this time; whether others add what was granted before is their policy. The answer says what was granted (RFC 6749 §3.3).',
    type: 'choice',
    default: 'all',
    options: [
      { value: 'all', label: 'Of the first sign-in' },
      { value: 'needed', label: 'Of the call that was refused' },
    ],
  },
  access_token_lifetime: ACCESS_TOKEN_LIFETIME,
  ...actorNames({
    browser: 'Browser',
    app: 'Frontend App',
    auth: 'Authorization Server',
    api: 'Resource API',
    authenticator: 'Authenticator',
  }),
  ...endpointPathFields('authorization_endpoint', 'token_endpoint', 'jwks_uri'),
})

/** What the world is given for them. */
export type Settings = ValuesOf<typeof settings>

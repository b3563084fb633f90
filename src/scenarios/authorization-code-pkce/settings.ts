/** What a person may change about this scenario. */
import { endpointPathFields } from '../../scenario-kit/endpoints.ts'
import { defineSettings, type ValuesOf } from '../../scenario-kit/setting.ts'
import {
  ACCESS_TOKEN_LIFETIME,
  actorNames,
  CODE_LIFETIME,
  REFRESH_TOKEN_LIFETIME,
  ROTATION,
} from '../../scenario-kit/settings.ts'

/** The settings, in the order of the form. */
export const settings = defineSettings({
  access_token_lifetime: ACCESS_TOKEN_LIFETIME,
  refresh_token_lifetime: REFRESH_TOKEN_LIFETIME,
  code_lifetime: CODE_LIFETIME,
  rotation: ROTATION,
  pkce: {
    label: 'PKCE at the server',
    group: 'Authorization server',
    help: 'Required is what RFC 9700 §2.1.1 asks for public clients. A server without PKCE ignores the challenge, so a stolen code works.',
    type: 'choice',
    default: 'required',
    options: [
      { value: 'required', label: 'Required' },
      { value: 'optional', label: 'Checked when sent' },
      { value: 'unsupported', label: 'Not supported' },
    ],
  },
  token_format: {
    label: 'Access token format',
    group: 'Authorization server',
    help: 'The API validates a JWT locally; about an opaque token it asks the server each time (RFC 7662).',
    type: 'choice',
    default: 'jwt',
    options: [
      { value: 'jwt', label: 'JWT (RFC 9068)' },
      { value: 'opaque', label: 'Opaque, introspected' },
    ],
  },
  scope: {
    label: 'Scopes the app asks for',
    group: 'Client',
    help: 'Separated by spaces. Without offline_access there is no refresh token; without photos:read the API answers 403.',
    type: 'text',
    default: 'openid profile offline_access photos:read',
    maxLength: 200,
  },
  callback: {
    label: 'What finishes the sign-in at the callback',
    group: 'Client',
    help: 'In development, React’s StrictMode runs each effect of a component twice when it appears, to show what an effect forgets to undo. That is React’s policy.',
    isPolicy: true,
    type: 'choice',
    default: 'load',
    options: [
      { value: 'load', label: 'The page, once it has loaded' },
      { value: 'effect', label: 'An effect, in every run of it' },
      { value: 'effect_once', label: 'An effect, in its first run alone' },
    ],
  },
  redirect_uri: {
    label: 'Redirect URI the app sends',
    group: 'Client',
    help: 'https://app.example/callback is registered, and the two must match character by character.',
    type: 'text',
    default: 'https://app.example/callback',
    maxLength: 200,
  },
  ...actorNames({
    browser: 'Browser',
    app: 'Frontend App',
    auth: 'Authorization Server',
    api: 'Resource API',
  }),
  ...endpointPathFields('authorization_endpoint', 'token_endpoint', 'jwks_uri', 'introspection_endpoint'),
})

/** What the world is given for them. */
export type Settings = ValuesOf<typeof settings>

/** What a person may change about this scenario. */
import { endpointPathFields } from '../../scenario-kit/endpoints.ts'
import { defineSettings, type ValuesOf } from '../../scenario-kit/setting.ts'
import { ACCESS_TOKEN_LIFETIME, actorNames, REFRESH_TOKEN_LIFETIME, ROTATION } from '../../scenario-kit/settings.ts'

/** The settings, in the order of the form. */
export const settings = defineSettings({
  access_token_lifetime: ACCESS_TOKEN_LIFETIME,
  refresh_token_lifetime: REFRESH_TOKEN_LIFETIME,
  session_lifetime: {
    label: 'Sign-in session at the server',
    group: 'Lifetimes',
    help: 'While it lasts, a forced sign-in needs no password: the browser is sent straight back with a new code.',
    type: 'number',
    default: 28_800,
    min: 1,
    max: 31_536_000,
    unit: 'seconds',
  },
  rotation: ROTATION,
  refresh_tokens: {
    label: 'Refresh tokens for this app',
    group: 'Authorization server',
    help: 'An app that is not registered for the refresh grant has to send Ada back to the server when its token expires.',
    type: 'boolean',
    default: true,
  },
  ...actorNames({
    browser: 'Browser',
    app: 'Frontend App',
    auth: 'Authorization Server',
    api: 'Resource API',
  }),
  ...endpointPathFields('authorization_endpoint', 'token_endpoint', 'jwks_uri'),
})

/** What the world is given for them. */
export type Settings = ValuesOf<typeof settings>

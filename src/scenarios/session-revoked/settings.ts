/** What a person may change about this scenario. */
import { endpointPathFields } from '../../scenario-kit/endpoints.ts'
import { defineSettings, type ValuesOf } from '../../scenario-kit/setting.ts'
import { ACCESS_TOKEN_LIFETIME, actorNames, REFRESH_TOKEN_LIFETIME, VALIDATION } from '../../scenario-kit/settings.ts'

/** The settings, in the order of the form. */
export const settings = defineSettings({
  validation: VALIDATION,
  revoked_token: {
    label: 'Token that support revokes',
    group: 'Support',
    help: 'With the refresh token this server revokes the access tokens of the same grant, as a server that can should (RFC 7009 §2.1). Revoking only the access token leaves the app a way to get the next one.',
    type: 'choice',
    default: 'refresh_token',
    options: [
      { value: 'refresh_token', label: 'Refresh token: the whole grant' },
      { value: 'access_token', label: 'Access token alone' },
    ],
  },
  access_token_lifetime: ACCESS_TOKEN_LIFETIME,
  refresh_token_lifetime: REFRESH_TOKEN_LIFETIME,
  ...actorNames({
    browser: 'Browser',
    app: 'Web App Server',
    api: 'Resource API',
    support: 'Support Desk',
    auth: 'Authorization Server',
  }),
  ...endpointPathFields('token_endpoint', 'revocation_endpoint', 'introspection_endpoint'),
})

/** What the world is given for them. */
export type Settings = ValuesOf<typeof settings>

/** What a person may change about this scenario. */
import { endpointPathFields } from '../../scenario-kit/endpoints.ts'
import { REFRESH_POLICY_SETTINGS } from '../../scenario-kit/refresh-policy.ts'
import { defineSettings, type ValuesOf } from '../../scenario-kit/setting.ts'
import { actorNames, VALIDATION } from '../../scenario-kit/settings.ts'

/** The settings, in the order of the form. */
export const settings = defineSettings({
  ...REFRESH_POLICY_SETTINGS,
  validation: VALIDATION,
  ...actorNames({
    browser: 'Browser',
    app: 'Frontend App',
    api: 'Resource API',
    thief: 'Thief',
    auth: 'Authorization Server',
  }),
  ...endpointPathFields('token_endpoint', 'jwks_uri', 'introspection_endpoint'),
})

/** What the world is given for them. */
export type Settings = ValuesOf<typeof settings>

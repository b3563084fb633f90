/** What a person may change about this scenario. */
import type { SettingField } from '../../scenario-kit/contract.ts'
import { endpointPathFields } from '../../scenario-kit/endpoints.ts'
import { REFRESH_POLICY_SETTINGS } from '../../scenario-kit/refresh-policy.ts'
import { actorNames, VALIDATION } from '../../scenario-kit/settings.ts'

/** The settings, in the order of the form. */
export const settings: readonly SettingField[] = [
  ...REFRESH_POLICY_SETTINGS,
  VALIDATION,
  ...actorNames({
    browser: 'Browser',
    app: 'Frontend App',
    api: 'Resource API',
    thief: 'Thief',
    auth: 'Authorization Server',
  }),
  ...endpointPathFields('token_endpoint', 'jwks_uri', 'introspection_endpoint'),
]

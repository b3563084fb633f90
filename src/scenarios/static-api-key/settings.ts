/** What a person may change about this scenario. */
import { endpointPathFields } from '../../scenario-kit/endpoints.ts'
import { defineSettings, type ValuesOf } from '../../scenario-kit/setting.ts'
import { ACCESS_TOKEN_LIFETIME, actorNames } from '../../scenario-kit/settings.ts'

/** The settings, in the order of the form. */
export const settings = defineSettings({
  habit: {
    label: 'How services call each other here',
    group: 'Services',
    help: 'The first two are habits, described by no specification. The third is the client credentials grant.',
    isPolicy: true,
    type: 'choice',
    default: 'api_key',
    options: [
      { value: 'api_key', label: 'A static API key in a header' },
      { value: 'none', label: 'Nothing: the network is trusted' },
      { value: 'token', label: 'An access token (RFC 6749 §4.4)' },
    ],
  },
  access_token_lifetime: {
    ...ACCESS_TOKEN_LIFETIME,
    help: 'How long a token works, for its client and for whoever stole it.',
  },
  ...actorNames({
    'service-a': 'Service A',
    auth: 'Authorization Server',
    'service-b': 'Service B',
    'service-c': 'Service C',
    attacker: 'Attacker',
    payroll: 'Payroll',
  }),
  ...endpointPathFields('token_endpoint', 'jwks_uri'),
})

/** What the world is given for them. */
export type Settings = ValuesOf<typeof settings>

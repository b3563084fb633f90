/** What a person may change about this scenario. */
import { endpointPathFields } from '../../scenario-kit/endpoints.ts'
import { defineSettings, type ValuesOf } from '../../scenario-kit/setting.ts'
import { ACCESS_TOKEN_LIFETIME, actorNames } from '../../scenario-kit/settings.ts'

/** The settings, in the order of the form. */
export const settings = defineSettings({
  refetches: {
    label: 'Fetch the keys again for an unknown kid',
    group: 'Service B',
    help: 'A kid that is not in the copy may be that of a new key (OpenID Connect Core §10.1.1). Without this, Service B waits until its copy is too old.',
    type: 'boolean',
    default: true,
  },
  cooldown: {
    label: 'Pause between such fetches',
    group: 'Service B',
    help: 'Key ids can be invented, and each one would cost a request. No specification says how long; 30 seconds is what libraries choose.',
    isPolicy: true,
    type: 'number',
    default: 30,
    min: 0,
    max: 3600,
    unit: 'seconds',
  },
  max_age: {
    label: 'How long a copy of the keys is used',
    group: 'Service B',
    help: 'After this Service B fetches the keys in any case, and drops those that are gone. No specification says how long.',
    isPolicy: true,
    type: 'number',
    default: 600,
    min: 1,
    max: 86_400,
    unit: 'seconds',
  },
  new_algorithm: {
    label: 'Algorithm of the new key',
    group: 'Authorization server',
    help: 'Service B accepts RS256 alone. It decides that, not the token (RFC 8725 §3.1).',
    type: 'choice',
    default: 'RS256',
    options: [
      { value: 'RS256', label: 'RS256, as before' },
      { value: 'RS512', label: 'RS512' },
    ],
  },
  access_token_lifetime: {
    ...ACCESS_TOKEN_LIFETIME,
    help: 'How long Service A keeps a token. Until the last one that the old key signed has expired, that key must stay published.',
    default: 3600,
  },
  ...actorNames({
    'service-a': 'Service A',
    auth: 'Authorization Server',
    'service-b': 'Service B',
    attacker: 'Stranger',
  }),
  ...endpointPathFields('token_endpoint', 'jwks_uri'),
})

/** What the world is given for them. */
export type Settings = ValuesOf<typeof settings>

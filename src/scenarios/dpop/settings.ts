/** What a person may change about this scenario. */
import { endpointPathFields } from '../../scenario-kit/endpoints.ts'
import { defineSettings, type ValuesOf } from '../../scenario-kit/setting.ts'
import { ACCESS_TOKEN_LIFETIME, actorNames } from '../../scenario-kit/settings.ts'

/** The settings, in the order of the form. */
export const settings = defineSettings({
  proofs: {
    label: 'Tokens and proofs',
    group: 'Client',
    help: 'A bound token is good only with a proof that is signed with its key. Every request needs a proof of its own (RFC 9449 §4).',
    type: 'choice',
    default: 'each',
    options: [
      { value: 'none', label: 'Bearer tokens, no proofs' },
      { value: 'each', label: 'Bound tokens: a new proof for each request' },
      { value: 'kept', label: 'Bound tokens: a proof is kept for each address (mistake)' },
      { value: 'for_all', label: 'Bound tokens: one proof for everything (mistake)' },
      { value: 'origin', label: 'Bound tokens: the proof names the server alone (mistake)' },
    ],
  },
  clock_offset: {
    label: 'Clock of the device',
    group: 'Client',
    help: 'By how much it is ahead of the servers’ clocks; behind with a minus. A proof says when it was made.',
    type: 'number',
    default: 0,
    min: -3600,
    max: 3600,
    unit: 'seconds',
  },
  nonces: {
    label: 'Servers hand out nonces for proofs',
    group: 'Authorization server',
    help: 'Then the nonce says when a proof was made, whatever the clock of the device says, and no proof is good for longer than its nonce (RFC 9449 §8, §11.2). Here the API does the same (§9).',
    type: 'boolean',
    default: false,
  },
  access_token_lifetime: ACCESS_TOKEN_LIFETIME,
  ...actorNames({
    browser: 'Browser',
    app: 'Frontend App',
    auth: 'Authorization Server',
    api: 'Resource API',
    attacker: 'Attacker',
  }),
  ...endpointPathFields('authorization_endpoint', 'token_endpoint', 'jwks_uri'),
})

/** What the world is given for them. */
export type Settings = ValuesOf<typeof settings>

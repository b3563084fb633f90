/** What a person may change about this scenario. */
import { endpointPathFields } from '../../scenario-kit/endpoints.ts'
import { defineSettings, type ValuesOf } from '../../scenario-kit/setting.ts'
import { ACCESS_TOKEN_LIFETIME, actorNames } from '../../scenario-kit/settings.ts'

const CLOCK = {
  group: 'Clocks',
  help: 'How far it is ahead of the authorization server’s; below zero it is behind.',
  type: 'number',
  default: 0,
  min: -3600,
  max: 3600,
  unit: 'seconds',
} as const

/** The settings, in the order of the form. */
export const settings = defineSettings({
  a_clock: { ...CLOCK, label: 'Clock of Service A' },
  b_clock: { ...CLOCK, label: 'Clock of Service B' },
  assertion_lifetime: {
    label: 'Life of an assertion',
    group: 'Service A',
    help: 'From the moment in which Service A signs it, by its own clock. The server accepts each one once, and ten seconds late.',
    isPolicy: true,
    type: 'number',
    default: 60,
    min: 1,
    max: 3600,
    unit: 'seconds',
  },
  says_not_before: {
    label: 'Say from when the assertion is good (nbf)',
    group: 'Service A',
    help: 'Optional (RFC 7523 §3). Signed by a clock that is ahead, it says “not yet” to everybody whose clock is right.',
    type: 'boolean',
    default: false,
  },
  leeway: {
    label: 'Difference of clocks that Service B allows',
    group: 'Service B',
    help: 'A small leeway, usually no more than a few minutes (RFC 7519 §4.1.4). How much is the service’s decision.',
    isPolicy: true,
    type: 'number',
    default: 0,
    min: 0,
    max: 300,
    unit: 'seconds',
  },
  access_token_lifetime: ACCESS_TOKEN_LIFETIME,
  ...actorNames({ 'service-a': 'Service A', auth: 'Authorization Server', 'service-b': 'Service B' }),
  ...endpointPathFields('token_endpoint', 'jwks_uri'),
})

/** What the world is given for them. */
export type Settings = ValuesOf<typeof settings>

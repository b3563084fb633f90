/** What a person may change about this scenario. */
import { endpointPathFields } from '../../scenario-kit/endpoints.ts'
import { defineSettings, type ValuesOf } from '../../scenario-kit/setting.ts'
import { actorNames } from '../../scenario-kit/settings.ts'

/** The settings, in the order of the form. Every rule about second factors is the operator's own: no specification has one. */
export const settings = defineSettings({
  required: {
    label: 'Who is asked for a second factor',
    group: 'When to ask',
    help: 'A new device is a browser that the person does not trust. “Only on request” asks where the app or a risky scope does.',
    isPolicy: true,
    type: 'choice',
    default: 'new_device',
    options: [
      { value: 'new_device', label: 'Whoever uses a new device' },
      { value: 'always', label: 'Everybody' },
      { value: 'on_request', label: 'Only on request' },
    ],
  },
  high_risk: {
    label: 'Deleting photos is a high-risk action',
    group: 'When to ask',
    help: 'A sign-in with the scope photos:write needs a second factor, on a trusted device too.',
    isPolicy: true,
    type: 'boolean',
    default: true,
  },
  app_asks: {
    label: 'The app asks for a second factor',
    group: 'When to ask',
    help: 'It sends acr_values with the authorization request (RFC 9470 §5).',
    type: 'boolean',
    default: false,
  },
  enrolled: {
    label: 'What Ada has enrolled',
    group: 'Factors',
    help: 'Without a second factor a sign-in that needs one cannot succeed.',
    type: 'choice',
    default: 'all',
    options: [
      { value: 'all', label: 'Authenticator app, phone, recovery codes' },
      { value: 'none', label: 'Nothing' },
    ],
  },
  authenticator_skew: {
    label: 'The authenticator’s clock is ahead by',
    group: 'Factors',
    help: 'One-time codes depend on the time. A negative number means behind.',
    type: 'number',
    default: 0,
    min: -3600,
    max: 3600,
    unit: 'seconds',
  },
  leeway_steps: {
    label: 'Codes may be early or late by',
    group: 'Factors',
    help: 'In steps of 30 seconds. RFC 6238 §5.2 recommends one at most.',
    isPolicy: true,
    type: 'number',
    default: 1,
    min: 0,
    max: 10,
    unit: 'steps',
  },
  push_lifetime: {
    label: 'A push prompt can be answered for',
    group: 'Factors',
    isPolicy: true,
    type: 'number',
    default: 60,
    min: 5,
    max: 600,
    unit: 'seconds',
  },
  max_attempts: {
    label: 'Wrong answers until the lock',
    group: 'Factors',
    help: 'Six digits can be guessed with enough attempts (RFC 4226 §7.3).',
    isPolicy: true,
    type: 'number',
    default: 5,
    min: 1,
    max: 100,
    unit: 'attempts',
  },
  mfa_session_lifetime: {
    label: 'Session with a second factor',
    group: 'Lifetimes',
    help: 'Higher trust, shorter life. A session with a password alone lasts eight hours.',
    isPolicy: true,
    type: 'number',
    default: 900,
    min: 30,
    max: 28_800,
    unit: 'seconds',
  },
  device_trust_lifetime: {
    label: 'A device is trusted for',
    group: 'Lifetimes',
    help: 'Zero offers no trust.',
    isPolicy: true,
    type: 'number',
    default: 2_592_000,
    min: 0,
    max: 31_536_000,
    unit: 'seconds',
  },
  ...actorNames({
    browser: 'Browser',
    app: 'Frontend App',
    auth: 'Authorization Server',
    phone: 'Phone',
    api: 'Resource API',
    authenticator: 'Authenticator',
  }),
  ...endpointPathFields('authorization_endpoint', 'token_endpoint', 'jwks_uri'),
})

/** What the world is given for them. */
export type Settings = ValuesOf<typeof settings>

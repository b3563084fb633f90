/** What a person may change about this scenario. */
import { endpointPathFields } from '../../scenario-kit/endpoints.ts'
import { defineSettings, type ValuesOf } from '../../scenario-kit/setting.ts'
import { actorNames } from '../../scenario-kit/settings.ts'

/** The settings, in the order of the form. */
export const settings = defineSettings({
  linking: {
    label: 'Somebody new from upstream has the address of an account',
    group: 'Broker',
    help: 'Whether the account is theirs. No claim but iss and sub together says who somebody is (OpenID Connect Core §5.7). What else a broker goes by is its policy.',
    isPolicy: true,
    type: 'choice',
    default: 'after_sign_in',
    options: [
      { value: 'any_email', label: 'It is theirs' },
      { value: 'verified_email', label: 'It is theirs if both servers have verified the address' },
      { value: 'after_sign_in', label: 'They sign in to it once, and then it is' },
      { value: 'never', label: 'It is not theirs, and they are turned away' },
    ],
  },
  is_linked: {
    label: 'Ada has linked her account before',
    group: 'Broker',
    help: 'Then the broker knows her by iss and sub, and asks nothing.',
    type: 'boolean',
    default: true,
  },
  registered_by: {
    label: 'Who registered Ada’s address at the broker',
    group: 'Broker',
    help: 'The attacker can, where an address is not verified before the account can be used. The password is the attacker’s then.',
    type: 'choice',
    default: 'ada',
    options: [
      { value: 'ada', label: 'Ada, who confirmed it' },
      { value: 'attacker', label: 'The attacker, who did not' },
    ],
  },
  newcomer: {
    label: 'Ada has left the upstream server, and Bob got',
    group: 'Upstream server',
    help: 'An address may be given to somebody else. A subject identifier must not be (OpenID Connect Core §5.7).',
    type: 'choice',
    default: 'nothing',
    options: [
      { value: 'nothing', label: 'Nothing: she is still there' },
      { value: 'address', label: 'Her email address' },
      { value: 'sub', label: 'Her subject identifier' },
    ],
  },
  ...actorNames({
    browser: 'Browser',
    app: 'Web App',
    auth: 'Authorization Server',
    upstream: 'Upstream Server',
    attacker: 'Attacker',
  }),
  ...endpointPathFields('authorization_endpoint', 'token_endpoint', 'userinfo_endpoint', 'jwks_uri'),
})

/** What the world is given for them. */
export type Settings = ValuesOf<typeof settings>

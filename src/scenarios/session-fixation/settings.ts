/** What a person may change about this scenario. */
import { endpointPathFields } from '../../scenario-kit/endpoints.ts'
import { defineSettings, type ValuesOf } from '../../scenario-kit/setting.ts'
import { actorNames } from '../../scenario-kit/settings.ts'

/** The settings, in the order of the form. */
export const settings = defineSettings({
  new_key: {
    label: 'Make a new session key at the sign-in',
    group: 'App',
    help: 'A key that the browser had before may be known to whoever put it there (RFC 6265bis §8.4).',
    type: 'boolean',
    default: true,
  },
  host_prefix: {
    label: 'Name the cookie __Host-session',
    group: 'App',
    help: 'The browser then takes it from this very host alone, and from no neighbour in the domain (RFC 6265bis §4.1.3.2). Otherwise it is called sid.',
    type: 'boolean',
    default: true,
  },
  key_from_address: {
    label: 'Take a session key from the address',
    group: 'App',
    help: 'Some frameworks do, for browsers without cookies: jsessionid in Java, session.use_trans_sid in PHP. A link then carries a key.',
    type: 'boolean',
    default: false,
  },
  ...actorNames({
    browser: 'Browser',
    app: 'Web App',
    auth: 'Authorization Server',
    api: 'Resource API',
    attacker: 'Attacker',
  }),
  ...endpointPathFields('authorization_endpoint', 'token_endpoint', 'jwks_uri'),
})

/** What the world is given for them. */
export type Settings = ValuesOf<typeof settings>

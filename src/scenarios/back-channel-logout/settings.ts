/** What a person may change about this scenario. */
import { endpointPathFields } from '../../scenario-kit/endpoints.ts'
import { defineSettings, type ValuesOf } from '../../scenario-kit/setting.ts'
import { APP_SESSION_LIFETIME, actorNames } from '../../scenario-kit/settings.ts'

/** The settings, in the order of the form. */
export const settings = defineSettings({
  attempts: {
    label: 'How often the server sends a logout token',
    group: 'Authorization server',
    help: 'Where the app cannot be reached or answers 5xx. OpenID Connect Back-Channel Logout §2.5 allows it for errors that may pass; how often is the server’s decision.',
    isPolicy: true,
    type: 'number',
    default: 3,
    min: 1,
    max: 5,
    unit: 'times',
  },
  verification: {
    label: 'What Photo Albums checks of a logout token',
    group: 'App',
    help: 'OpenID Connect Back-Channel Logout §2.6 asks for all of it (MUST). The other two are mistakes that apps make.',
    type: 'choice',
    default: 'all',
    options: [
      { value: 'all', label: 'All that the specification asks for' },
      { value: 'signature', label: 'Signature, issuer, audience' },
      { value: 'none', label: 'Nothing' },
    ],
  },
  remembers_tokens: {
    label: 'Take each logout token only once',
    group: 'App',
    help: 'OpenID Connect Back-Channel Logout §2.6 leaves it to the app to remember the jti of each token that it has taken.',
    type: 'boolean',
    default: true,
  },
  ends: {
    label: 'What a logout token ends',
    group: 'App',
    help: 'The session that its sid names, or all sessions of its sub: also those on other devices, and later ones. The specification means all of them only where there is no sid.',
    isPolicy: true,
    type: 'choice',
    default: 'sid',
    options: [
      { value: 'sid', label: 'The session that it names' },
      { value: 'sub', label: 'All sessions of the person' },
    ],
  },
  session_lifetime: APP_SESSION_LIFETIME,
  ...actorNames({
    browser: 'Browser',
    app: 'Photo Prints',
    auth: 'Authorization Server',
    albums: 'Photo Albums',
    attacker: 'Attacker',
  }),
  ...endpointPathFields('authorization_endpoint', 'token_endpoint', 'jwks_uri', 'end_session_endpoint'),
})

/** What the world is given for them. */
export type Settings = ValuesOf<typeof settings>

/** What a person may change about this scenario. */
import { endpointPathFields } from '../../scenario-kit/endpoints.ts'
import { defineSettings, type ValuesOf } from '../../scenario-kit/setting.ts'
import { ACCESS_TOKEN_LIFETIME, actorNames } from '../../scenario-kit/settings.ts'

const GROUP = 'Resource API'

/** The settings, in the order of the form. */
export const settings = defineSettings({
  fixes_algorithm: {
    label: 'Take RS256 signatures only',
    group: GROUP,
    help: 'The API decides, not the token. Otherwise a token can say that it has no signature, or one that a public key makes (RFC 8725 §3.1).',
    type: 'boolean',
    default: true,
  },
  fixes_keys: {
    label: 'Take keys from the issuer only',
    group: GROUP,
    help: 'A token can name an address with keys (jku) or bring one (jwk), and its kid can be a path. Whoever made it up chose them (RFC 8725 §3.10).',
    type: 'boolean',
    default: true,
  },
  checks_audience: {
    label: 'Check the audience',
    group: GROUP,
    help: 'A token says for which API it is. Another API gets tokens of the same people from the same server (RFC 9068 §4).',
    type: 'boolean',
    default: true,
  },
  checks_type: {
    label: 'Check the type',
    group: GROUP,
    help: 'An access token says at+jwt. An ID token has the same signature and is no access token (RFC 9068 §4).',
    type: 'boolean',
    default: true,
  },
  checks_person: {
    label: 'Tell people from apps',
    group: GROUP,
    help: 'In a token of an app’s own, sub is the app’s name, and that can be the name of a person (RFC 9700 §4.15).',
    type: 'boolean',
    default: true,
  },
  strips_headers: {
    label: 'Remove the proxy’s header from requests',
    group: GROUP,
    help: 'X-Authenticated-User is for the proxy to set. It must throw away what comes from outside under that name (RFC 9700 §4.13).',
    type: 'boolean',
    default: true,
  },
  access_token_lifetime: ACCESS_TOKEN_LIFETIME,
  ...actorNames({
    app: 'Photo App',
    api: 'Resource API',
    auth: 'Authorization Server',
    attacker: 'Attacker',
  }),
  ...endpointPathFields('token_endpoint', 'jwks_uri'),
})

/** What the world is given for them. */
export type Settings = ValuesOf<typeof settings>

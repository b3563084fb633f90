/** What a person may change about this scenario. */
import { endpointPathFields } from '../../scenario-kit/endpoints.ts'
import { defineSettings, type ValuesOf } from '../../scenario-kit/setting.ts'
import { actorNames } from '../../scenario-kit/settings.ts'

/** The settings, in the order of the form. */
export const settings = defineSettings({
  opened_at: {
    label: 'Where Ada opens the app',
    group: 'Browser',
    help: 'Both hosts serve the app. Storage is kept for each origin apart, and the redirect URI is at app.example.',
    type: 'choice',
    default: 'app',
    options: [
      { value: 'app', label: 'https://app.example' },
      { value: 'www', label: 'https://www.app.example' },
    ],
  },
  response_mode: {
    label: 'Where the answer shall stand',
    group: 'App',
    help: 'The app reads the query of its callback. Some libraries ask for the fragment with a code, too: keycloak-js does unless told otherwise.',
    type: 'choice',
    default: 'query',
    options: [
      { value: 'query', label: 'In the query' },
      { value: 'fragment', label: 'In the fragment' },
    ],
  },
  router: {
    label: 'When the router tidies the address',
    group: 'App',
    help: 'Routers write the address anew when they start: without what they do not know. In no specification.',
    isPolicy: true,
    type: 'choice',
    default: 'after',
    options: [
      { value: 'after', label: 'After the answer was read' },
      { value: 'first', label: 'First of all' },
    ],
  },
  mark: {
    label: 'Mark of a sign-in under way',
    group: 'App',
    help: 'Some libraries (MSAL) write into the storage of the tab that a sign-in is under way, and begin no second one. A habit of vendors, in no specification.',
    isPolicy: true,
    type: 'choice',
    default: 'none',
    options: [
      { value: 'none', label: 'None' },
      { value: 'kept', label: 'Kept until an answer comes' },
      { value: 'cleared', label: 'Cleared when the app loads without an answer' },
    ],
  },
  client_type: {
    label: 'Registered as',
    group: 'Authorization server',
    help: 'A page cannot keep a secret, so it is a public client (RFC 6749 §2.1).',
    type: 'choice',
    default: 'public',
    options: [
      { value: 'public', label: 'Single-page app: public, no secret' },
      { value: 'web', label: 'Web app: with a secret' },
    ],
  },
  web_origin: {
    label: 'Web origin in the registration',
    group: 'Authorization server',
    help: 'Whose scripts may read the token endpoint’s answers (CORS). Servers have a list for that, or go by the redirect URIs; no specification says.',
    isPolicy: true,
    type: 'choice',
    default: 'app',
    options: [
      { value: 'app', label: 'https://app.example' },
      { value: 'www', label: 'https://www.app.example' },
    ],
  },
  ...actorNames({ browser: 'Browser', app: 'Frontend App', auth: 'Authorization Server', api: 'Resource API' }),
  ...endpointPathFields('authorization_endpoint', 'token_endpoint', 'jwks_uri'),
})

/** What the world is given for them. */
export type Settings = ValuesOf<typeof settings>

/** What a person may change about this scenario. */
import { endpointPathFields } from '../../scenario-kit/endpoints.ts'
import { defineSettings, type ValuesOf } from '../../scenario-kit/setting.ts'
import { ACCESS_TOKEN_LIFETIME, actorNames } from '../../scenario-kit/settings.ts'

/** The settings, in the order of the form. */
export const settings = defineSettings({
  access_token_lifetime: {
    ...ACCESS_TOKEN_LIFETIME,
    help: 'How long Service B accepts a token before Service A must ask for another.',
  },
  refresh_ahead: {
    label: 'Renew the token ahead of its expiry',
    group: 'Lifetimes',
    help: 'A token with no more than this left is replaced before it is used, because a request takes time to arrive. No specification says how long; 60 seconds is usual.',
    isPolicy: true,
    type: 'number',
    default: 60,
    min: 0,
    max: 3600,
    unit: 'seconds',
  },
  jobs: {
    label: 'Jobs at once',
    group: 'Service A',
    help: 'How many jobs “Run several jobs at once” starts.',
    type: 'number',
    default: 3,
    min: 2,
    max: 8,
    unit: 'jobs',
  },
  single_flight: {
    label: 'Share one token request',
    group: 'Service A',
    help: 'Jobs that need a token while one is being fetched wait for it. Without this, each job asks for its own.',
    isPolicy: true,
    type: 'boolean',
    default: true,
  },
  registered_scope: {
    label: 'Scopes that are registered',
    group: 'Registration',
    help: 'What Service A may ever ask for. The server offers invoices:read and invoices:write.',
    type: 'text',
    default: 'invoices:read',
    maxLength: 200,
  },
  scope: {
    label: 'Scopes that Service A asks for',
    group: 'Service A',
    help: 'Separated by spaces. A scope that is not registered is refused with invalid_scope; without invoices:read Service B answers 403.',
    type: 'text',
    default: 'invoices:read',
    maxLength: 200,
  },
  resource: {
    label: 'API that Service A names',
    group: 'Service A',
    help: 'The resource parameter (RFC 8707 §2). Which scopes are of which API is the server’s to know; this one also has ledger:read, of another service.',
    isPolicy: true,
    type: 'choice',
    default: 'none',
    options: [
      { value: 'none', label: 'None' },
      { value: 'service_b', label: 'https://service-b.example' },
    ],
  },
  body: {
    label: 'Body of the token request',
    group: 'Service A',
    help: 'The token endpoint reads a form (RFC 6749 §4.4.2, §3.2). Frameworks for APIs send JSON unless told otherwise.',
    type: 'choice',
    default: 'form',
    options: [
      { value: 'form', label: 'application/x-www-form-urlencoded' },
      { value: 'json', label: 'application/json' },
    ],
  },
  secret: {
    label: 'Secret in Service A’s configuration',
    group: 'Service A',
    help: 'The portal shows the secret once. If the last character is lost while copying, the server answers invalid_client.',
    type: 'choice',
    default: 'exact',
    options: [
      { value: 'exact', label: 'As the portal showed it' },
      { value: 'truncated', label: 'The last character is missing' },
    ],
  },
  ...actorNames({
    portal: 'Developer Portal',
    auth: 'Authorization Server',
    'service-a': 'Service A',
    'service-b': 'Service B',
  }),
  ...endpointPathFields('registration_endpoint', 'token_endpoint', 'jwks_uri'),
})

/** What the world is given for them. */
export type Settings = ValuesOf<typeof settings>

/** What a person may change about this scenario. */
import { endpointPathFields } from '../../scenario-kit/endpoints.ts'
import { defineSettings, type ValuesOf } from '../../scenario-kit/setting.ts'
import { ACCESS_TOKEN_LIFETIME, actorNames, REFRESH_TOKEN_LIFETIME } from '../../scenario-kit/settings.ts'

/** The settings, in the order of the form. */
export const settings = defineSettings({
  access_token_lifetime: {
    ...ACCESS_TOKEN_LIFETIME,
    help: 'If it is longer than the client needs, the refresh step never happens; a stolen token then works for just as long.',
  },
  refresh_token_lifetime: REFRESH_TOKEN_LIFETIME,
  validation: {
    label: 'How the API Server validates tokens',
    group: 'API Server',
    help: 'Introspection costs a request for each call and notices a revocation at once. Checking the signature costs nothing and notices nothing. The list is in between; it is policy.',
    type: 'choice',
    default: 'introspection',
    options: [
      { value: 'introspection', label: 'Introspection: ask each time (RFC 7662)' },
      { value: 'jwt', label: 'Local: check the JWT’s signature (RFC 9068)' },
      { value: 'revocation_list', label: 'Local, and a list of revoked tokens (policy)' },
    ],
  },
  list_age: {
    label: 'Age of the revocation list',
    group: 'API Server',
    help: 'How long the API Server uses the list before it fetches it again. A revoked token may still work for that long.',
    isPolicy: true,
    type: 'number',
    default: 60,
    min: 0,
    max: 86_400,
    unit: 'seconds',
  },
  credential: {
    label: 'Credential of each call',
    group: 'Client',
    help: 'What the client sends with GET /resource. A certificate without a token is policy too, and drawn: a page cannot present a client certificate.',
    type: 'choice',
    default: 'bearer',
    options: [
      { value: 'bearer', label: 'Bearer token (RFC 6750)' },
      { value: 'api_key', label: 'API key (policy)' },
      { value: 'mtls', label: 'Mutual TLS (drawn)' },
    ],
  },
  presents: {
    label: 'What the client sends as its token',
    group: 'Client',
    help: 'RFC 6750 §2.1 has the Authorization header. An API that goes by it looks nowhere else, and takes nothing else there.',
    type: 'choice',
    default: 'token',
    options: [
      { value: 'token', label: 'The token, in Authorization' },
      { value: 'own_header', label: 'The token, in X-Access-Token' },
      { value: 'project_key', label: 'The project’s key, in Authorization' },
    ],
  },
  token_format: {
    label: 'Access token format',
    group: 'Auth Service',
    help: 'A JWT (RFC 9068) can be read by the API. An opaque token says nothing to anybody but the server that issued it.',
    type: 'choice',
    default: 'jwt',
    options: [
      { value: 'jwt', label: 'JWT (RFC 9068)' },
      { value: 'opaque', label: 'Opaque' },
    ],
  },
  grant: {
    label: 'Credentials of the token request',
    group: 'Client',
    help: 'On behalf of a person: a code from their sign-in and the client’s secret. In its own name: the secret alone, and no refresh token. A person’s password must not be used (RFC 9700 §2.4).',
    type: 'choice',
    default: 'authorization_code',
    options: [
      { value: 'authorization_code', label: 'Ada’s code and the client’s secret' },
      { value: 'client_credentials', label: 'The client’s secret alone' },
      { value: 'password', label: 'Ada’s password and the client’s secret' },
    ],
  },
  scope: {
    label: 'Scopes the client asks for',
    group: 'Client',
    help: 'Separated by spaces. GET /resource requires resource:read, GET /profile requires scope:profile.',
    type: 'text',
    default: 'resource:read',
    maxLength: 200,
  },
  role: {
    label: 'Ada’s role',
    group: 'Auth Service',
    help: 'GET /audit-log is for auditors. A scope says what the client may do for the person, a role what the person may do at all; both are needed.',
    isPolicy: true,
    type: 'choice',
    default: 'none',
    options: [
      { value: 'none', label: 'None' },
      { value: 'auditor', label: 'auditor' },
    ],
  },
  // learn.microsoft.com/en-us/entra/identity/hybrid/connect/how-to-connect-fed-group-claims
  other_roles: {
    label: 'Other roles that Ada has',
    group: 'Auth Service',
    help: 'A token here names 200 at most. Of more it names none, and says where to ask: Microsoft Entra ID does so with groups.',
    isPolicy: true,
    type: 'number',
    default: 0,
    min: 0,
    max: 500,
    unit: 'roles',
  },
  retries: {
    label: 'Repeat a call after a 401',
    group: 'Client',
    help: 'How often the client renews its token and tries again. More than once only hides another fault.',
    isPolicy: true,
    type: 'number',
    default: 1,
    min: 0,
    max: 3,
    unit: 'times',
  },
  refresh_path: {
    label: 'Where the client renews tokens',
    group: 'Client',
    help: 'Some templates have a separate endpoint for this. The standard uses the token endpoint, with another grant_type.',
    type: 'choice',
    default: '/token',
    options: [
      { value: '/token', label: 'POST /token (RFC 6749 §6)' },
      { value: '/token/refresh', label: 'POST /token/refresh (not standard)' },
    ],
  },
  provider: {
    label: 'Auth Service is',
    group: 'Names',
    help: 'What the lane is called. The messages stay the same: a real Auth0 has no introspection and expects an audience parameter.',
    type: 'choice',
    default: 'own',
    options: [
      { value: 'own', label: 'As named below' },
      { value: 'Keycloak', label: 'Keycloak' },
      { value: 'Auth0', label: 'Auth0' },
    ],
  },
  ...actorNames({ client: 'Client', auth: 'Auth Service', api: 'API Server' }),
  ...endpointPathFields('token_endpoint', 'revocation_endpoint', 'introspection_endpoint', 'jwks_uri'),
})

/** What the world is given for them. */
export type Settings = ValuesOf<typeof settings>

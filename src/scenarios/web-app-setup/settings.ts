/** What a person may change about this scenario. */
import { endpointPathFields } from '../../scenario-kit/endpoints.ts'
import { defineSettings, type ValuesOf } from '../../scenario-kit/setting.ts'
import { actorNames } from '../../scenario-kit/settings.ts'

/** The settings, in the order of the form. */
export const settings = defineSettings({
  client_id: {
    label: 'Client ID that the app has',
    group: 'App',
    help: 'photo-prints-web is registered at this server. Another environment has another one.',
    type: 'text',
    default: 'photo-prints-web',
    maxLength: 100,
  },
  sends_secret: {
    label: 'Send the client secret',
    group: 'App',
    help: 'The app is registered with one, so each token request must prove that it has it (RFC 6749 §3.2.1).',
    type: 'boolean',
    default: true,
  },
  uses_pkce: {
    label: 'Use PKCE',
    group: 'App',
    help: 'This server requires it of every client, as OAuth 2.1 does. RFC 9700 §2.1.1 requires it of public clients and recommends it to the others.',
    type: 'boolean',
    default: true,
  },
  scope: {
    label: 'Scopes the app asks for',
    group: 'App',
    help: 'Separated by spaces. Without openid there is no ID token, without email no email address. photos:read is the only one of the API’s that is registered.',
    type: 'text',
    default: 'openid photos:read',
    maxLength: 200,
  },
  token_redirect_uri: {
    label: 'Redirect URI in the token request',
    group: 'App',
    help: 'It must be the one of the authorization request, character by character (RFC 6749 §4.1.3).',
    type: 'text',
    default: 'https://app.example/callback',
    maxLength: 200,
  },
  known_by: {
    label: 'What the app knows people by',
    group: 'App',
    help: 'Only iss and sub together are sure never to be somebody else’s (OpenID Connect Core §5.7). Many apps want an email address, and some a verified one.',
    isPolicy: true,
    type: 'choice',
    default: 'sub',
    options: [
      { value: 'sub', label: 'The subject identifier' },
      { value: 'email', label: 'The email address' },
      { value: 'verified_email', label: 'The email address, if the server has verified it' },
    ],
  },
  members: {
    label: 'Whose accounts may use the app',
    group: 'App',
    help: 'The server has accounts for Ada and for Bob. An app of a company takes those of the company alone: its own rule, in no specification.',
    isPolicy: true,
    type: 'choice',
    default: 'anybody',
    options: [
      { value: 'anybody', label: 'Anybody’s' },
      { value: 'bob', label: 'Bob’s alone' },
    ],
  },
  prompt: {
    label: 'What the app asks of the sign-in page',
    group: 'App',
    help: 'Without prompt, a session at the server answers and nobody is asked (OpenID Connect Core §3.1.2.1).',
    type: 'choice',
    default: 'nothing',
    options: [
      { value: 'nothing', label: 'Nothing' },
      { value: 'select_account', label: 'prompt=select_account' },
    ],
  },
  compares_scope: {
    label: 'Stop when another scope was granted',
    group: 'App',
    help: 'A server may grant less than was asked for, and says so (RFC 6749 §3.3). To stop then is a habit of libraries (oauthlib), in no specification.',
    isPolicy: true,
    type: 'boolean',
    default: false,
  },
  has_session: {
    label: 'Session middleware before the sign-in',
    group: 'App',
    help: 'The app has to remember state, nonce and verifier of a sign-in until the browser is back.',
    type: 'boolean',
    default: true,
  },
  start_button: {
    label: 'How the sign-in button starts it',
    group: 'App',
    help: 'This app takes a start from a form of its own pages alone, so that no other site can start a sign-in. A policy of frameworks (OmniAuth, since 2.0).',
    isPolicy: true,
    type: 'choice',
    default: 'form',
    options: [
      { value: 'form', label: 'A form of the app (POST)' },
      { value: 'link', label: 'A link (GET)' },
    ],
  },
  tokens_kept: {
    label: 'Where the app keeps its tokens',
    group: 'App',
    help: 'The session is in a store that outlives the process. Some libraries keep the tokens apart from it, in the memory of the process unless they are told otherwise.',
    type: 'choice',
    default: 'session',
    options: [
      { value: 'session', label: 'In the session' },
      { value: 'process', label: 'In the memory of the process' },
    ],
  },
  is_enabled: {
    label: 'The registration is switched on',
    group: 'Authorization server',
    help: 'Servers can switch a client off without deleting it. In no specification.',
    isPolicy: true,
    type: 'boolean',
    default: true,
  },
  registered_grant: {
    label: 'Grant type in the registration',
    group: 'Authorization server',
    help: 'What the client may use at the token endpoint (RFC 7591 §2). Signing people in takes authorization_code.',
    type: 'choice',
    default: 'authorization_code',
    options: [
      { value: 'authorization_code', label: 'authorization_code' },
      { value: 'client_credentials', label: 'client_credentials' },
    ],
  },
  unoffered_scope: {
    label: 'A scope that the client may not have',
    group: 'Authorization server',
    help: 'The server refuses the request, or grants the rest. RFC 6749 §3.3 allows both.',
    isPolicy: true,
    type: 'choice',
    default: 'refused',
    options: [
      { value: 'refused', label: 'Refuse the request' },
      { value: 'ignored', label: 'Grant the rest' },
    ],
  },
  email_verified: {
    label: 'Ada’s email address is verified',
    group: 'Authorization server',
    help: 'Whether she has proved that it is hers: email_verified (OpenID Connect Core §5.1).',
    type: 'boolean',
    default: true,
  },
  ...actorNames({
    browser: 'Browser',
    app: 'Web App Backend',
    auth: 'Authorization Server',
    api: 'Resource Server',
  }),
  ...endpointPathFields('authorization_endpoint', 'token_endpoint', 'userinfo_endpoint', 'jwks_uri'),
})

/** What the world is given for them. */
export type Settings = ValuesOf<typeof settings>

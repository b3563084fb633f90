/** What a person may change about this scenario. */
import { endpointPathFields } from '../../scenario-kit/endpoints.ts'
import { defineSettings, type ValuesOf } from '../../scenario-kit/setting.ts'
import { ACCESS_TOKEN_LIFETIME, actorNames } from '../../scenario-kit/settings.ts'

/** The settings, in the order of the form. */
export const settings = defineSettings({
  session_kept: {
    label: 'Where the session is kept',
    group: 'App',
    help: 'In the cookie it needs no store, and must fit into 4096 bytes with its name (RFC 6265bis §5.7). On the server only a key is in the cookie.',
    type: 'choice',
    default: 'cookie',
    options: [
      { value: 'cookie', label: 'In the cookie, signed' },
      { value: 'server', label: 'On the server, under a key' },
    ],
  },
  groups: {
    label: 'Groups that Ada is in',
    group: 'Authorization server',
    help: 'Her access token names them (RFC 9068 §2.2.3.1), and grows with each one.',
    type: 'number',
    default: 3,
    min: 0,
    max: 500,
    unit: 'groups',
  },
  cookie_path: {
    label: 'Path of the session cookie',
    group: 'App',
    help: 'A cookie that names no path gets that of the address that set it, here /auth (RFC 6265bis §5.1.4).',
    type: 'choice',
    default: '/',
    options: [
      { value: '/', label: 'Path=/' },
      { value: 'none', label: 'None named' },
    ],
  },
  sign_in_cookies: {
    label: 'Cookies of sign-ins under way',
    group: 'App',
    help: 'With one, two tabs that sign in at once take it from each other. With one for each, those that nobody finishes stay for ten minutes. Libraries do all three.',
    isPolicy: true,
    type: 'choice',
    default: 'one',
    options: [
      { value: 'one', label: 'One, for the last that began' },
      { value: 'each', label: 'One for each' },
      { value: 'newest', label: 'One for each of the newest five' },
    ],
  },
  header_limit: {
    label: 'How much the web server reads of a header field',
    group: 'App',
    help: 'All cookies are one field. nginx reads 8 kB unless it is told otherwise (large_client_header_buffers), Apache as much (LimitRequestFieldSize).',
    isPolicy: true,
    type: 'number',
    default: 8192,
    min: 1024,
    max: 65_536,
    unit: 'bytes',
  },
  guarded: {
    label: 'Which addresses need a session',
    group: 'App',
    help: 'The address that the browser comes back to has to be open: it is where the session begins.',
    type: 'choice',
    default: 'pages',
    options: [
      { value: 'pages', label: 'All but the callback' },
      { value: 'everything', label: 'All, the callback too' },
    ],
  },
  on_error: {
    label: 'When a sign-in fails',
    group: 'App',
    help: 'The answer has an error in place of a code (RFC 6749 §4.1.2.1). Who starts again at once gets the same one.',
    type: 'choice',
    default: 'shown',
    options: [
      { value: 'shown', label: 'The error is shown' },
      { value: 'ignored', label: 'It is logged, and the next one begins' },
    ],
  },
  scope: {
    label: 'Scopes the app asks for',
    group: 'App',
    help: 'The app is registered for openid and photos:read. Anything else is refused.',
    type: 'text',
    default: 'openid photos:read',
    maxLength: 200,
  },
  app_clock: {
    label: 'Clock of the app’s server',
    group: 'App',
    help: 'How far it is ahead of the right time; below zero it is behind.',
    type: 'number',
    default: 0,
    min: -600,
    max: 600,
    unit: 'seconds',
  },
  leeway: {
    label: 'Difference of clocks that the app allows',
    group: 'App',
    help: 'RFC 7519 §4.1.4 has a small leeway in mind, a few minutes at most. How much is the app’s decision.',
    isPolicy: true,
    type: 'number',
    default: 60,
    min: 0,
    max: 300,
    unit: 'seconds',
  },
  stops_loops: {
    label: 'Stop after two sign-ins in a row',
    group: 'App',
    help: 'A small cookie of one minute counts them. No specification asks for it; without it only the browser stops.',
    isPolicy: true,
    type: 'boolean',
    default: false,
  },
  access_token_lifetime: ACCESS_TOKEN_LIFETIME,
  ...actorNames({
    browser: 'Browser',
    app: 'Web App Backend',
    auth: 'Authorization Server',
    api: 'Resource Server',
  }),
  ...endpointPathFields('authorization_endpoint', 'token_endpoint', 'jwks_uri'),
})

/** What the world is given for them. */
export type Settings = ValuesOf<typeof settings>

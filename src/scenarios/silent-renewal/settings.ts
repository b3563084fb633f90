/** What a person may change about this scenario. */
import { endpointPathFields } from '../../scenario-kit/endpoints.ts'
import { defineSettings, type ValuesOf } from '../../scenario-kit/setting.ts'
import { ACCESS_TOKEN_LIFETIME, actorNames } from '../../scenario-kit/settings.ts'

/** The settings, in the order of the form. */
export const settings = defineSettings({
  third_party_cookies: {
    label: 'Third-party cookies',
    group: 'Browser',
    help: 'RFC 6265bis §7.1 leaves it to the browser. These are the defaults of 2026; each browser has a switch for it.',
    isPolicy: true,
    type: 'choice',
    default: 'allow',
    options: [
      { value: 'allow', label: 'Allowed (Chrome)' },
      { value: 'block', label: 'Blocked (Safari, Chrome in incognito windows)' },
      { value: 'partition', label: 'Kept apart for each site (Firefox)' },
    ],
  },
  renewal: {
    label: 'How the app gets a new token',
    group: 'App',
    help: 'By a hidden frame the server must recognise the browser. With a refresh token it need not (RFC 10017 §6.3.2.3).',
    type: 'choice',
    default: 'frame',
    options: [
      { value: 'frame', label: 'prompt=none in a hidden frame' },
      { value: 'refresh_token', label: 'A refresh token, rotated' },
      { value: 'page', label: 'prompt=none in the window itself' },
    ],
  },
  app_site: {
    label: 'Where the app is',
    group: 'App',
    help: 'A site is scheme and registrable domain. On the server’s site, a frame of the server is no third party.',
    type: 'choice',
    default: 'own',
    options: [
      { value: 'own', label: 'app.example, a site of its own' },
      { value: 'server', label: 'prints.auth.example, the server’s site' },
    ],
  },
  frame_page: {
    label: 'Page that the frame comes back to',
    group: 'App',
    help: 'It must be registered like any redirect URI. The server shows an error on a page of its own otherwise, and nobody sees the frame.',
    type: 'choice',
    default: 'registered',
    options: [
      { value: 'registered', label: '/silent, registered' },
      { value: 'unregistered', label: '/silent-renew, not registered' },
    ],
  },
  frame_asks: {
    label: 'What the frame asks for',
    group: 'App',
    help: 'Whatever needs a page cannot be had by prompt=none (OpenID Connect Core §3.1.2.6). Each need has an error of its own.',
    type: 'choice',
    default: 'same',
    options: [
      { value: 'same', label: 'What the sign-in asked for' },
      { value: 'scope', label: 'One scope more' },
      { value: 'second_factor', label: 'A second factor' },
    ],
  },
  helper: {
    label: 'Hosted helper for the sign-in',
    group: 'App',
    help: 'Some kits sign people in through a page of their own host, and have the app ask for the result in a frame of it. A habit of vendors, in no specification.',
    isPolicy: true,
    type: 'choice',
    default: 'none',
    options: [
      { value: 'none', label: 'None: the app does it itself' },
      { value: 'vendor', label: 'helper.example, the vendor’s site' },
      { value: 'own', label: 'helper.app.example, the app’s site' },
    ],
  },
  session_cookie: {
    label: 'SameSite of the server’s session cookie',
    group: 'Authorization server',
    help: 'Lax goes into no frame of another site, whatever the browser allows. Servers that offer silent sign-in use None.',
    type: 'choice',
    default: 'None',
    options: [
      { value: 'None', label: 'None' },
      { value: 'Lax', label: 'Lax' },
    ],
  },
  session_lifetime: {
    label: 'Session at the server',
    group: 'Lifetimes',
    help: 'How long the server remembers who signed in. No specification says.',
    isPolicy: true,
    type: 'number',
    default: 28_800,
    min: 60,
    max: 86_400,
    unit: 'seconds',
  },
  access_token_lifetime: ACCESS_TOKEN_LIFETIME,
  ...actorNames({
    browser: 'Browser',
    app: 'Frontend App',
    auth: 'Authorization Server',
    helper: 'Hosted Helper',
  }),
  ...endpointPathFields('authorization_endpoint', 'token_endpoint'),
})

/** What the world is given for them. */
export type Settings = ValuesOf<typeof settings>

/** What a person may change about this scenario. */
import { endpointPathFields } from '../../scenario-kit/endpoints.ts'
import { defineSettings, type ValuesOf } from '../../scenario-kit/setting.ts'
import { ACCESS_TOKEN_LIFETIME, actorNames, CODE_LIFETIME } from '../../scenario-kit/settings.ts'

/** The settings, in the order of the form. */
export const settings = defineSettings({
  redirect: {
    label: 'Redirect URI of the app',
    group: 'App',
    help: 'The server takes no other, and of a loopback address any port (RFC 8252 §7.3). With a claimed https address the operating system vouches for the app (§7.2).',
    type: 'choice',
    default: 'loopback',
    options: [
      { value: 'loopback', label: 'Loopback, any free port' },
      { value: 'fixed_port', label: 'Loopback, always port 8400' },
      { value: 'private_scheme', label: 'A scheme of the app’s own' },
      { value: 'claimed_https', label: 'A claimed https address' },
    ],
  },
  path_sent: {
    label: 'Path that the app sends',
    group: 'App',
    help: 'The port is free, and nothing else is: the path is compared character by character (RFC 8252 §8.4).',
    type: 'choice',
    default: '/callback',
    options: [
      { value: '/callback', label: '/callback, as registered' },
      { value: '/oauth/callback', label: '/oauth/callback' },
    ],
  },
  runs_on: {
    label: 'Where the app runs',
    group: 'App',
    help: '127.0.0.1 is the computer of whoever asks (RFC 8252 §7.3): for the browser the one that it runs on, and for an app in a remote shell or a container another one.',
    type: 'choice',
    default: 'here',
    options: [
      { value: 'here', label: 'On the computer with the browser' },
      { value: 'elsewhere', label: 'On another one, in a remote shell' },
      { value: 'forwarded', label: 'On another one, and the port is forwarded' },
    ],
  },
  opens: {
    label: 'Where the app shows the sign-in page',
    group: 'App',
    help: 'RFC 8252 §8.12 forbids a view inside of the app and lets servers refuse it. This one does, and knows it by its User-Agent, which here is that of Android’s WebView. That is policy, and Google’s as well.',
    type: 'choice',
    default: 'browser',
    options: [
      { value: 'browser', label: 'In the person’s browser' },
      { value: 'web_view', label: 'In a web view of its own' },
    ],
  },
  uses_pkce: {
    label: 'Use PKCE',
    group: 'App',
    help: 'App and server both have to (RFC 8252 §6, §8.1). Turned off, the server does without as well.',
    type: 'boolean',
    default: true,
  },
  consent: {
    label: 'Ask before the app gets access',
    group: 'Authorization server',
    help: 'Apps of the house are often allowed for everybody. But whoever uses a public identifier can be anybody: RFC 8252 §8.6 wants a person to be asked.',
    type: 'choice',
    default: 'asked',
    options: [
      { value: 'asked', label: 'Everybody is asked' },
      { value: 'preapproved', label: 'The app is allowed for everybody' },
    ],
  },
  code_lifetime: CODE_LIFETIME,
  access_token_lifetime: ACCESS_TOKEN_LIFETIME,
  ...actorNames({
    browser: 'Browser',
    auth: 'Authorization Server',
    cli: 'Command Line App',
    api: 'Resource API',
    attacker: 'Attacker',
  }),
  ...endpointPathFields('authorization_endpoint', 'token_endpoint', 'jwks_uri'),
})

/** What the world is given for them. */
export type Settings = ValuesOf<typeof settings>

/** What a person may change about this scenario. */
import { endpointPathFields } from '../../scenario-kit/endpoints.ts'
import { defineSettings, type ValuesOf } from '../../scenario-kit/setting.ts'
import { actorNames } from '../../scenario-kit/settings.ts'

/** The settings, in the order of the form. */
export const settings = defineSettings({
  proxy_says: {
    label: 'What the proxy tells the app',
    group: 'Reverse proxy',
    help: 'Forwarded (RFC 7239) says how the proxy itself was asked. Many proxies write X-Forwarded-Proto instead, which no specification has.',
    type: 'choice',
    default: 'both',
    options: [
      { value: 'both', label: 'Host and scheme' },
      { value: 'host', label: 'The host alone' },
      { value: 'scheme', label: 'The scheme alone' },
    ],
  },
  trusts_proxy: {
    label: 'Believe what the proxy says',
    group: 'App',
    help: 'Off in most frameworks until it is switched on, because anybody can write such a header: Express calls it “trust proxy” (expressjs.com, “Express behind proxies”).',
    isPolicy: true,
    type: 'boolean',
    default: true,
  },
  public_url: {
    label: 'The app’s address',
    group: 'App',
    help: 'Told once, it needs no header. Then only what depends on the connection itself goes by it.',
    type: 'choice',
    default: 'request',
    options: [
      { value: 'request', label: 'From each request' },
      { value: 'configured', label: 'Configured: https://app.example' },
    ],
  },
  withholds_cookies: {
    label: 'Set no Secure cookies on plain connections',
    group: 'App',
    help: 'A browser would refuse them over http, so some session libraries do not send them: express-session has this rule for cookie.secure.',
    isPolicy: true,
    type: 'boolean',
    default: false,
  },
  ...actorNames({
    browser: 'Browser',
    proxy: 'Reverse Proxy',
    app: 'App Server',
    auth: 'Authorization Server',
  }),
  ...endpointPathFields('authorization_endpoint', 'token_endpoint'),
})

/** What the world is given for them. */
export type Settings = ValuesOf<typeof settings>

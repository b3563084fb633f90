/** What a person may change about this scenario. */
import { endpointPathFields } from '../../scenario-kit/endpoints.ts'
import { defineSettings, type ValuesOf } from '../../scenario-kit/setting.ts'
import { ACCESS_TOKEN_LIFETIME, APP_SESSION_LIFETIME, actorNames, SAME_SITE } from '../../scenario-kit/settings.ts'

/** The settings, in the order of the form. */
export const settings = defineSettings({
  same_site: {
    ...SAME_SITE,
    help: 'Lax leaves the cookie out of other sites’ form posts. Strict, which RFC 10017 §6.1.3.2 recommends, leaves it out of links as well. None always sends it.',
  },
  http_only: {
    label: 'HttpOnly',
    group: 'App',
    help: 'Hides the cookie from document.cookie, and so from an injected script.',
    type: 'boolean',
    default: true,
  },
  requires_header: {
    label: 'Require a header on requests that change something',
    group: 'App',
    help: 'Another site’s form can post, but it cannot set x-csrf: 1. It is the second line of defence, besides SameSite. RFC 10017 §6.1.3.3.2 wants it on every request; asking only here is policy.',
    type: 'boolean',
    default: true,
  },
  without_session: {
    label: 'Calls without a session',
    group: 'App',
    help: 'A 401 tells the script that it has to leave the page and sign in. A redirect is for navigations: fetch follows it by itself, to a server whose pages no script may read.',
    type: 'choice',
    default: 'unauthorized',
    options: [
      { value: 'unauthorized', label: '401' },
      { value: 'redirect', label: 'Redirect to the sign-in' },
    ],
  },
  session_lifetime: APP_SESSION_LIFETIME,
  access_token_lifetime: ACCESS_TOKEN_LIFETIME,
  ...actorNames({
    browser: 'Browser',
    bff: 'Backend for Frontend',
    app: 'Page Script',
    auth: 'Authorization Server',
    api: 'Resource API',
    attacker: 'Attacker',
  }),
  ...endpointPathFields('authorization_endpoint', 'token_endpoint', 'jwks_uri'),
})

/** What the world is given for them. */
export type Settings = ValuesOf<typeof settings>

/** What a person may change about this scenario. */
import { endpointPathFields } from '../../scenario-kit/endpoints.ts'
import { REFRESH_POLICY_SETTINGS } from '../../scenario-kit/refresh-policy.ts'
import { defineSettings, type ValuesOf } from '../../scenario-kit/setting.ts'
import { actorNames } from '../../scenario-kit/settings.ts'

/** The settings, in the order of the form. */
export const settings = defineSettings({
  refreshes_in: {
    label: 'Where the app refreshes',
    group: 'App',
    help: 'In a middleware, before anything is rendered, or in the code of the page. That a page’s own code can set no cookie is a rule of frameworks: Next.js has it for server components (nextjs.org, “cookies”).',
    isPolicy: true,
    type: 'choice',
    default: 'middleware',
    options: [
      { value: 'middleware', label: 'In the middleware, before rendering' },
      { value: 'rendering', label: 'In the page, while rendering' },
    ],
  },
  hands_on: {
    label: 'Give the new tokens to the page',
    group: 'App',
    help: 'The middleware sets the cookie for the browser’s next request. The request in hand has the old one, so what is rendered must be told.',
    type: 'boolean',
    default: true,
  },
  shares_refresh: {
    label: 'Share one refresh',
    group: 'App',
    help: 'Requests that come with the same expired tokens wait for the refresh of the first. Within one process: a second one needs a store that both share.',
    isPolicy: true,
    type: 'boolean',
    default: true,
  },
  ...REFRESH_POLICY_SETTINGS,
  ...actorNames({
    browser: 'Browser',
    app: 'App Server',
    auth: 'Authorization Server',
    api: 'Resource API',
    page: 'Page Script',
  }),
  ...endpointPathFields('token_endpoint'),
})

/** What the world is given for them. */
export type Settings = ValuesOf<typeof settings>

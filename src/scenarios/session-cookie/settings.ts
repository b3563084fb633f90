/** What a person may change about this scenario. */
import type { SettingField } from '../../scenario-kit/contract.ts'
import { endpointPathFields } from '../../scenario-kit/endpoints.ts'
import { ACCESS_TOKEN_LIFETIME, APP_SESSION_LIFETIME, actorNames, SAME_SITE } from '../../scenario-kit/settings.ts'

/** The settings, in the order of the form. */
export const settings: readonly SettingField[] = [
  SAME_SITE,
  {
    id: 'http_only',
    label: 'HttpOnly',
    group: 'App',
    help: 'Keeps the cookie from document.cookie, and so from an injected script.',
    type: 'boolean',
    default: true,
  },
  {
    id: 'requires_header',
    label: 'Require a header on requests that change something',
    group: 'App',
    help: 'A form of another site can post, but it cannot set x-csrf: 1. The second line of defence beside SameSite.',
    type: 'boolean',
    default: true,
  },
  APP_SESSION_LIFETIME,
  ACCESS_TOKEN_LIFETIME,
  ...actorNames({
    browser: 'Browser',
    bff: 'Backend for Frontend',
    app: 'Page Script',
    auth: 'Authorization Server',
    api: 'Resource API',
    attacker: 'Attacker',
  }),
  ...endpointPathFields('authorization_endpoint', 'token_endpoint', 'jwks_uri'),
]

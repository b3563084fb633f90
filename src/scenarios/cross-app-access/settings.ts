/** What a person may change about this scenario. */
import { endpointPathFields } from '../../scenario-kit/endpoints.ts'
import { defineSettings, type ValuesOf } from '../../scenario-kit/setting.ts'
import { ACCESS_TOKEN_LIFETIME, actorNames } from '../../scenario-kit/settings.ts'

/** The settings, in the order of the form. */
export const settings = defineSettings({
  wiki_checks: {
    label: 'The wiki’s server looks for whom an assertion is',
    group: 'Wiki',
    help: 'It must refuse an assertion whose aud is another server (RFC 7523 §3). Off, it does not look at resource either, and one app’s assertion opens all.',
    type: 'boolean',
    default: true,
  },
  allows_wiki: {
    label: 'The company allows the assistant the wiki, too',
    group: 'Identity provider',
    help: 'For which servers the identity provider issues assertions. The calendar’s is always one of them.',
    isPolicy: true,
    type: 'boolean',
    default: false,
  },
  access_token_lifetime: ACCESS_TOKEN_LIFETIME,
  ...actorNames({
    assistant: 'Assistant',
    auth: 'Identity Provider',
    'calendar-auth': 'Calendar Login',
    calendar: 'Calendar API',
    'wiki-auth': 'Wiki Login',
    wiki: 'Wiki Pages',
  }),
  ...endpointPathFields('token_endpoint', 'jwks_uri'),
})

/** What the world is given for them. */
export type Settings = ValuesOf<typeof settings>

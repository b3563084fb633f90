/** What a person may change about this scenario. */
import { endpointPathFields } from '../../scenario-kit/endpoints.ts'
import { defineSettings, type ValuesOf } from '../../scenario-kit/setting.ts'
import { APP_SESSION_LIFETIME, actorNames } from '../../scenario-kit/settings.ts'

/** The settings, in the order of the form. */
export const settings = defineSettings({
  ends: {
    label: 'What “Sign out” ends',
    group: 'App',
    help: 'The app’s own session alone, or also the session at the authorization server (RP-Initiated Logout).',
    type: 'choice',
    default: 'both',
    options: [
      { value: 'app', label: 'The app’s session' },
      { value: 'both', label: 'The app’s and the provider’s session' },
    ],
  },
  signs_out_by: {
    label: 'What “Sign out” is on the page',
    group: 'App',
    help: 'A GET must not do what a person has to want: browsers, frameworks and scanners make one at any time (RFC 9110 §9.2.1). The framework here fetches links ahead.',
    type: 'choice',
    default: 'button',
    options: [
      { value: 'button', label: 'A button that sends a POST' },
      { value: 'link', label: 'A link, which is a GET' },
    ],
  },
  spares_prefetches: {
    label: 'Answer prefetches without effect',
    group: 'App',
    help: 'A request with Sec-Purpose: prefetch gets an empty answer that is not to be kept. Not every framework sends this header.',
    isPolicy: true,
    type: 'boolean',
    default: false,
  },
  sends_hint: {
    label: 'Send the ID token as id_token_hint',
    group: 'App',
    help: 'It tells the server who is signing out. Without it anybody could have sent the request, so the server asks.',
    type: 'boolean',
    default: true,
  },
  post_logout_redirect_uri: {
    label: 'Where to go after the logout',
    group: 'App',
    help: 'https://app.example/logged-out is registered, and the two must match character by character.',
    type: 'text',
    default: 'https://app.example/logged-out',
    maxLength: 200,
  },
  asks_again: {
    label: 'Ask for the password at each sign-in',
    group: 'App',
    help: 'prompt=login: the server shows its sign-in page even if it knows the person (OpenID Connect Core §3.1.2.1).',
    type: 'boolean',
    default: false,
  },
  session_lifetime: APP_SESSION_LIFETIME,
  id_token_lifetime: {
    label: 'ID token lifetime',
    group: 'Lifetimes',
    help: 'An expired ID token still works as a hint: it names a person and grants nothing.',
    type: 'number',
    default: 300,
    min: 1,
    max: 86_400,
    unit: 'seconds',
  },
  provider_session: {
    label: 'Session at the authorization server',
    group: 'Lifetimes',
    help: 'How long the server signs the person in to apps without a password.',
    isPolicy: true,
    type: 'number',
    default: 28_800,
    min: 1,
    max: 2_592_000,
    unit: 'seconds',
  },
  ...actorNames({ browser: 'Browser', app: 'Web App Backend', auth: 'Authorization Server' }),
  ...endpointPathFields('authorization_endpoint', 'token_endpoint', 'end_session_endpoint'),
})

/** What the world is given for them. */
export type Settings = ValuesOf<typeof settings>

/** Settings that several scenarios offer. */
import type { SettingField } from './contract.ts'

/** One text setting per actor: what its lane is called. Keys are actor ids, values the usual names. */
export function actorNames(names: Readonly<Record<string, string>>): SettingField[] {
  return Object.entries(names).map(([id, name]) => ({
    id: `name_${id}`,
    label: `Name of “${name}”`,
    group: 'Names',
    type: 'text',
    default: name,
    maxLength: 30,
  }))
}

/** How long the API accepts an access token. */
export const ACCESS_TOKEN_LIFETIME: SettingField = {
  id: 'access_token_lifetime',
  label: 'Access token lifetime',
  group: 'Lifetimes',
  help: 'How long the API accepts a token before the app must refresh it.',
  type: 'number',
  default: 300,
  min: 1,
  max: 86_400,
  unit: 'seconds',
}

/** How long a family of refresh tokens lives. */
export const REFRESH_TOKEN_LIFETIME: SettingField = {
  id: 'refresh_token_lifetime',
  label: 'Refresh token lifetime',
  group: 'Lifetimes',
  help: 'After this the person has to sign in again. A rotated token does not outlive the first one.',
  type: 'number',
  default: 86_400,
  min: 1,
  max: 31_536_000,
  unit: 'seconds',
}

/** Whether each use of a refresh token brings a new one. */
export const ROTATION: SettingField = {
  id: 'rotation',
  label: 'Rotate refresh tokens',
  group: 'Authorization server',
  help: 'Each use of a refresh token brings a new one, so that a stolen copy is noticed (RFC 9700 §4.14.2).',
  type: 'boolean',
  default: true,
}

/** How long a code can be exchanged. */
export const CODE_LIFETIME: SettingField = {
  id: 'code_lifetime',
  label: 'Authorization code lifetime',
  group: 'Lifetimes',
  help: 'How long the app has to exchange the code. RFC 6749 recommends ten minutes at most.',
  type: 'number',
  default: 60,
  min: 1,
  max: 600,
  unit: 'seconds',
}

/** How long a web app's own session lasts. */
export const APP_SESSION_LIFETIME: SettingField = {
  id: 'session_lifetime',
  label: 'Session of the app',
  group: 'Lifetimes',
  help: 'How long the app’s server accepts its own session cookie. No specification says; it is the app’s decision.',
  isPolicy: true,
  type: 'number',
  default: 3600,
  min: 1,
  max: 86_400,
  unit: 'seconds',
}

/** The SameSite attribute of a web app's own cookies. */
export const SAME_SITE: SettingField = {
  id: 'same_site',
  label: 'SameSite of the app’s cookies',
  group: 'App',
  help: 'Lax leaves the cookie out of other sites’ form posts. Strict also out of the redirect back from the sign-in. None sends it always.',
  type: 'choice',
  default: 'Lax',
  options: [
    { value: 'Strict', label: 'Strict' },
    { value: 'Lax', label: 'Lax' },
    { value: 'None', label: 'None' },
  ],
}

/** How the API finds out whether an access token is good. */
export const VALIDATION: SettingField = {
  id: 'validation',
  label: 'How the API validates tokens',
  group: 'Resource API',
  help: 'By itself it asks nobody and misses revocations until the token expires; introspection asks each time (RFC 7662).',
  type: 'choice',
  default: 'jwt',
  options: [
    { value: 'jwt', label: 'Locally: signature and expiry' },
    { value: 'introspection', label: 'By introspection' },
  ],
}

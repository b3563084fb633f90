/** Settings that several scenarios offer. */
import type { SettingDeclaration } from './setting.ts'

type TextSetting = Extract<SettingDeclaration, { type: 'text' }>

type ActorNames<Id extends string> = { readonly [Name in `name_${Id}`]: TextSetting }

/** One text setting per actor: what its lane is called. Keys are actor ids, values the usual names. */
export function actorNames<Id extends string>(names: Readonly<Record<Id, string>>): ActorNames<Id> {
  const fields = Object.entries<string>(names).map(([id, name]): [string, TextSetting] => [
    `name_${id}`,
    { label: `Name of “${name}”`, group: 'Names', type: 'text', default: name, maxLength: 30 },
  ])
  return Object.fromEntries(fields) as ActorNames<Id>
}

/** How long the API accepts an access token. */
export const ACCESS_TOKEN_LIFETIME = {
  label: 'Access token lifetime',
  group: 'Lifetimes',
  help: 'How long the API accepts a token before the app must refresh it.',
  type: 'number',
  default: 300,
  min: 1,
  max: 86_400,
  unit: 'seconds',
} as const satisfies SettingDeclaration

/** How long a family of refresh tokens lives. */
export const REFRESH_TOKEN_LIFETIME = {
  label: 'Refresh token lifetime',
  group: 'Lifetimes',
  help: 'After this the person has to sign in again; a rotated token does not outlive the first one (RFC 10017 §6.3.2.3, for browser apps). Expiry after a time without use (RFC 9700 §4.14.2) is not played.',
  type: 'number',
  default: 86_400,
  min: 1,
  max: 31_536_000,
  unit: 'seconds',
} as const satisfies SettingDeclaration

/** Whether each use of a refresh token brings a new one. */
export const ROTATION = {
  label: 'Rotate refresh tokens',
  group: 'Authorization server',
  help: 'Each use of a refresh token brings a new one, so that a stolen copy is noticed (RFC 9700 §4.14.2).',
  type: 'boolean',
  default: true,
} as const satisfies SettingDeclaration

/** How long a code can be exchanged. */
export const CODE_LIFETIME = {
  label: 'Authorization code lifetime',
  group: 'Lifetimes',
  help: 'How long the app has to exchange the code. RFC 6749 §4.1.2 recommends ten minutes at most.',
  type: 'number',
  default: 60,
  min: 1,
  max: 600,
  unit: 'seconds',
} as const satisfies SettingDeclaration

/** How long a web app's own session lasts. */
export const APP_SESSION_LIFETIME = {
  label: 'Session of the app',
  group: 'Lifetimes',
  help: 'How long the app’s server accepts its own session cookie. No specification says; it is the app’s decision.',
  isPolicy: true,
  type: 'number',
  default: 3600,
  min: 1,
  max: 86_400,
  unit: 'seconds',
} as const satisfies SettingDeclaration

/** The SameSite attribute of a web app's own cookies. */
export const SAME_SITE = {
  label: 'SameSite of the app’s cookies',
  group: 'App',
  help: 'Lax leaves the cookie out of other sites’ form posts. Strict leaves it out of links and redirects from other sites as well. None always sends it.',
  type: 'choice',
  default: 'Lax',
  options: [
    { value: 'Strict', label: 'Strict' },
    { value: 'Lax', label: 'Lax' },
    { value: 'None', label: 'None' },
  ],
} as const satisfies SettingDeclaration

/** How the API finds out whether an access token is good. */
export const VALIDATION = {
  label: 'How the API validates tokens',
  group: 'Resource API',
  help: 'Locally it asks nobody and misses revocations until the token expires. Introspection asks each time (RFC 7662); no response is cached here, though §4 would allow it.',
  type: 'choice',
  default: 'jwt',
  options: [
    { value: 'jwt', label: 'Locally: signature and expiry' },
    { value: 'introspection', label: 'By introspection' },
  ],
} as const satisfies SettingDeclaration

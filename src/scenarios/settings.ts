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

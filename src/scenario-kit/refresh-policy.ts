/** How the authorization server treats a refresh token that was used before: the settings of the races, and the policy they make. */
import type { PolicyOptions } from '../protocol/index.ts'
import type { SettingDeclaration, SettingValues } from './setting.ts'
import { ACCESS_TOKEN_LIFETIME, REFRESH_TOKEN_LIFETIME } from './settings.ts'

/** The settings, in the order of the form. */
export const REFRESH_POLICY_SETTINGS = {
  refresh_policy: {
    label: 'Second use of a refresh token',
    group: 'Authorization server',
    help: 'Strict rotation revokes the family’s refresh token (RFC 9700 §4.14.2) and, as policy, its access tokens. A reuse window is a vendor’s policy that no specification has. Without rotation a stolen copy is never noticed.',
    type: 'choice',
    default: 'strict',
    options: [
      { value: 'strict', label: 'Strict rotation' },
      { value: 'reuse_window', label: 'Rotation with a reuse window (vendor policy)' },
      { value: 'no_rotation', label: 'No rotation' },
    ],
  },
  reuse_window: {
    label: 'Reuse window',
    group: 'Authorization server',
    help: 'Vendor policy: how long a used refresh token still gets the live one. It only matters when a reuse window is chosen above.',
    isPolicy: true,
    type: 'number',
    default: 30,
    min: 1,
    max: 600,
    unit: 'seconds',
  },
  access_token_lifetime: ACCESS_TOKEN_LIFETIME,
  refresh_token_lifetime: REFRESH_TOKEN_LIFETIME,
} as const satisfies Readonly<Record<string, SettingDeclaration>>

/** The policy that these settings make. */
export function refreshPolicy(settings: SettingValues<typeof REFRESH_POLICY_SETTINGS>): PolicyOptions {
  return {
    lifetimes: {
      access_token: settings.access_token_lifetime,
      refresh_token: settings.refresh_token_lifetime,
    },
    refreshTokenRotation: settings.refresh_policy !== 'no_rotation',
    refreshTokenReuseWindowSeconds: settings.refresh_policy === 'reuse_window' ? settings.reuse_window : 0,
  }
}

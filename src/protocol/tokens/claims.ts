/** Which claims about a person a scope releases (OpenID Connect Core §5.1, §5.4). */
import type { Json } from '../../lib/json.ts'
import type { User } from '../state/config.ts'

/** Claims by the scope that asks for them (OpenID Connect Core §5.4). */
export const claimsByScope: Readonly<Record<string, readonly string[]>> = {
  profile: [
    'name',
    'family_name',
    'given_name',
    'middle_name',
    'nickname',
    'preferred_username',
    'profile',
    'picture',
    'website',
    'gender',
    'birthdate',
    'zoneinfo',
    'locale',
    'updated_at',
  ],
  email: ['email', 'email_verified'],
  address: ['address'],
  phone: ['phone_number', 'phone_number_verified'],
}

/** What the UserInfo endpoint may tell about a person under a scope. `sub` always comes along (OpenID Connect Core §5.3.2). */
export function releasedClaims(user: User, scope: readonly string[]): Record<string, Json> {
  const names = scope.flatMap((token) => claimsByScope[token] ?? [])
  const released: Record<string, Json> = { sub: user.sub }
  for (const name of names) {
    const value = user.claims?.[name]
    if (value !== undefined) released[name] = value
  }
  return released
}

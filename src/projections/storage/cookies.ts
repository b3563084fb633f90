/** The cookie jar as places: for each host, what scripts can read and what they cannot. */
import type { Json } from '../../lib/json.ts'
import type { StoredCookie } from '../../simulation/cookies/cookie.ts'
import type { Find } from './artifacts.ts'
import type { Place } from './place.ts'

/** The places in a jar; a session cookie of one of the hosts `issuers` is an authorization server's, any other one an app's. */
export function cookiePlaces(jar: Json | undefined, issuers: readonly string[]): readonly Place[] {
  const places = new Map<string, { kind: 'cookie' | 'script-cookie'; of: string; finds: Find[] }>()
  for (const cookie of (jar ?? []) as unknown as readonly StoredCookie[]) {
    const kind = cookie.httpOnly ? 'cookie' : 'script-cookie'
    const place = places.get(`${kind} ${cookie.domain}`) ?? { kind, of: cookie.domain, finds: [] }
    place.finds.push({
      artifact: artifactOf(cookie, issuers),
      value: cookie.value,
      path: [cookie.name],
      detail: attributesOf(cookie),
    })
    places.set(`${kind} ${cookie.domain}`, place)
  }
  return [...places.values()]
}

function artifactOf({ name, domain }: StoredCookie, issuers: readonly string[]): string {
  if (name.includes('device')) return 'trusted_device'
  if (name.includes('sign-in')) return 'pending_sign_in'
  if (name.includes('session')) return issuers.includes(domain) ? 'session' : 'app_session'
  return 'cookie'
}

/** The attributes as a server writes them (RFC 6265bis §5.6). */
function attributesOf({ httpOnly, secure, sameSite, path, hostOnly, domain, expires }: StoredCookie): string {
  return [
    ...(secure ? ['Secure'] : []),
    ...(httpOnly ? ['HttpOnly'] : []),
    `SameSite=${sameSite}`,
    `Path=${path}`,
    ...(hostOnly ? [] : [`Domain=${domain}`]),
    ...(expires === null ? [] : [`Expires=${new Date(expires).toUTCString()}`]),
  ].join('; ')
}

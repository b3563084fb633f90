/** Origins and sites: how near the party that starts a request is to the one that gets it (HTML §7.1, Fetch Metadata). */
import { isSameSite } from '../cookies/index.ts'

/** The relation as `Sec-Fetch-Site` names it; `none` when the person started it. */
export type SiteRelation = 'none' | 'same-origin' | 'same-site' | 'cross-site'

/** How `initiator` (undefined: the person) stands to `target`. */
export function relate(initiator: URL | undefined, target: URL): SiteRelation {
  if (initiator === undefined) return 'none'
  if (initiator.origin === target.origin) return 'same-origin'
  return isSameSite(initiator.origin, target.origin) ? 'same-site' : 'cross-site'
}

/** The `Referer` under the default policy `strict-origin-when-cross-origin`; undefined when none is sent. */
export function refererFor(initiator: URL | undefined, target: URL): string | undefined {
  if (initiator === undefined) return undefined
  if (initiator.protocol === 'https:' && target.protocol === 'http:') return undefined
  return initiator.origin === target.origin ? withoutFragment(initiator) : `${initiator.origin}/`
}

/** A URL as it goes over the wire. */
export function withoutFragment(url: URL): string {
  const copy = new URL(url)
  copy.hash = ''
  return copy.href
}

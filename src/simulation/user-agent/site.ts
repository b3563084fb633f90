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

/** How much of a page's address other sites learn (Referrer Policy §3). */
export type ReferrerPolicy = keyof typeof REFERRERS

const DEFAULT_POLICY = 'strict-origin-when-cross-origin'

interface Leap {
  readonly isSameOrigin: boolean
  /** From https to http. */
  readonly isDowngrade: boolean
}

/** What of the address is sent, by policy. */
const REFERRERS = {
  'no-referrer': () => 'nothing',
  'no-referrer-when-downgrade': ({ isDowngrade }) => (isDowngrade ? 'nothing' : 'all'),
  'same-origin': ({ isSameOrigin }) => (isSameOrigin ? 'all' : 'nothing'),
  origin: () => 'origin',
  'strict-origin': ({ isDowngrade }) => (isDowngrade ? 'nothing' : 'origin'),
  'origin-when-cross-origin': ({ isSameOrigin }) => (isSameOrigin ? 'all' : 'origin'),
  'strict-origin-when-cross-origin': ({ isSameOrigin, isDowngrade }) =>
    isDowngrade ? 'nothing' : isSameOrigin ? 'all' : 'origin',
  'unsafe-url': () => 'all',
} satisfies Readonly<Record<string, (leap: Leap) => 'nothing' | 'origin' | 'all'>>

/** The policy that a `Referrer-Policy` header sets: the last one that is known (Referrer Policy §8.1). */
export function readReferrerPolicy(text: string | undefined): ReferrerPolicy | undefined {
  return text
    ?.split(',')
    .map((token) => token.trim().toLowerCase())
    .findLast((token): token is ReferrerPolicy => Object.hasOwn(REFERRERS, token))
}

/** The `Referer` under a policy; undefined when none is sent. */
export function refererFor(
  initiator: URL | undefined,
  target: URL,
  policy: ReferrerPolicy = DEFAULT_POLICY,
): string | undefined {
  if (initiator === undefined) return undefined
  const isDowngrade = initiator.protocol === 'https:' && target.protocol === 'http:'
  const told = REFERRERS[policy]({ isSameOrigin: initiator.origin === target.origin, isDowngrade })
  if (told === 'nothing') return undefined
  return told === 'all' ? withoutFragment(initiator) : `${initiator.origin}/`
}

/** The `Origin` of a form's request; `null` where the policy keeps the page to itself (Fetch, “append a request Origin header”). */
export function originFor(initiator: URL, target: URL, policy: ReferrerPolicy | undefined): string {
  const isHidden = policy === 'no-referrer' || (policy === 'same-origin' && initiator.origin !== target.origin)
  return isHidden ? 'null' : initiator.origin
}

/** A URL as it goes over the wire. */
export function withoutFragment(url: URL): string {
  const copy = new URL(url)
  copy.hash = ''
  return copy.href
}

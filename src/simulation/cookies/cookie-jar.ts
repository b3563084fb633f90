/** The cookie jar: stores what responses set, picks what requests carry, and says why for every single cookie. */

import { parseSetCookie } from '../../http/index.ts'
import { type CookieContext, type CookieDecision, quoteName, type Refusal, type StoredCookie } from './cookie.ts'
import { registrableDomain } from './matching.ts'
import { type CookiePolicy, refuseAllCookies } from './policy.ts'
import { compareForSending, refuseToSend, serialiseCookies } from './retrieval-model.ts'
import { receiveCookie } from './storage-model.ts'
import { isSameCookie } from './storage-rules.ts'

/** A jar. Times are virtual epoch milliseconds. */
export interface CookieJar {
  /** Processes the Set-Cookie lines of a response to the request described, in order; one decision a line. */
  setFromResponse(response: CookieContext & { readonly lines: readonly string[] }): CookieDecision[]
  /**
   * The Cookie header of a request, `undefined` when there is nothing to send, and one decision for each cookie of
   * the target's site (cookies of other sites are not worth a word).
   */
  cookiesFor(request: CookieContext): { header: string | undefined; decisions: CookieDecision[] }
  /** Every unexpired cookie, oldest first. */
  snapshot(): StoredCookie[]
  /** Forgets all cookies, as a person does in the browser's settings. */
  clear(): void
}

/**
 * How many cookies of a site are kept; RFC 6265bis §5.7 leaves the number to the browser. It is 180 in Chromium (`kDomainMaxCookies` in
 * net/cookies/cookie_monster.cc) and in Firefox (`network.cookie.maxPerHost`), which then remove some more than they must.
 */
const MOST_PER_SITE = 180

/** Creates an empty jar. `now` returns the virtual time in epoch milliseconds. */
export function createCookieJar(now: () => number, policy: CookiePolicy = { thirdPartyCookies: 'allow' }): CookieJar {
  /** In the order of creation, which breaks ties between equal creation times. */
  let cookies: StoredCookie[] = []
  const isExpired = (cookie: StoredCookie) => cookie.expires !== null && cookie.expires <= now()
  const unexpired = () => cookies.filter((cookie) => !isExpired(cookie))
  const { laxAllowingUnsafeSeconds: seconds = 0 } = policy
  const laxAllowingUnsafe = ({ created }: StoredCookie) => ({ seconds, isOver: now() - created > seconds * 1000 })

  function store(line: string, context: CookieContext): CookieDecision {
    const name = parseSetCookie(line)?.name ?? ''
    const time = now()
    // Expired cookies must be gone whenever they could matter (§5.7), here to replacing and overlaying.
    cookies = unexpired()
    const received = refuseAllCookies(context, policy) ?? receiveCookie(line, context, cookies, time)
    if ('code' in received) return { outcome: 'refused', name, ...received }
    const { cookie, isShortened } = received
    const index = cookies.findIndex((other) => isSameCookie(other, cookie))
    const old = cookies[index]
    if (cookie.expires !== null && cookie.expires <= time) return remove(cookie, old)
    if (old === undefined) cookies = [...withRoomFor(cookie), cookie]
    else cookies[index] = { ...cookie, created: old.created }
    return {
      outcome: old === undefined ? 'stored' : 'replaced',
      name,
      reason: describeStored(cookie, isShortened),
      clause: isShortened ? 'RFC 6265bis §5.5' : `RFC 6265bis §5.7 step ${old === undefined ? 24 : 23}`,
    }
  }

  /** The cookies, without the oldest of a site that has as many as there may be: one without Secure goes first. */
  function withRoomFor({ domain }: StoredCookie): StoredCookie[] {
    const site = registrableDomain(domain)
    const ofSite = cookies.filter((other) => registrableDomain(other.domain) === site)
    if (ofSite.length < MOST_PER_SITE) return cookies
    const evicted = ofSite.find(({ secure }) => !secure) ?? ofSite[0]
    return cookies.filter((other) => other !== evicted)
  }

  function remove(cookie: StoredCookie, old: StoredCookie | undefined): CookieDecision {
    const { name } = cookie
    const clause = 'RFC 6265bis §5.7'
    cookies = cookies.filter((other) => other !== old)
    if (old !== undefined)
      return { outcome: 'removed', name, reason: 'The new expiry time has passed: the stored cookie is gone.', clause }
    return {
      outcome: 'refused',
      name,
      code: 'expired',
      reason: `The expiry time has passed already, and there is no cookie of this name for ${cookie.domain}${cookie.path} to remove. To remove one, repeat its Domain and Path.`,
      clause,
    }
  }

  return {
    setFromResponse: ({ lines, ...context }) => lines.map((line) => store(line, context)),

    cookiesFor(context) {
      const site = registrableDomain(new URL(context.url).hostname)
      const refusedAll = refuseAllCookies(context, policy)
      const sent: StoredCookie[] = []
      const refused: CookieDecision[] = []
      for (const cookie of cookies) {
        if (registrableDomain(cookie.domain) !== site) continue
        const refusal = isExpired(cookie)
          ? expiredRefusal(cookie)
          : (refusedAll ?? refuseToSend(cookie, context, laxAllowingUnsafe(cookie)))
        if (refusal === undefined) sent.push(cookie)
        else refused.push({ outcome: 'refused', name: cookie.name, ...refusal })
      }
      cookies = unexpired()
      sent.sort(compareForSending)
      return {
        header: sent.length === 0 ? undefined : serialiseCookies(sent),
        decisions: [...sent.map(sentDecision), ...refused],
      }
    },

    snapshot: unexpired,

    clear() {
      cookies = []
    },
  }
}

function describeStored(cookie: StoredCookie, isShortened: boolean): string {
  const { name, domain, hostOnly, path, expires } = cookie
  const hosts = hostOnly ? `${domain} alone` : `${domain} and every host under it`
  const life = expires === null ? 'until the browser closes' : `until ${new Date(expires).toISOString()}`
  const cut = isShortened ? '; a longer life was asked for, 400 days are the limit' : ''
  return `${quoteName(name)} is kept for ${hosts}, path ${path}, ${life}${cut}.`
}

function sentDecision({ name, domain, hostOnly, path }: StoredCookie): CookieDecision {
  const reason = `Host, path and connection fit (${hostOnly ? '' : 'under '}${domain}${path}), and SameSite allows it.`
  return { outcome: 'sent', name, reason, clause: 'RFC 6265bis §5.8.3' }
}

function expiredRefusal({ expires }: StoredCookie): Refusal {
  const at = new Date(expires ?? 0).toISOString()
  return { code: 'expired', reason: `It expired at ${at} and has been removed.`, clause: 'RFC 6265bis §5.7' }
}

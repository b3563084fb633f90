/** Cookies of one browser on their way out and back: the jar, and a record of every cookie that was refused. */
import { type HttpResponse, headers } from '../../http/index.ts'
import type { Json } from '../../lib/json.ts'
import {
  type CookieContext,
  type CookieDecision,
  type CookieJar,
  createCookieJar,
  isSameSite,
} from '../cookies/index.ts'
import type { Recorded } from '../network.ts'
import { siteOf } from './frames.ts'

/** Who asks for what, as far as cookies care. */
interface CookieRequest {
  readonly url: URL
  readonly method: string
  /** The page that causes the request; undefined when the person does. */
  readonly initiator: URL | undefined
  /** True for page loads, false for a script's fetch. */
  readonly isNavigation: boolean
  /** The page in the address bar, when what asks is in a frame of it. */
  readonly top?: URL | undefined
}

/** The cookies of one browser. */
export interface CookieExchange {
  /** The `Cookie` header of a request; undefined when there is nothing to send. */
  headerFor(request: CookieRequest): string | undefined
  /** What `document.cookie` tells a script of a page, perhaps one in a frame (RFC 6265bis §5.8.2, a non-HTTP API). */
  scriptCookies(page: URL, top?: URL): string
  /** Stores what a response sets. */
  store(request: CookieRequest, response: HttpResponse): void
  snapshot(): Json
}

/**
 * What a browser does with cookies of another site than the one in the address bar. RFC 6265bis §7.1 leaves it to the browser: in
 * 2026 Chrome allows them, Safari blocks them (as Chrome does in its incognito windows), Firefox keeps them in a jar of their own for
 * each site in the address bar (Total Cookie Protection). A server can ask for that by `Partitioned` (CHIPS), which is not played.
 */
type ThirdPartyCookies = 'allow' | 'block' | 'partition'

/** What specifications leave to browsers about cookies. */
export interface CookieHabits {
  /** Default: they are allowed. */
  readonly thirdPartyCookies?: ThirdPartyCookies
  /**
   * For how many seconds a cookie that names no SameSite goes out with other sites' top-level POSTs too. RFC 6265bis §5.6.7.2 leaves
   * it to the browser; Chromium does so for two minutes (“Lax + POST”, www.chromium.org/updates/same-site/faq). Default: 0.
   */
  readonly laxAllowingUnsafeSeconds?: number
}

/** Creates a browser's cookies on virtual time. `now` returns epoch milliseconds. */
export function createCookieExchange(
  now: () => number,
  browser: string,
  record: (event: Recorded) => void,
  { thirdPartyCookies: thirdParty = 'allow', laxAllowingUnsafeSeconds = 0 }: CookieHabits = {},
): CookieExchange {
  const ownJar = createCookieJar(now, {
    thirdPartyCookies: thirdParty === 'block' ? 'block' : 'allow',
    laxAllowingUnsafeSeconds,
  })
  /** Jars for frames, by the site in the address bar. */
  const partitions = new Map<string, CookieJar>()

  /** The jar of a request. What is in the other one is not there for it, and worth a word. */
  function jarOf(request: CookieRequest): CookieJar {
    const { url, top } = request
    if (thirdParty !== 'partition' || top === undefined || isSameSite(url.origin, top.origin)) return ownJar
    const site = siteOf(top)
    const jar = partitions.get(site) ?? createCookieJar(now)
    partitions.set(site, jar)
    return jar
  }

  function recordPartition(request: CookieRequest): void {
    const { url, top } = request
    if (top === undefined || jarOf(request) === ownJar) return
    for (const { outcome, name } of ownJar.cookiesFor(toContext(request)).decisions) {
      if (outcome !== 'sent') continue
      const reason = `In a frame of ${top.host} this browser has another jar for ${url.host} than outside of it. (RFC 6265bis §7.1)`
      record({ type: 'refused', actor: browser, what: `Cookie “${name}” was not sent to ${url.host}`, reason })
    }
  }

  function recordRefusals(decisions: readonly CookieDecision[], verb: string, url: URL): void {
    for (const decision of decisions) {
      if (decision.outcome !== 'refused') continue
      const reason = `${decision.reason} (${decision.clause})`
      record({ type: 'refused', actor: browser, what: `Cookie “${decision.name}” was not ${verb} ${url.host}`, reason })
    }
  }

  return {
    headerFor(request) {
      const { header, decisions } = jarOf(request).cookiesFor(toContext(request))
      recordPartition(request)
      recordRefusals(decisions, 'sent to', request.url)
      return header
    },
    scriptCookies(page, top) {
      const request = { url: page, method: 'GET', initiator: page, isNavigation: false, top }
      const { header, decisions } = jarOf(request).cookiesFor({ ...toContext(request), api: 'script' })
      recordRefusals(decisions, 'shown to the script at', page)
      return header ?? ''
    },
    store(request, response) {
      const lines = headers(response, 'set-cookie')
      const decisions = jarOf(request).setFromResponse({ ...toContext(request), lines })
      // Removing what is not there is what signing out twice does: nothing to tell.
      recordRefusals(
        decisions.filter((decision) => !('code' in decision) || decision.code !== 'expired'),
        'kept from',
        request.url,
      )
    },
    snapshot: () => [ownJar, ...partitions.values()].flatMap((jar) => jar.snapshot()) as unknown as Json,
  }
}

function toContext({ url, method, initiator, isNavigation, top }: CookieRequest): CookieContext {
  const siteForCookies = (top ?? initiator)?.origin ?? null
  return { url: url.href, method, siteForCookies, topLevelNavigation: isNavigation && top === undefined }
}

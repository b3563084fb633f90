/** Cookies of one browser on their way out and back: the jar, and a record of every cookie that was refused. */
import { type HttpResponse, headers } from '../../http/index.ts'
import type { Json } from '../../lib/json.ts'
import { type CookieContext, type CookieDecision, createCookieJar } from '../cookies/index.ts'
import type { Recorded } from '../network.ts'

/** Who asks for what, as far as cookies care. */
interface CookieRequest {
  readonly url: URL
  readonly method: string
  /** The page that causes the request; undefined when the person does. */
  readonly initiator: URL | undefined
  /** True for page loads, false for a script's fetch. */
  readonly isNavigation: boolean
}

/** The cookies of one browser. */
export interface CookieExchange {
  /** The `Cookie` header of a request; undefined when there is nothing to send. */
  headerFor(request: CookieRequest): string | undefined
  /** What `document.cookie` tells a script of a page (RFC 6265bis §5.8.2, a non-HTTP API). */
  scriptCookies(page: URL): string
  /** Stores what a response sets. */
  store(request: CookieRequest, response: HttpResponse): void
  snapshot(): Json
}

/** Creates a browser's cookies on virtual time. `now` returns epoch milliseconds. */
export function createCookieExchange(
  now: () => number,
  browser: string,
  record: (event: Recorded) => void,
): CookieExchange {
  const jar = createCookieJar(now)

  function recordRefusals(decisions: readonly CookieDecision[], verb: string, url: URL): void {
    for (const decision of decisions) {
      if (decision.outcome !== 'refused') continue
      const reason = `${decision.reason} (${decision.clause})`
      record({ type: 'refused', actor: browser, what: `Cookie “${decision.name}” was not ${verb} ${url.host}`, reason })
    }
  }

  return {
    headerFor(request) {
      const { header, decisions } = jar.cookiesFor(toContext(request))
      recordRefusals(decisions, 'sent to', request.url)
      return header
    },
    scriptCookies(page) {
      const { header, decisions } = jar.cookiesFor({
        url: page.href,
        method: 'GET',
        siteForCookies: page.origin,
        topLevelNavigation: false,
        api: 'script',
      })
      recordRefusals(decisions, 'shown to the script at', page)
      return header ?? ''
    },
    store(request, response) {
      const lines = headers(response, 'set-cookie')
      const decisions = jar.setFromResponse({ ...toContext(request), lines })
      // Removing what is not there is what signing out twice does: nothing to tell.
      recordRefusals(
        decisions.filter((decision) => !('code' in decision) || decision.code !== 'expired'),
        'kept from',
        request.url,
      )
    },
    snapshot: () => jar.snapshot() as unknown as Json,
  }
}

function toContext({ url, method, initiator, isNavigation }: CookieRequest): CookieContext {
  return { url: url.href, method, siteForCookies: initiator?.origin ?? null, topLevelNavigation: isNavigation }
}

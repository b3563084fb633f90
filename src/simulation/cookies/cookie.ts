/** What a cookie jar keeps, what it is asked, and what it answers (RFC 6265bis, the HTTP working group's last draft). */

/** How far a cookie travels; `Default` is a cookie without a valid SameSite attribute, enforced like `Lax`. */
export type SameSite = 'Strict' | 'Lax' | 'None' | 'Default'

/** A cookie as the jar keeps it (§5.7). Plain JSON. */
export interface StoredCookie {
  readonly name: string
  readonly value: string
  /** The host that set it, or its Domain attribute. */
  readonly domain: string
  /** True without a Domain attribute: only that very host gets it back. */
  readonly hostOnly: boolean
  readonly path: string
  /** Virtual epoch milliseconds; `null` for a session cookie. */
  readonly expires: number | null
  readonly secure: boolean
  readonly httpOnly: boolean
  readonly sameSite: SameSite
  /** Virtual epoch milliseconds; kept when a cookie is replaced. */
  readonly created: number
}

/** The request that cookies go out with or came back to. */
export interface CookieContext {
  readonly url: string
  readonly method: string
  /**
   * The "site for cookies" (§5.2): the origin in the address bar of the page that causes the request, `null` when the
   * person does (a typed URL), `'opaque'` inside of a frame with a foreign ancestor. For a reload it is that of the
   * navigation being repeated.
   */
  readonly siteForCookies: string | null
  /** True when the request replaces the page in a window. */
  readonly topLevelNavigation: boolean
  /** Fetch's credentials mode; `include` when left out, as for navigations. */
  readonly credentials?: 'omit' | 'same-origin' | 'include'
  /** The origin that calls fetch, for `same-origin`; the site for cookies when left out. */
  readonly initiator?: string | null
  /** `script` for document.cookie, which neither reads nor writes HttpOnly cookies; `http` when left out. */
  readonly api?: 'http' | 'script'
}

/** Why a cookie was not stored or not sent, as a stable code. */
export type RefusalCode =
  | 'empty'
  | 'control-character'
  | 'too-large'
  | 'domain-not-ascii'
  | 'public-suffix'
  | 'domain-mismatch'
  | 'path-mismatch'
  | 'secure-over-http'
  | 'overlays-secure'
  | 'http-only'
  | 'same-site'
  | 'none-without-secure'
  | 'secure-prefix'
  | 'host-prefix'
  | 'nameless-prefix'
  | 'expired'
  | 'credentials'
  | 'third-party'

/** Why a cookie was not stored or not sent. */
export interface Refusal {
  readonly code: RefusalCode
  /** One or two sentences: what happened, what was expected, what to do. */
  readonly reason: string
  /** Where the rule stands, such as `RFC 6265bis §5.7 step 13`. */
  readonly clause: string
}

/** What became of one cookie in one message. Everything but `refused` went through. */
export type CookieDecision =
  | {
      readonly outcome: 'stored' | 'replaced' | 'removed' | 'sent'
      readonly name: string
      readonly reason: string
      readonly clause: string
    }
  | ({ readonly outcome: 'refused'; readonly name: string } & Refusal)

/** How a cookie is named in a sentence. */
export function quoteName(name: string): string {
  return name === '' ? 'The cookie without a name' : `“${name}”`
}

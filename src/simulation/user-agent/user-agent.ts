/** What a simulated browser can be asked to do, by the person and by its world. */
import type { HttpResponse } from '../../http/index.ts'
import type { Json } from '../../lib/json.ts'
import type { CookieHabits } from './cookie-exchange.ts'
import type { CorsRequest } from './cors.ts'
import type { Page, PageApp } from './page.ts'
import type { BrowserWindow } from './window.ts'

/** What a user agent is made of. */
export interface UserAgentOptions extends CookieHabits {
  /** The actor of navigations and preflights. */
  readonly actor: string
  /** Scripts by URL origin. */
  readonly apps: Readonly<Record<string, PageApp>>
  /**
   * Whether a page's `Referrer-Policy` header says what its links and forms tell of its address. Default: false, every page
   * has the browser's default policy.
   */
  readonly obeysReferrerPolicy?: boolean
  /** What the page loads of a window say in User-Agent. Default: they have no such header. */
  userAgentHeader?(window: string): string | undefined
  /** Whether links marked `data-prefetch` are fetched as soon as a page shows them. Default: false. */
  readonly prefetchesLinks?: boolean
}

/** A page that was loaded before the first step, and what its browser remembers of its calls. */
export interface EarlierPage {
  readonly url: string
  /** Its cookies are kept. */
  readonly response: HttpResponse
  /** Calls to other origins that it made; the answers to their preflights are still cached for so many seconds. */
  readonly calls: readonly Omit<CorsRequest, 'origin'>[]
  readonly preflightMaxAgeSeconds: number
}

/** A simulated browser. */
export interface UserAgent {
  /** Opens a window and loads a URL in it, as if typed. */
  open(window: string, url: string): void
  /** Opens a window with a page that is there already, and starts its script. */
  restore(window: string, page: EarlierPage): void
  /** The page that a window shows, when an app's script runs in it. */
  page(window: string): Page | undefined
  submit(window: string, form: string, fields: Readonly<Record<string, string>>): void
  /**
   * Somebody presses what they see in a window, and hits a form in a frame that lies over it. Nothing happens where no frame shows that
   * form.
   */
  pressThrough(window: string, form: string, fields: Readonly<Record<string, string>>): void
  follow(window: string, href: string): void
  visit(window: string, url: string): void
  browse(window: string, command: 'back' | 'forward' | 'reload'): void
  /** Closes a window, as the person does. */
  close(window: string): void
  /** Cookies and storage. */
  snapshot(): Json
  /** Every window as it is now. */
  windows(): readonly BrowserWindow[]
}

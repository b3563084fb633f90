/** A browser window: what it shows, what it is loading, and where it has been. */
import { SimulationError } from '../errors.ts'
import type { NavigationRequest } from './navigation.ts'
import type { OpenerPolicy } from './opener.ts'
import type { Page } from './page.ts'
import type { ReferrerPolicy } from './site.ts'

/** One entry of a window's session history. */
export interface HistoryEntry {
  readonly url: URL
  readonly method: 'GET' | 'POST'
  readonly body: string
}

/** A loaded page. A script may change what it shows. */
export interface Document {
  url: URL
  readonly request: NavigationRequest
  html: string
  /** What its links and forms tell of its address; the default of the browser without one. */
  readonly referrerPolicy?: ReferrerPolicy | undefined
  /** Default: it shares what windows know of each other with pages that have none either. */
  readonly openerPolicy?: OpenerPolicy
}

/** What a window that a page opened has to do with that page’s window. */
export interface PopupLink {
  readonly opener: BrowserWindow
  state: 'open' | 'cut' | 'closed'
}

/** A window and its changing state. */
export interface BrowserWindow {
  readonly id: string
  readonly history: HistoryEntry[]
  position: number
  document: Document | undefined
  /** The hop that is loading now. */
  pendingUrl: URL | undefined
  /** The script's view of the page, when an app runs in it. */
  page: Page | undefined
  /** Ends what the page's script has begun: called when the page is gone. */
  leave: () => void
  /** The window whose page it is a frame of. */
  readonly container: BrowserWindow | undefined
  /** Set where a page has opened it. */
  popup: PopupLink | undefined
  /** The frames that its page has now. */
  readonly framed: Set<BrowserWindow>
  /** How many frames its pages have had: no two have one name. */
  frames: number
  /** How many documents it has shown: tells an old page's script from the current one's. */
  pages: number
}

/** The window that a frame is in, or the window itself. */
export function windowOf(target: BrowserWindow): BrowserWindow {
  return target.container === undefined ? target : windowOf(target.container)
}

/** What a window shows. Throws `unknown_target` when that is nothing yet. */
export function documentOf({ document, id }: BrowserWindow): Document {
  if (document !== undefined) return document
  throw new SimulationError('unknown_target', `Window “${id}” shows no page yet.`)
}

/** The page in the address bar of the window that a frame is in; `undefined` for what is in no frame. */
export function topPage(target: BrowserWindow): URL | undefined {
  return target.container === undefined ? undefined : windowOf(target).document?.url
}

/** A new, blank window, or a frame in one. */
export function createWindow(id: string, container?: BrowserWindow): BrowserWindow {
  return {
    id,
    container,
    popup: undefined,
    framed: new Set(),
    frames: 0,
    history: [],
    position: -1,
    document: undefined,
    pendingUrl: undefined,
    page: undefined,
    leave: () => undefined,
    pages: 0,
  }
}

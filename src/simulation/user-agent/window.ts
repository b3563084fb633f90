/** A browser window: what it shows, what it is loading, and where it has been. */
import type { NavigationRequest } from './navigation.ts'
import type { Page } from './page.ts'

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
  /** How many documents it has shown: tells an old page's script from the current one's. */
  pages: number
}

/** A new, blank window. */
export function createWindow(id: string): BrowserWindow {
  return {
    id,
    history: [],
    position: -1,
    document: undefined,
    pendingUrl: undefined,
    page: undefined,
    leave: () => undefined,
    pages: 0,
  }
}

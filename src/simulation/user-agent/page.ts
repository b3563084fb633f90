/** A page of an app: what its script is given, and what the app declares. */
import type { PageLifecycle } from './lifecycle.ts'
import type { TabGlobals } from './script-globals.ts'

/** A loaded page of an app, as its script sees it. */
export interface Page {
  /** The window's id. */
  readonly window: string
  readonly url: URL
  readonly globals: TabGlobals
  /** Replaces what the page shows: a complete HTML document. */
  show(html: string): void
  /** True when the page is idle and shows a button with this `data-action`. */
  offers(action: string): boolean
  /** Runs a piece of the page's script as a task because somebody has pressed something; the page must not be busy. */
  run(body: () => Promise<void>): void
  /**
   * The page's globals with messages of their own, so that two calls can be on the wire at once. Their gates are named
   * `WINDOW/ACTOR/NAME`. A worker is an actor of its own.
   */
  thread(name: string, worker?: string): TabGlobals
  /** Runs something beside the page's script, as a task in the thread of this name. */
  start(name: string, body: (globals: TabGlobals) => Promise<void>): void
  /** True while the page's script or something beside it is under way. */
  isBusy(): boolean
  /** Whether its browser has frozen it. */
  readonly lifecycle: PageLifecycle
}

/** An app that runs in pages of one origin. */
export interface PageApp {
  /** The actor whose code it is: its fetches start at that lane. A function where each window has a lane of its own. */
  readonly actor: string | ((window: string) => string)
  /** Called when a page of this origin has loaded. */
  load(page: Page): Promise<void>
}

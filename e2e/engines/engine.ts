/** What a journey can do in a browser, whichever engine it is. Controls are found by role and accessible name. */

/** Roles that the journeys look for. */
export type Role =
  | 'article'
  | 'button'
  | 'checkbox'
  | 'combobox'
  | 'dialog'
  | 'heading'
  | 'link'
  | 'list'
  | 'main'
  | 'menuitem'
  | 'option'
  | 'region'
  | 'slider'
  | 'status'
  | 'tab'
  | 'tabpanel'
  | 'table'
  | 'textbox'

/** An accessible name: the whole of it, or a pattern. */
export type Name = string | RegExp

/** Something on the page. Reading does not wait; acting waits until it is there. With several of that name, the first. */
export interface Control {
  press(): Promise<void>
  /** Puts a text in the place of what a field holds, key by key. */
  type(text: string): Promise<void>
  isShown(): Promise<boolean>
  /** What it says; empty where it is not shown. */
  text(): Promise<string>
  /** What a field or a slider holds; empty where it is not shown. */
  value(): Promise<string>
  attribute(name: string): Promise<string | null>
}

/** A page in a window of its own. */
export interface Tab {
  goTo(address: string): Promise<void>
  reload(): Promise<void>
  close(): Promise<void>
  find(role: Role, name: Name): Control
  /** The same in the page that the first window of the stage shows. */
  findOnStage(role: Role, name: Name): Control
  /** Presses keys one after the other, as `ArrowRight` or `Control+A`. */
  press(...keys: readonly string[]): Promise<void>
  /** Gives a file to the one file input of the page. */
  upload(path: string): Promise<void>
  /** Runs a function in the page and gives what comes of it. It sees nothing but its arguments. */
  evaluate<Args extends readonly unknown[], Result>(
    work: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result>
  /** The same in the page that its first frame shows, also where that is of another site. */
  evaluateInFrame<Args extends readonly unknown[], Result>(
    work: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result>
  /** For what went wrong: base64 of a PNG. */
  screenshot(): Promise<string>
}

/** A browser with an empty profile. */
export interface Visitor {
  /** Opens a window. */
  open(): Promise<Tab>
  /** All windows, those that pages opened too, oldest first. */
  tabs(): Promise<readonly Tab[]>
  /** What went wrong unseen: uncaught errors, and what the page's policy refused. */
  incidents(): Promise<readonly string[]>
  leave(): Promise<void>
}

/** An engine that has been started. */
export interface Engine {
  visit(): Promise<Visitor>
  stop(): Promise<void>
}

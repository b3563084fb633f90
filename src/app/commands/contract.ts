/** What a command is: something the person can do from a button, a menu or the keyboard, described once. */

/** A command. */
export interface Command {
  readonly id: string
  readonly title: string
  /** Heading under which the help lists it. */
  readonly group: 'Run' | 'Page' | 'Presenter'
  /** Keys that start it, as `KeyboardEvent.key`; `Mod+` stands for Ctrl or ⌘. The first one is what buttons show. */
  readonly keys: readonly string[]
  run(): void
  /** Whether its keys are taken now; they always are without it. */
  isOffered?(): boolean
}

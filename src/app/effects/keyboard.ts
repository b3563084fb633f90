/** Shortcuts: one listener, the commands' own keys. */
import { type Command, commands, presenterCommands } from '../commands/index.ts'
import { current } from '../state/store.ts'

/** Where keys are text. */
const TEXT_FIELDS =
  'textarea, select, [contenteditable], input:not([type="checkbox"], [type="radio"], [type="range"], [type="button"])'
/** Where arrow keys, Home and End have a meaning of their own. */
const HAS_OWN_ARROWS =
  'input[type="range"], input[type="radio"], [role="tab"], [role="menuitem"], [role="separator"], [role="slider"]'
/** Where the space bar presses something. */
const IS_PRESSED_BY_SPACE = 'button, summary, a, input, [role="button"], [role="tab"]'

/** The same while presenting: there the space bar steps, also from a row of the diagram, which Enter selects. */
const IS_PRESSED_WHILE_PRESENTING = ':is(button:not([data-row]), summary, a, input, [role="button"], [role="tab"])'

/** Listens on the whole page, for the commands given or else for those that it has at that moment. */
export function listenToKeys(available?: readonly Command[]): () => void {
  const listen = (event: KeyboardEvent) => handleKey(event, available)
  document.addEventListener('keydown', listen)
  return () => document.removeEventListener('keydown', listen)
}

/** Starts the command of a key; the stage calls it too, for keys that were pressed on a page. */
export function handleKey(event: KeyboardEvent, available = commandsNow()): void {
  if (event.defaultPrevented || event.isComposing || event.altKey) return
  const target = event.target as Element
  const isModified = event.ctrlKey || event.metaKey
  const {
    view: { dialog, editedGate },
    presenter: { isPresenting, menu },
  } = current()
  if (dialog !== undefined || editedGate !== undefined || menu !== undefined) return
  if (!isModified && target.matches(TEXT_FIELDS)) return
  if (event.key === ' ' && target.matches(isPresenting ? IS_PRESSED_WHILE_PRESENTING : IS_PRESSED_BY_SPACE)) return
  if (/^(Arrow|Home|End|Page)/.test(event.key) && target.matches(HAS_OWN_ARROWS)) return
  const command = commandOf(event, available)
  if (command === undefined) return
  event.preventDefault()
  command.run()
}

function commandsNow(): readonly Command[] {
  return current().presenter.isPresenting ? presenterCommands : commands
}

function commandOf(event: KeyboardEvent, available: readonly Command[]): Command | undefined {
  const isModified = event.ctrlKey || event.metaKey
  const isShifted = event.shiftKey && event.key.length > 1
  const key = `${isModified ? 'Mod+' : ''}${isShifted ? 'Shift+' : ''}${event.key}`
  return available.find((command) => command.keys.includes(key) && command.isOffered?.() !== false)
}

/** What the next press will show, in words. */
import type { Choice } from '../../simulation/index.ts'
import type { AppState } from '../state/store.ts'
import { selectOffers, selectWaiting } from './moment.ts'
import { selectTurnHint } from './turn.ts'

/** The rows of the next step where it has been executed, else what is recorded, what waits, or whose turn it is. */
export function selectNextStep(state: AppState): string {
  const { recipe, run, view } = state
  const { cursor } = view
  if (cursor < run.liveSteps) {
    const rows = run.sequence.rows.slice(run.sequence.rowsAt(cursor), run.sequence.rowsAt(cursor + 1))
    if (rows.length > 0) return rows.map(({ name }) => name.replace(/^Step \d+: /, '')).join('. ')
  }
  const recorded = recipe.choices[cursor]
  if (recorded !== undefined) return wordsFor(recorded, state)
  return selectWaiting(state)[0]?.name ?? selectTurnHint(state) ?? ''
}

function wordsFor(choice: Choice, state: AppState): string {
  switch (choice.type) {
    case 'deliver':
      return messageAt(choice.gate, state)
    case 'drop':
      return `Lost on the way: ${messageAt(choice.gate, state)}`
    case 'delay':
      return `Delayed by ${choice.seconds} s: ${messageAt(choice.gate, state)}`
    case 'duplicate':
      return `Sent twice: ${messageAt(choice.gate, state)}`
    case 'rewrite':
      return `“${choice.parameter}” is changed in ${messageAt(choice.gate, state)}`
    case 'submit':
      return 'The form is sent'
    case 'follow':
      return 'A link is followed'
    case 'visit':
      return `Another address is opened: ${choice.url}`
    case 'browse':
      return `The browser’s own button: ${choice.command}`
    case 'act':
      return selectOffers(state).actions.find(({ id }) => id === choice.action)?.label ?? choice.action
    case 'advance':
      return 'Time passes'
    case 'request':
      return `From the console: ${choice.request.method} ${choice.request.url}`
    default:
      return choice satisfies never
  }
}

function messageAt(gate: string, state: AppState): string {
  return selectWaiting(state).find((message) => message.gate === gate)?.name ?? gate
}

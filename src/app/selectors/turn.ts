/** Whose turn it is: the wire's, a recorded choice's, or the person's. */
import { type PageForm, readActions, readForms } from '../../simulation/index.ts'
import type { AppState } from '../state/store.ts'
import { selectOffers, selectWaiting, selectWindows } from './moment.ts'

/** Who can go on: a step forward, the person on the stage, the clock alone; or nobody yet. */
export type Turn = 'step' | 'stage' | 'clock' | 'opening'

/** Whose turn it is at the cursor. */
export function selectTurn(state: AppState): Turn {
  const { recipe, run, view } = state
  if (!run.isOpen) return 'opening'
  if (view.cursor < recipe.choices.length || selectWaiting(state).length > 0) return 'step'
  return hasForm(state) || selectOffers(state).actions.length > 0 ? 'stage' : 'clock'
}

/** What keeps the run from going on by itself; undefined when a step forward does something. */
export function selectTurnHint(state: AppState): string | undefined {
  switch (selectTurn(state)) {
    case 'step':
      return undefined
    case 'stage':
      return `Your turn: ${nextAct(state)}`
    case 'clock':
      return 'Nothing is on the way. Move the clock, or start again'
    case 'opening':
      return 'The scenario is opening'
  }
}

function hasForm(state: AppState): boolean {
  return selectWindows(state).some((window) => readForms(window.html).length > 0)
}

/** What to do, with the word on the button where there is one alone. */
function nextAct(state: AppState): string {
  const windows = selectWindows(state)
  const forms = windows.flatMap(({ html }) => readForms(html))
  const onPages = windows.flatMap(({ html }) => readActions(html))
  if (forms.some(isFilledIn)) return 'fill in the form in the browser'
  const words = [...forms.flatMap(({ buttons }) => buttons), ...onPages].map(({ label }) => label)
  const besides = selectOffers(state).actions.filter(({ place }) => place === 'stage')
  const [word] = words.length > 0 ? words : besides.map(({ label }) => label)
  const where = words.length > 0 ? ' in the browser' : ''
  if (word !== undefined && Math.max(words.length, besides.length) === 1) return `press “${word}”${where}`
  return words.length > 0 ? 'choose in the browser' : 'choose what happens next'
}

function isFilledIn({ fields }: PageForm): boolean {
  return fields.some(({ type }) => !['hidden', 'checkbox', 'radio'].includes(type))
}

/** Keeps habits in this browser, and what the person has made. */
import { restoreHabits } from '../actions/view.ts'
import { isTalkLength } from '../audience-link/talk.ts'
import { readItem, writeItem } from '../kept-items.ts'
import { readOwnNames } from '../state/own-names.ts'
import { keysKeptIn, PRESENTER_PERSISTENCE, VIEW_PERSISTENCE } from '../state/persistence.ts'
import type { PresenterSlice } from '../state/presenter.ts'
import { type AppState, current, observe } from '../state/store.ts'
import { SPEEDS, type Speed, type ThemeChoice, type ViewSlice } from '../state/view.ts'

/** Habits are kept side by side, whichever slice they are of. */
type Habits = Partial<ViewSlice & PresenterSlice>
const KEPT = [...keysKeptIn(VIEW_PERSISTENCE, 'local'), ...keysKeptIn(PRESENTER_PERSISTENCE, 'local')]
const habitsIn = ({ view, presenter }: AppState): Habits => ({ ...view, ...presenter })

/** Restores what was kept and keeps what changes; a guest's changes are another window's habits. Where storage is blocked, habits last as long as the page. */
export function keepHabits({ isGuest = false } = {}): () => void {
  const kept = readItem()
  if (typeof kept === 'object' && kept !== null) restore(kept as Record<string, unknown>)
  if (isGuest) return () => undefined
  return observe(habitsIn, (habits, before) => {
    if (KEPT.some((key) => habits[key] !== before[key])) write(habits)
  })
}

function write(habits: Habits): void {
  writeItem(undefined, Object.fromEntries(KEPT.map((key) => [key, habits[key]])))
}

/** What was kept may come from another version: a value that does not fit is left at its default. */
function restore(kept: Record<string, unknown>): void {
  const { view, presenter } = current()
  restoreHabits({
    view: {
      speed: SPEEDS.includes(kept.speed as Speed) ? (kept.speed as Speed) : view.speed,
      theme: oneOf<ThemeChoice>(kept.theme, ['system', 'light', 'dark'], view.theme),
      viewTab: typeof kept.viewTab === 'string' ? kept.viewTab : view.viewTab,
      inspectorTab: typeof kept.inspectorTab === 'string' ? kept.inspectorTab : view.inspectorTab,
      ownNames: readOwnNames(kept.ownNames),
      paneSizes: isSizes(kept.paneSizes) ? kept.paneSizes : view.paneSizes,
    },
    presenter: {
      hasSpotlight: typeof kept.hasSpotlight === 'boolean' ? kept.hasSpotlight : presenter.hasSpotlight,
      hasCaption: typeof kept.hasCaption === 'boolean' ? kept.hasCaption : presenter.hasCaption,
      talkMinutes: isTalkLength(kept.talkMinutes) ? kept.talkMinutes : presenter.talkMinutes,
    },
  })
}

function oneOf<Value extends string>(value: unknown, values: readonly Value[], otherwise: Value): Value {
  return values.find((candidate) => candidate === value) ?? otherwise
}

function isSizes(value: unknown): value is ViewSlice['paneSizes'] {
  const isRecord = (candidate: unknown): candidate is Record<string, unknown> =>
    typeof candidate === 'object' && candidate !== null && !Array.isArray(candidate)
  return (
    isRecord(value) &&
    Object.values(value).every(
      (group) => isRecord(group) && Object.values(group).every((size) => typeof size === 'number'),
    )
  )
}

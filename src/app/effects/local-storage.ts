/** Keeps habits in this browser: the one file that touches its storage. */
import { restoreView } from '../actions/view.ts'
import { isTalkLength } from '../presenter/talk.ts'
import { current, observe } from '../store/store.ts'
import { keysThatTravel, VIEW_TRAVEL } from '../store/travel.ts'
import { SPEEDS, type Speed, type ThemeChoice, type ViewSlice } from '../store/view.ts'

const KEY = 'authlane'
const KEPT = keysThatTravel(VIEW_TRAVEL, 'local')

/** Restores what was kept and keeps what changes; a guest's changes are another window's habits. Where storage is blocked, habits last as long as the page. */
export function keepHabits({ isGuest = false } = {}): () => void {
  restoreView(readKept())
  if (isGuest) return () => undefined
  return observe(
    (state) => state.view,
    (view, before) => {
      if (KEPT.some((key) => view[key] !== before[key])) write(view)
    },
  )
}

function write(view: ViewSlice): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(KEPT.map((key) => [key, view[key]]))))
  } catch {
    // Blocked or full: nothing that a person needs to know.
  }
}

function readKept(): Partial<ViewSlice> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return typeof kept === 'object' && kept !== null ? validated(kept as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

/** What was kept may come from another version: a value that does not fit is left at its default. */
function validated(kept: Record<string, unknown>): Partial<ViewSlice> {
  const { view } = current()
  return {
    speed: SPEEDS.includes(kept.speed as Speed) ? (kept.speed as Speed) : view.speed,
    theme: oneOf<ThemeChoice>(kept.theme, ['system', 'light', 'dark'], view.theme),
    viewTab: typeof kept.viewTab === 'string' ? kept.viewTab : view.viewTab,
    inspectorTab: typeof kept.inspectorTab === 'string' ? kept.inspectorTab : view.inspectorTab,
    hasSpotlight: typeof kept.hasSpotlight === 'boolean' ? kept.hasSpotlight : view.hasSpotlight,
    talkMinutes: isTalkLength(kept.talkMinutes) ? kept.talkMinutes : view.talkMinutes,
    paneSizes: isSizes(kept.paneSizes) ? kept.paneSizes : view.paneSizes,
  }
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

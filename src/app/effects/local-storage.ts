/** Keeps habits in this browser, and what the person has made: the one file that touches its storage. */
import { restoreView } from '../actions/view.ts'
import { isTalkLength } from '../audience-link/talk.ts'
import { readOwnNames } from '../state/own-names.ts'
import { keysThatTravel, VIEW_TRAVEL } from '../state/persistence.ts'
import { current, observe } from '../state/store.ts'
import { SPEEDS, type Speed, type ThemeChoice, type ViewSlice } from '../state/view.ts'

/** How long something is kept: as long as the browser’s data, or until its tab is closed. */
type Lifetime = 'browser' | 'tab'

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
  writeItem(undefined, Object.fromEntries(KEPT.map((key) => [key, view[key]])))
}

function readKept(): Partial<ViewSlice> {
  const kept = readItem()
  return typeof kept === 'object' && kept !== null ? validated(kept as Record<string, unknown>) : {}
}

/** What was kept under a name; without one, the habits. `undefined` where there is nothing, or nothing to read. Never throws. */
export function readItem(name?: string, lifetime: Lifetime = 'browser'): unknown {
  try {
    return JSON.parse(storageOf(lifetime).getItem(keyOf(name)) ?? '')
  } catch {
    return undefined
  }
}

/** Keeps a value under a name. */
export function writeItem(name: string | undefined, value: unknown, lifetime: Lifetime = 'browser'): void {
  try {
    storageOf(lifetime).setItem(keyOf(name), JSON.stringify(value))
  } catch {
    // Blocked or full: it lasts as long as the page.
  }
}

/** Calls back with a name under which another tab has kept something; the result stops it. */
export function observeItems(react: (name: string) => void): () => void {
  const listen = ({ key }: StorageEvent) => {
    if (key?.startsWith(`${KEY}.`)) react(key.slice(KEY.length + 1))
  }
  addEventListener('storage', listen)
  return () => removeEventListener('storage', listen)
}

function storageOf(lifetime: Lifetime): Storage {
  return lifetime === 'browser' ? localStorage : sessionStorage
}

function keyOf(name: string | undefined): string {
  return name === undefined ? KEY : `${KEY}.${name}`
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
    ownNames: readOwnNames(kept.ownNames),
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

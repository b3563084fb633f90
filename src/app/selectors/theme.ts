/** The theme that is on the screen. */
import type { AppState } from '../state/store.ts'

/** What the page around asks for, or else the person's choice, or else the system's. */
export function selectTheme({ view }: AppState): 'light' | 'dark' {
  if (view.givenTheme !== undefined) return view.givenTheme
  if (view.theme !== 'system') return view.theme
  return view.isSystemDark ? 'dark' : 'light'
}

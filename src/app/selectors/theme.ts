/** The theme that is on the screen. */
import type { AppState } from '../state/store.ts'

/** The person's choice, or else the system's. */
export function selectTheme({ view }: AppState): 'light' | 'dark' {
  if (view.theme !== 'system') return view.theme
  return view.isSystemDark ? 'dark' : 'light'
}

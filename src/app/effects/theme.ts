/** Puts the theme on the document. */
import { showSystemTheme } from '../actions/view.ts'
import { selectTheme } from '../selectors/theme.ts'
import { current, observe } from '../state/store.ts'

/** Follows the choice of the person, and the system where they leave it to that. */
export function followTheme(): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)')
  const apply = (theme: string) => {
    document.documentElement.dataset.theme = theme
  }
  const onSystem = () => showSystemTheme(system.matches)
  const stop = observe(selectTheme, apply)
  onSystem()
  apply(selectTheme(current()))
  system.addEventListener('change', onSystem)
  return () => {
    stop()
    system.removeEventListener('change', onSystem)
  }
}

/** Puts the theme on the document. */
import { showGivenTheme, showSystemTheme } from '../actions/view.ts'
import { isEmbedded } from '../audience-link/embedded.ts'
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
  const stopAsking = isEmbedded() ? followPageAround() : undefined
  onSystem()
  apply(selectTheme(current()))
  system.addEventListener('change', onSystem)
  return () => {
    stop()
    stopAsking?.()
    system.removeEventListener('change', onSystem)
  }
}

/** The theme that the page around a player asks for: in the address, and by message when it changes. */
function followPageAround(): () => void {
  const take = (theme: unknown) => {
    if (theme === 'light' || theme === 'dark') showGivenTheme(theme)
  }
  const onMessage = ({ source, data }: MessageEvent) => {
    if (source === parent && data?.type === 'authlane:theme') take(data.theme)
  }
  take(new URLSearchParams(location.search).get('theme'))
  addEventListener('message', onMessage)
  return () => removeEventListener('message', onMessage)
}

/** Leaving the whole screen is leaving the presenter: browsers keep the Escape key for themselves there. */
import { leavePresenter } from '../actions/presenting.ts'
import { current } from '../state/store.ts'

/** Listens; the result stops it. The speaker's desk stays, and so does the presenter below an open help or menu: Escape was meant for that. */
export function leaveWithFullScreen(): () => void {
  const listen = () => {
    const {
      view: { dialog },
      presenter: { audience },
    } = current()
    const hasOpen = dialog !== undefined || document.querySelector('[role="menu"]') !== null
    if (document.fullscreenElement === null && audience === undefined && !hasOpen) leavePresenter()
  }
  document.addEventListener('fullscreenchange', listen)
  return () => document.removeEventListener('fullscreenchange', listen)
}

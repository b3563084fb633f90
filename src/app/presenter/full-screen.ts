/** Leaving the whole screen is leaving the presenter: browsers keep the Escape key for themselves there. */
import { leavePresenter } from '../actions/presenting.ts'
import { current } from '../state/store.ts'

/** Listens; the result stops it. The speaker's desk and an open help stay. */
export function leaveWithFullScreen(): () => void {
  const listen = () => {
    const {
      view: { dialog },
      presenter: { audience },
    } = current()
    if (document.fullscreenElement === null && audience === undefined && dialog === undefined) leavePresenter()
  }
  document.addEventListener('fullscreenchange', listen)
  return () => document.removeEventListener('fullscreenchange', listen)
}

/** The presenter: the picture alone, or, once the audience has a window of its own, the speaker's desk. */
import { type MouseEvent, useEffect } from 'react'
import { NoticeBar } from '../header/notice-bar.tsx'
import { useApp } from '../state/store.ts'
import { Desk } from './desk.tsx'
import { focusPresenter, PRESENTER_ID } from './focus.ts'
import { leaveWithFullScreen } from './full-screen.ts'
import { leadAudience } from './leading.ts'
import './presenter.css'
import { Projector } from './projector.tsx'

/** Fills the page. */
export default function Presenter() {
  const hasAudience = useApp((state) => state.presenter.audience !== undefined)
  useEffect(focusPresenter, [])
  useEffect(leadAudience, [])
  useEffect(leaveWithFullScreen, [])
  return (
    <main id={PRESENTER_ID} className="presenter" aria-label="Presenter" tabIndex={-1} onMouseDown={keepFocus}>
      <PresenterNotice isProjected={!hasAudience} />
      {hasAudience ? <Desk /> : <Projector />}
    </main>
  )
}

/** What happened to the run or to the window. What could be taken back, or a newer version, is no news for a room. */
function PresenterNotice({ isProjected }: { readonly isProjected: boolean }) {
  const offers = useApp((state) => state.run.notice?.offers)
  return offers === 'reload' || (isProjected && offers === 'undo') ? null : <NoticeBar />
}

/** A button that is clicked does not take the focus, or else the next press of the space bar would press it again. */
function keepFocus(event: MouseEvent): void {
  if (event.target instanceof Element && event.target.closest('button') !== null) event.preventDefault()
}

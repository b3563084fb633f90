/** The page around a run: header, panes, run controls, dialogs. Loaded after the first arrow is on the screen. */
import { CSPProvider } from '@base-ui/react/csp-provider'
import { Tooltip } from '@base-ui/react/tooltip'
import { Activity, lazy, useEffect, useLayoutEffect, useRef } from 'react'
import { Part } from '../ui/part.tsx'
import { useIsWide } from '../ui/use-window.ts'
import { Dialogs } from './dialogs/dialogs.tsx'
import { announceSteps } from './effects/announcements.ts'
import { Header } from './header/header.tsx'
import { JumpButtons } from './header/jump-buttons.tsx'
import { NoticeBar } from './header/notice-bar.tsx'
import { OpeningBar } from './header/opening-bar.tsx'
import { LessonBar } from './lessons/lesson-bar.tsx'
import { CompactLayout } from './panes/compact-layout.tsx'
import { StartCard } from './panes/start-card.tsx'
import { WideLayout } from './panes/wide-layout.tsx'
import { PlaylistBar } from './playlists/playlist-bar.tsx'
import { RunBar } from './run-bar/run-bar.tsx'
import { useApp } from './state/store.ts'
import './workspace.css'

const Presenter = lazy(() => import('./presenter/presenter.tsx'))

/** The whole page. */
export default function Workspace() {
  const isWide = useIsWide()
  const isPresenting = useApp((state) => state.presenter.isPresenting)
  useFocusReturn(isPresenting)
  return (
    // The content security policy allows no inline style elements.
    <CSPProvider disableStyleElements>
      <Tooltip.Provider>
        {/* Out of sight while presenting, and afterwards as it was. */}
        <Activity mode={isPresenting ? 'hidden' : 'visible'}>
          <div className="workspace">
            <JumpButtons />
            <Header />
            <OpeningBar />
            <NoticeBar />
            {!isWide && <StartCard />}
            <LessonBar />
            <PlaylistBar />
            <main className="workspace-panes">{isWide ? <WideLayout /> : <CompactLayout />}</main>
            <RunBar />
          </div>
        </Activity>
        <Part>{isPresenting && <Presenter />}</Part>
        <Dialogs />
        <LiveRegion />
      </Tooltip.Provider>
    </CSPProvider>
  )
}

function LiveRegion() {
  const region = useRef<HTMLParagraphElement>(null)
  useEffect(() => (region.current === null ? undefined : announceSteps(region.current)), [])
  return <p ref={region} className="visually-hidden" aria-live="polite" />
}

/** Whatever had the focus before the presenter has it again after it. */
function useFocusReturn(isPresenting: boolean): void {
  const before = useRef<Element>(null)
  useLayoutEffect(() => {
    if (isPresenting) before.current = document.activeElement
    else if (before.current instanceof HTMLElement) before.current.focus()
  }, [isPresenting])
}

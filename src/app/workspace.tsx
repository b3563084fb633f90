/** The page around a run: header, panes, run controls, dialogs. Loaded after the first arrow is on the screen. */
import { CSPProvider } from '@base-ui/react/csp-provider'
import { Tooltip } from '@base-ui/react/tooltip'
import { useEffect, useRef } from 'react'
import { Dialogs } from './dialogs/dialogs.tsx'
import { announceSteps } from './effects/announcements.ts'
import { Header } from './header/header.tsx'
import { NoticeBar } from './header/notice-bar.tsx'
import { CompactLayout } from './panes/compact-layout.tsx'
import { StartCard } from './panes/start-card.tsx'
import { useIsWide } from './panes/use-is-wide.ts'
import { WideLayout } from './panes/wide-layout.tsx'
import { RunBar } from './run-bar/run-bar.tsx'
import './workspace.css'

/** The whole page. */
export default function Workspace() {
  const isWide = useIsWide()
  return (
    // The content security policy allows no inline style elements.
    <CSPProvider disableStyleElements>
      <Tooltip.Provider>
        <div className="workspace">
          <Header />
          <NoticeBar />
          <StartCard />
          <main className="workspace-panes">{isWide ? <WideLayout /> : <CompactLayout />}</main>
          <RunBar />
        </div>
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

/** What the audience sees: the picture alone, for as long as it takes. */
import { CSPProvider } from '@base-ui/react/csp-provider'
import { Tooltip } from '@base-ui/react/tooltip'
import { Maximize } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from '../../ui/button.tsx'
import { enterFullScreen } from '../actions/full-screen.ts'
import { announceSteps } from '../effects/announcements.ts'
import { NoticeBar } from '../header/notice-bar.tsx'
import './presenter.css'
import { Projection } from './slide.tsx'

/** The page of the audience's window. */
export default function Audience() {
  const region = useRef<HTMLParagraphElement>(null)
  useEffect(() => (region.current === null ? undefined : announceSteps(region.current)), [])
  return (
    // The content security policy allows no inline style elements.
    <CSPProvider disableStyleElements>
      <Tooltip.Provider>
        <main className="presenter" aria-label="Audience">
          <NoticeBar />
          <Projection
            isPicture
            controls={
              <Button
                className="audience-full-screen"
                icon={<Maximize />}
                title="Full screen (f)"
                onClick={enterFullScreen}
              >
                Full screen
              </Button>
            }
          />
        </main>
        <p ref={region} className="visually-hidden" aria-live="polite" />
      </Tooltip.Provider>
    </CSPProvider>
  )
}

/** What an opening has to tell: how far it is when it takes long, with the way to have it only so far, or why nothing opens. */
import { RefreshCw, Square } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { stopOpening } from '../actions/opening.ts'
import { useApp } from '../state/store.ts'
import './notice-bar.css'

/** Nothing while none takes long. */
export function OpeningBar() {
  const opening = useApp((state) => state.run.opening)
  if (opening === undefined) return null
  const { step, of } = opening
  return (
    <section className="notice" data-tone="info" aria-label="Opening">
      <div className="notice-text">
        <p className="notice-title">
          Opening the run: step {step} of {of}
        </p>
        <progress value={step} max={of} aria-label="Steps" />
      </div>
      <Button size="small" icon={<Square />} onClick={stopOpening}>
        Stop here
      </Button>
    </section>
  )
}

/** The notice while there is nothing but the opening. Without the widgets of the whole page, which are not loaded yet. */
export function OpeningNotice() {
  const notice = useApp((state) => state.run.notice)
  if (notice === undefined) return null
  return (
    <section
      className="notice"
      data-tone={notice.tone}
      aria-label="Notice"
      role={notice.tone === 'problem' ? 'alert' : undefined}
    >
      <div className="notice-text">
        <p className="notice-title">{notice.title}</p>
        {notice.details.map((detail) => (
          <p key={detail}>{detail}</p>
        ))}
      </div>
      {notice.offers === 'reload' && (
        <Button size="small" icon={<RefreshCw />} onClick={() => location.reload()}>
          Reload
        </Button>
      )}
    </section>
  )
}

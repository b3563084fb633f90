/** What the page has to tell: an error with what to do about it, or that steps were replaced. */
import { Info, RefreshCw, TriangleAlert, Undo2, X } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { dismissNotice } from '../actions/notices.ts'
import { undoReplacement } from '../actions/opening.ts'
import { useApp } from '../state/store.ts'
import './notice-bar.css'

/** The notice, when there is one. The live region reads it out. */
export function NoticeBar() {
  const notice = useApp((state) => state.run.notice)
  if (notice === undefined) return null
  return (
    <section className="notice" data-tone={notice.tone} aria-label="Notice">
      {notice.tone === 'problem' ? <TriangleAlert aria-hidden="true" /> : <Info aria-hidden="true" />}
      <div className="notice-text">
        <p className="notice-title">{notice.title}</p>
        {notice.details.map((detail) => (
          <p key={detail}>{detail}</p>
        ))}
      </div>
      {notice.offers === 'undo' && (
        <Button size="small" icon={<Undo2 />} onClick={() => void undoReplacement()}>
          Undo
        </Button>
      )}
      {notice.offers === 'reload' && (
        <Button size="small" icon={<RefreshCw />} onClick={() => location.reload()}>
          Reload
        </Button>
      )}
      <IconButton size="small" label="Dismiss" icon={<X />} onClick={dismissNotice} />
    </section>
  )
}

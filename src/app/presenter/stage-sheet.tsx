/** The stage beneath the diagram, for as long as it is the person's turn. */
import { useEffect } from 'react'
import { StagePane } from '../panes/stage-pane.tsx'
import { focusPresenter } from './focus.ts'
import './stage-sheet.css'

/** The sheet; the lanes above it keep their places. */
export function StageSheet() {
  // Whoever acted there had the focus on a page that is gone; the keys belong to the presenter again.
  useEffect(() => focusPresenter, [])
  return (
    <div className="stage-sheet">
      <StagePane />
    </div>
  )
}

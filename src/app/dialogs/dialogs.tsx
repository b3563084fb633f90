/** The dialog that is open, if any; each one is loaded when it is first asked for. */
import { lazy } from 'react'
import { Part } from '../../ui/part.tsx'
import { useApp } from '../state/store.ts'

const ShareDialog = lazy(() => import('./share/share-dialog.tsx'))
const OpenDialog = lazy(() => import('./open-dialog.tsx'))
const HelpDialog = lazy(() => import('./help-dialog.tsx'))
const LiveEditorDialog = lazy(() => import('./live-editor-dialog.tsx'))
const SearchPalette = lazy(() => import('../search/palette.tsx'))
const CaptureDialog = lazy(() => import('./capture/capture-dialog.tsx'))
const EditDialog = lazy(() => import('./edit-dialog.tsx'))

/** At most one dialog. */
export function Dialogs() {
  const dialog = useApp((state) => state.view.dialog)
  const gate = useApp((state) => state.view.editedGate)
  return (
    <Part>
      {dialog === 'share' && <ShareDialog />}
      {dialog === 'open' && <OpenDialog />}
      {dialog === 'help' && <HelpDialog />}
      {dialog === 'live-editor' && <LiveEditorDialog />}
      {dialog === 'search' && <SearchPalette />}
      {dialog === 'capture' && <CaptureDialog />}
      {gate !== undefined && <EditDialog key={gate} gate={gate} />}
    </Part>
  )
}

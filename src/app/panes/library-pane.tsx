/** The library: every scenario, and of the open one its outcomes and settings. */
import { LibraryNavigation } from './library-navigation.tsx'
import './library-pane.css'
import { Outcomes } from './outcomes.tsx'
import { SettingsForm } from './settings-form.tsx'

/** The left pane. */
export function LibraryPane() {
  return (
    <div className="pane library">
      <LibraryNavigation />
      <Outcomes />
      <SettingsForm />
    </div>
  )
}

/** The library: every scenario and the outcomes of the open one; the lessons; the playlists. */
import { lazy } from 'react'
import { Part } from '../../ui/part.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { useIsWide } from '../../ui/use-window.ts'
import { showLibrary } from '../actions/learning.ts'
import type { LibraryTab } from '../state/learning.ts'
import { useApp } from '../state/store.ts'
import { LibraryNavigation } from './library-navigation.tsx'
import './library-pane.css'
import { Outcomes } from './outcomes.tsx'
import { SettingsForm } from './settings-form.tsx'

const PlaylistPanel = lazy(async () => ({ default: (await import('../playlists/panel.tsx')).PlaylistPanel }))
const Catalogue = lazy(async () => ({ default: (await import('../lessons/catalogue.tsx')).Catalogue }))

/** The left pane. */
export function LibraryPane() {
  // Where there is room, settings are a tab beside the inspectors.
  const isWide = useIsWide()
  const tab = useApp((state) => state.learning.libraryTab)
  // Many a task is to change a setting.
  const isLearning = useApp((state) => state.learning.lesson !== undefined)
  return (
    <div className="pane library-tabs">
      <Tabs<LibraryTab>
        label="Library"
        selected={tab}
        onSelect={showLibrary}
        tabs={[
          {
            id: 'scenarios',
            title: 'Scenarios',
            panel: (
              <div className="library">
                <LibraryNavigation />
                <Outcomes />
                {!isWide && <SettingsForm />}
              </div>
            ),
          },
          {
            id: 'lessons',
            title: 'Lessons',
            panel: (
              <div className="library">
                <Part>
                  <Catalogue />
                </Part>
                {isLearning && !isWide && <SettingsForm />}
              </div>
            ),
          },
          {
            id: 'playlists',
            title: 'Playlists',
            panel: (
              <div className="library">
                <Part>
                  <PlaylistPanel />
                </Part>
              </div>
            ),
          },
        ]}
      />
    </div>
  )
}

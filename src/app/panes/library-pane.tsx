/** The library: every scenario, and of the open one its outcomes and settings; the lessons; the playlists. */
import { lazy } from 'react'
import { Part } from '../../ui/part.tsx'
import { Tabs } from '../../ui/tabs.tsx'
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
  const tab = useApp((state) => state.learning.libraryTab)
  // Many a task is to change a setting.
  const isLearning = useApp((state) => state.learning.lesson !== undefined)
  return (
    <div className="pane">
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
                <SettingsForm />
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
                {isLearning && <SettingsForm />}
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

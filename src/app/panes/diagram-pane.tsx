/** The views of the run, as tabs. */
import { Part } from '../../ui/part.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { showView } from '../actions/view.ts'
import { useApp } from '../state/store.ts'
import { views } from '../views/index.ts'

/** Those that are looked at most; more of them would only be more to read. */
const VIEWS_IN_ROW = 4

/** The views that the open scenario can have. Where it lacks the chosen one the sequence stands in, until there is one again. */
export function DiagramPane() {
  const chosen = useApp((state) => state.view.viewTab)
  // Texts, so that a step that offers nothing new does not draw the tabs again.
  const offered = useApp((state) =>
    views
      .filter((view) => view.isOffered(state))
      .map(({ id }) => id)
      .join(' '),
  ).split(' ')
  const missing = useApp((state) => views.map((view) => view.missing?.(state) ?? '').join('\n')).split('\n')
  const missingIn = (id: string) => missing[views.findIndex((view) => view.id === id)] || undefined
  const selected = offered.includes(chosen) && missingIn(chosen) === undefined ? chosen : 'sequence'
  return (
    <div className="pane">
      <Tabs
        label="Views"
        inRow={VIEWS_IN_ROW}
        selected={selected}
        onSelect={showView}
        tabs={views
          .filter(({ id }) => offered.includes(id))
          .map(({ id, title, Panel }) => ({
            id,
            title,
            unavailable: missingIn(id),
            panel: (
              <Part loading={<p className="pane-title">Loading {title} …</p>}>
                <Panel />
              </Part>
            ),
          }))}
      />
    </div>
  )
}

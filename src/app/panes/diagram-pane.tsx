/** The views of the run, as tabs. */
import { Part } from '../../ui/part.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { showView } from '../actions/view.ts'
import { useApp } from '../state/store.ts'
import { views } from '../views/index.ts'
import { HandOffBar } from './hand-off-bar.tsx'
import { OutcomeBar } from './outcome-bar.tsx'

/** The views that the open scenario has. Where it lacks the chosen one the sequence stands in, until there is one again. */
export function DiagramPane() {
  const chosen = useApp((state) => state.view.viewTab)
  // A text, so that a step that offers nothing new does not draw the tabs again.
  const offered = useApp((state) =>
    views
      .filter((view) => view.isOffered(state))
      .map(({ id }) => id)
      .join(' '),
  ).split(' ')
  const selected = offered.includes(chosen) ? chosen : 'sequence'
  return (
    <div className="pane">
      <Tabs
        label="Views"
        selected={selected}
        onSelect={showView}
        tabs={views
          .filter(({ id }) => offered.includes(id))
          .map(({ id, title, Panel }) => ({
            id,
            title,
            panel: (
              <Part loading={<p className="pane-title">Loading {title} …</p>}>
                <Panel />
              </Part>
            ),
          }))}
      />
      <HandOffBar view={selected} />
      <OutcomeBar />
    </div>
  )
}

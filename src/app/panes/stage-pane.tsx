/** The stage: the windows of the person in the flow, and what they can do beside them. */
import { BrowserWindow } from '../../stage/index.ts'
import { Button } from '../../ui/button.tsx'
import { act } from '../actions/acting.ts'
import { handleKey } from '../effects/keyboard.ts'
import { selectOffers, selectWindows } from '../selectors/moment.ts'
import { selectScenario } from '../selectors/outcome.ts'
import { selectTheme } from '../selectors/theme.ts'
import { useApp } from '../store/store.ts'
import './stage-pane.css'

/** The stylesheet of simulated pages; a page in a frame resolves addresses against ours. */
const PAGES_STYLESHEET = new URL(`${import.meta.env.BASE_URL}pages.css`, document.baseURI).href

/** The windows, side by side, and the scenario's actions above them. */
export function StagePane() {
  const windows = useApp(selectWindows)
  const actions = useApp(selectOffers).actions.filter((action) => action.place === 'stage')
  const autofill = useApp(selectScenario)?.autofill ?? {}
  const theme = useApp(selectTheme)
  return (
    <section className="pane stage" aria-label="Stage">
      {actions.length > 0 && (
        <div className="stage-actions">
          {actions.map((action) => (
            <Button
              key={action.id}
              size="small"
              title={action.hint}
              onClick={() => void act({ type: 'act', action: action.id })}
            >
              {action.label}
            </Button>
          ))}
        </div>
      )}
      <div className="stage-windows">
        {windows.map((view) => (
          <BrowserWindow
            key={view.id}
            view={view}
            stylesheet={PAGES_STYLESHEET}
            theme={theme}
            autofill={autofill}
            onChoice={(choice) => void act(choice)}
            onKey={handleKey}
          />
        ))}
      </div>
    </section>
  )
}

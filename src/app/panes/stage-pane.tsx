/** The stage: the windows of the person in the flow, and what they can do beside them. */
import { useState } from 'react'
import { siteHome } from '../../lib/site-home.ts'
import type { ActionOffer } from '../../simulation/index.ts'
import { Authenticator, BrowserWindow, deviceActions, Phone } from '../../stage/index.ts'
import { Button } from '../../ui/button.tsx'
import { act } from '../actions/acting.ts'
import { handleKey } from '../effects/keyboard.ts'
import { selectDevices } from '../selectors/devices.ts'
import { selectLatestWindow, selectOffers, selectWindows } from '../selectors/moment.ts'
import { selectScenario } from '../selectors/outcome.ts'
import { selectStageNeed } from '../selectors/stage.ts'
import { selectTheme } from '../selectors/theme.ts'
import { useApp } from '../state/store.ts'
import './stage-pane.css'

/** The stylesheet of simulated pages; a page in a frame resolves addresses against ours. */
const PAGES_STYLESHEET = new URL('pages.css', siteHome()).href

const NOTHING = {}

/** The windows, side by side; where there is less room, what changed last is in front, or what was pressed since. */
export function StagePane() {
  const windows = useApp(selectWindows)
  const latest = useApp(selectLatestWindow)
  const [pressed, setPressed] = useState<{ readonly id: string; readonly since: typeof latest }>()
  const front = pressed?.since === latest ? pressed?.id : latest?.id
  const autofill = useApp(selectScenario)?.autofill ?? NOTHING
  const theme = useApp(selectTheme)
  const need = useApp(selectStageNeed)
  const onDevices = deviceActions(useApp(selectDevices))
  const actions = useApp(selectOffers).actions.filter(({ id, place }) => place === 'stage' && !onDevices.includes(id))
  const isAlone = windows.length === 1 && actions.length === 1
  return (
    <section className="stage" aria-label="Stage" data-need={need}>
      <div className="stage-things">
        <div className="stage-windows">
          {windows.length === 0 && (
            <div className="stage-empty">
              <p>This flow has no browser window. Here is what you can do:</p>
              <StageActions actions={actions} />
            </div>
          )}
          {windows.map((view) => (
            <BrowserWindow
              key={view.id}
              view={view}
              stylesheet={PAGES_STYLESHEET}
              theme={theme}
              autofill={autofill}
              aside={isAlone && <StageActions actions={actions} />}
              isBehind={windows.length > 1 && front !== undefined && view.id !== front}
              onRaise={() => setPressed({ id: view.id, since: latest })}
              onChoice={(choice) => void act(choice)}
              onKey={handleKey}
            />
          ))}
        </div>
        <Devices />
      </div>
      {windows.length > 0 && !isAlone && actions.length > 0 && <StageActions actions={actions} />}
    </section>
  )
}

/** What the person holds in their hands beside the windows. */
function Devices() {
  const devices = useApp(selectDevices)
  const offered = useApp(selectOffers).actions.map(({ id }) => id)
  if (devices.length === 0) return null
  return (
    <div className="stage-devices">
      {devices.map(([actor, state]) =>
        state.device === 'phone' ? (
          <Phone key={actor} state={state} offered={offered} onAct={(action) => void act({ type: 'act', action })} />
        ) : (
          <Authenticator key={actor} state={state} />
        ),
      )}
    </div>
  )
}

/** What the scenario offers beside the pages. */
function StageActions({ actions }: { readonly actions: readonly ActionOffer[] }) {
  return (
    <div className="stage-actions">
      {actions.map(({ id, label, hint }) => (
        <Button key={id} size="small" title={hint} onClick={() => void act({ type: 'act', action: id })}>
          {label}
        </Button>
      ))}
    </div>
  )
}

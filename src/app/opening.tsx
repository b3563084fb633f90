/** What is on the screen while the rest of the page is being loaded: the name of the scenario and its first arrow. */
import { SequenceDiagram } from '../diagram/index.ts'
import { act } from './actions/acting.ts'
import { selectRow } from './actions/view.ts'
import { OpeningBar, OpeningNotice } from './header/opening-bar.tsx'
import './opening.css'
import { selectScenario } from './selectors/outcome.ts'
import { useApp } from './state/store.ts'

/** The opening of the scenario, in the places that the full page has for it. */
export function Opening() {
  const scenario = useApp(selectScenario)
  const isOpen = useApp((state) => state.run.isOpen)
  const hasFailed = useApp(({ run }) => !run.isOpen && !run.isBusy && run.notice?.tone === 'problem')
  const sequence = useApp((state) => state.run.sequence)
  const cursor = useApp((state) => state.view.cursor)
  return (
    <div className="opening" aria-busy={!hasFailed}>
      <header className="opening-header">
        <strong>Authlane</strong>
        <span>{scenario?.title ?? (hasFailed ? 'Nothing is open' : 'Opening …')}</span>
      </header>
      <OpeningBar />
      <OpeningNotice />
      <main className="opening-diagram">
        {isOpen && (
          <SequenceDiagram
            model={sequence}
            step={cursor}
            selected={undefined}
            onSelect={selectRow}
            onDeliver={(gate) => void act({ type: 'deliver', gate })}
            animate={false}
            credentials={NO_CREDENTIALS}
          />
        )}
      </main>
    </div>
  )
}

/** Room for the pockets, so that nothing moves when they come. */
const NO_CREDENTIALS = { pockets: [], cause: undefined, carriedBy: () => [], bringsFirst: () => false } as const

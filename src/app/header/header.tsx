/** The head of the page. */
import { Presentation, Search, Share2 } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import '../../ui/field.css'
import { present } from '../actions/presenting.ts'
import { openDialog, openSearch } from '../actions/view.ts'
import { selectScenario } from '../selectors/outcome.ts'
import { useApp } from '../state/store.ts'
import { ExportMenu } from './export-menu.tsx'
import './header.css'
import { MoreMenu } from './more-menu.tsx'
import { TransportStatus } from './transport-status.tsx'

/** Name, scenario, the way to ask, and what can be done with the run. */
export function Header() {
  const scenario = useApp(selectScenario)
  const isUntouched = useApp((state) => state.recipe.choices.length === 0)
  return (
    <header className="header">
      <div className="header-start">
        <h1 className="header-brand">
          <Mark />
          <span>Authlane</span>
        </h1>
        <p className="header-scenario" title={scenario?.summary}>
          <span>{scenario?.title}</span>
          {scenario?.status === 'deprecated' && <span className="header-deprecated">Deprecated</span>}
        </p>
      </div>
      <button type="button" className="field header-search" aria-keyshortcuts="/" onClick={() => openSearch()}>
        <Search aria-hidden="true" />
        <span>Search, paste an error</span>
        <span className="header-search-key" aria-hidden="true">
          /
        </span>
      </button>
      <div className="header-actions">
        <TransportStatus />
        <ExportMenu />
        <Button
          className={isUntouched ? 'receded' : ''}
          look="quiet"
          icon={<Share2 />}
          aria-label="Share"
          title="Share (s)"
          onClick={() => openDialog('share')}
        >
          Share
        </Button>
        <Button look="quiet" icon={<Presentation />} aria-label="Present" title="Present (p)" onClick={present}>
          Present
        </Button>
        <MoreMenu />
      </div>
    </header>
  )
}

/** Two life lines and a message each way. */
function Mark() {
  return (
    <svg
      viewBox="0 0 24 24"
      width="22"
      height="22"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      aria-hidden="true"
    >
      <path d="M5 3v18M19 3v18" strokeLinecap="round" opacity="0.4" />
      <path d="M5 9h10m-3-3 3 3-3 3M19 16H9" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}

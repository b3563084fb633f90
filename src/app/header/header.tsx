/** The head of the page: what is open, how messages travel, and what can be done with the run. */
import { CircleHelp, Monitor, Moon, Presentation, Share2, Sun } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { present } from '../actions/presenting.ts'
import { chooseTheme, openDialog } from '../actions/view.ts'
import { selectScenario } from '../selectors/outcome.ts'
import { useApp } from '../state/store.ts'
import type { ThemeChoice } from '../state/view.ts'
import { ExportMenu } from './export-menu.tsx'
import './header.css'
import { TransportStatus } from './transport-status.tsx'

/** The header. */
export function Header() {
  const scenario = useApp(selectScenario)
  return (
    <header className="header">
      <h1 className="header-brand">
        <Mark />
        Authlane
      </h1>
      <p className="header-scenario" title={scenario?.summary}>
        <span>{scenario?.title}</span>
        {scenario?.status === 'deprecated' && <span className="header-deprecated">Deprecated</span>}
      </p>
      <TransportStatus />
      <div className="header-actions">
        <Button look="quiet" icon={<Share2 />} aria-label="Share" onClick={() => openDialog('share')}>
          Share
        </Button>
        <ExportMenu />
        <Button look="quiet" icon={<Presentation />} aria-label="Present" title="Present (p)" onClick={present}>
          Present
        </Button>
        <IconButton label="Help and shortcuts" shortcut="?" icon={<CircleHelp />} onClick={() => openDialog('help')} />
        <ThemeSwitch />
      </div>
    </header>
  )
}

const NEXT_THEME: Record<ThemeChoice, ThemeChoice> = { system: 'light', light: 'dark', dark: 'system' }
const THEME_ICON: Record<ThemeChoice, typeof Sun> = { system: Monitor, light: Sun, dark: Moon }

function ThemeSwitch() {
  const theme = useApp((state) => state.view.theme)
  const Icon = THEME_ICON[theme]
  return <IconButton label={`Theme: ${theme}`} icon={<Icon />} onClick={() => chooseTheme(NEXT_THEME[theme])} />
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

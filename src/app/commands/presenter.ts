/** Commands that there are while presenting alone. */
import { openAudience } from '../actions/audience.ts'
import { enterFullScreen } from '../actions/full-screen.ts'
import { leavePresenter, nextStep, toggleBlank, toggleSpotlight, toggleStage } from '../actions/presenting.ts'
import type { Command } from './contract.ts'

export const presenterCommands = {
  /** The next step, or the picture again after a blank screen. */
  nextStep: {
    id: 'next-step',
    title: 'Next step',
    group: 'Presenter',
    keys: ['ArrowRight', 'PageDown', ' '],
    run: () => void nextStep(),
  },
  /** Has the selected row stand out. */
  spotlight: { id: 'spotlight', title: 'Spotlight', group: 'Presenter', keys: ['s'], run: () => toggleSpotlight() },
  /** Nothing on the screen, so that everybody looks at who speaks. Clickers send a full stop. */
  blank: { id: 'blank', title: 'Blank screen', group: 'Presenter', keys: ['b', '.'], run: () => toggleBlank() },
  /** Shows the browser window of the person in the flow, or hides it. */
  stage: { id: 'stage', title: 'Stage', group: 'Presenter', keys: ['a'], run: () => toggleStage() },
  /** Opens the window that the audience sees. */
  audience: { id: 'audience', title: 'Audience window', group: 'Presenter', keys: ['w'], run: () => openAudience() },
  /** Fills the screen; the browser’s Escape key gives it back. Clickers send F5 to start. */
  fullScreen: {
    id: 'full-screen',
    title: 'Full screen',
    group: 'Presenter',
    keys: ['f', 'F5'],
    run: () => enterFullScreen(),
  },
  /** Back to the whole page. */
  leavePresenter: {
    id: 'leave-presenter',
    title: 'Leave the presenter',
    group: 'Presenter',
    keys: ['Escape', 'p'],
    run: () => leavePresenter(),
  },
} as const satisfies Readonly<Record<string, Command>>

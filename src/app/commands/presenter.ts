/** Commands that there are while presenting alone. */
import { openAudience } from '../actions/audience.ts'
import { enterFullScreen } from '../actions/full-screen.ts'
import {
  closeOrLeave,
  nextStep,
  openMenu,
  toggleBlank,
  toggleCaption,
  toggleCode,
  toggleSpotlight,
  toggleStage,
} from '../actions/presenting.ts'
import { tellOtherSide, tellWay } from '../actions/telling.ts'
import type { Command } from './contract.ts'

export const presenterCommands = {
  /** The next step, the person's act, the next run of a playlist; or the picture again after a blank screen. */
  nextStep: {
    id: 'next-step',
    title: 'Next step',
    group: 'Presenter',
    keys: ['ArrowRight', 'PageDown', ' '],
    run: () => void nextStep(),
  },
  /** The outcome from its beginning. */
  tellOrder: {
    id: 'tell-order',
    title: 'This order, from its beginning',
    group: 'Presenter',
    keys: ['1'],
    run: () => void tellWay('order'),
  },
  /** The order of the same settings that ends otherwise. */
  tellOtherOrder: {
    id: 'tell-other-order',
    title: 'The other order',
    group: 'Presenter',
    keys: ['2'],
    run: () => void tellWay('otherOrder'),
  },
  /** The outcome that shows it working. */
  tellFix: { id: 'tell-fix', title: 'The fix', group: 'Presenter', keys: ['3'], run: () => void tellWay('fix') },
  /** From the broken run to the same moment of the fixed one, or back. */
  tellOtherSide: {
    id: 'tell-other-side',
    title: 'Broken or fixed, at the same moment',
    group: 'Presenter',
    keys: ['4'],
    run: () => void tellOtherSide(),
  },
  /** A sentence that says what happens in the step. */
  caption: { id: 'caption', title: 'Caption', group: 'Presenter', keys: ['c'], run: () => toggleCaption() },
  /** Has the selected row stand out. */
  spotlight: { id: 'spotlight', title: 'Spotlight', group: 'Presenter', keys: ['s'], run: () => toggleSpotlight() },
  /** Nothing on the screen, so that everybody looks at who speaks. Clickers send a full stop. */
  blank: { id: 'blank', title: 'Blank screen', group: 'Presenter', keys: ['b', '.'], run: () => toggleBlank() },
  /** Shows the browser window of the person in the flow, or hides it. */
  stage: { id: 'stage', title: 'Stage', group: 'Presenter', keys: ['a'], run: () => toggleStage() },
  /** The link to this step, as a code that the phones in the room read. */
  code: { id: 'code', title: 'QR code of this step', group: 'Presenter', keys: ['q'], run: () => toggleCode() },
  /** The outcomes of the scenario. */
  outcomes: { id: 'outcomes', title: 'Outcomes', group: 'Presenter', keys: ['o'], run: () => openMenu('outcomes') },
  /** Where the virtual clock can be moved to. */
  clock: { id: 'clock', title: 'Clock', group: 'Presenter', keys: ['m'], run: () => openMenu('clock') },
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
  /** Back to the whole page; from a code, back to the picture. */
  leavePresenter: {
    id: 'leave-presenter',
    title: 'Leave the presenter',
    group: 'Presenter',
    keys: ['Escape', 'p'],
    run: () => closeOrLeave(),
  },
} as const satisfies Readonly<Record<string, Command>>

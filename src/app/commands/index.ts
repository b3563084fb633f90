/** Every command, in the order of the help. Buttons, shortcuts and the help read these lists. */
import addToPlaylist from './add-to-playlist.ts'
import audience from './audience.ts'
import blank from './blank.ts'
import type { Command } from './contract.ts'
import faster from './faster.ts'
import firstStep from './first-step.ts'
import fullScreen from './full-screen.ts'
import help from './help.ts'
import lastStep from './last-step.ts'
import leavePresenter from './leave-presenter.ts'
import nextBeat from './next-beat.ts'
import nextItem from './next-item.ts'
import openRun from './open-run.ts'
import playPause from './play-pause.ts'
import present from './present.ts'
import previousItem from './previous-item.ts'
import restart from './restart.ts'
import runToEnd from './run-to-end.ts'
import search from './search.ts'
import share from './share.ts'
import slower from './slower.ts'
import spotlight from './spotlight.ts'
import stage from './stage.ts'
import stepBack from './step-back.ts'
import stepForward from './step-forward.ts'
import theme from './theme.ts'

export type { Command } from './contract.ts'

/** Every command of the page. */
export const commands: readonly Command[] = [
  stepForward,
  stepBack,
  playPause,
  runToEnd,
  firstStep,
  lastStep,
  slower,
  faster,
  restart,
  search,
  openRun,
  share,
  addToPlaylist,
  nextItem,
  previousItem,
  present,
  theme,
  help,
]

/** Every command while presenting. Some keys mean something else there: a clicker has only a few. */
export const presenterCommands: readonly Command[] = [
  nextBeat,
  stepBack,
  firstStep,
  lastStep,
  runToEnd,
  spotlight,
  blank,
  stage,
  audience,
  fullScreen,
  nextItem,
  previousItem,
  leavePresenter,
  theme,
  help,
]

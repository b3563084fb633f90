/** Every command, in the order of the help. Buttons, shortcuts and the help read this one list. */
import type { Command } from './contract.ts'
import faster from './faster.ts'
import firstStep from './first-step.ts'
import help from './help.ts'
import lastStep from './last-step.ts'
import openRun from './open-run.ts'
import playPause from './play-pause.ts'
import restart from './restart.ts'
import runToEnd from './run-to-end.ts'
import search from './search.ts'
import share from './share.ts'
import slower from './slower.ts'
import stepBack from './step-back.ts'
import stepForward from './step-forward.ts'
import theme from './theme.ts'

export type { Command } from './contract.ts'

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
  theme,
  help,
]

/** Every command, in the order of the help. Buttons, shortcuts and the help read these lists. */
import type { Command } from './contract.ts'
import { pageCommands } from './page.ts'
import { presenterCommands as presenter } from './presenter.ts'
import { runCommands } from './run.ts'

export type { Command } from './contract.ts'

/** Every command of the page. */
export const commands: readonly Command[] = [...Object.values(runCommands), ...Object.values(pageCommands)]

/** Every command while presenting. Some keys mean something else there: a clicker has only a few. */
export const presenterCommands: readonly Command[] = [
  presenter.nextStep,
  runCommands.stepBack,
  runCommands.firstStep,
  runCommands.lastStep,
  runCommands.runToEnd,
  presenter.tellOrder,
  presenter.tellOtherOrder,
  presenter.tellFix,
  presenter.tellOtherSide,
  presenter.caption,
  presenter.spotlight,
  presenter.blank,
  presenter.stage,
  presenter.code,
  presenter.outcomes,
  presenter.clock,
  presenter.audience,
  presenter.fullScreen,
  pageCommands.nextItem,
  pageCommands.previousItem,
  pageCommands.split,
  pageCommands.closeSplit,
  presenter.leavePresenter,
  pageCommands.theme,
  pageCommands.help,
]

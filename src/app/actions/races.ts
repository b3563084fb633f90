/** The race explorer: explores from the moment at the cursor, and opens one of the orders that it found. */
import type { RaceOutcome } from '../../scenario-kit/races/explore.ts'
import { findRace } from '../../scenario-kit/races/race-start.ts'
import { type RunningExploration, startExploring } from '../races/client.ts'
import type { ExplorerAnswer } from '../races/messages.ts'
import { selectScenario } from '../selectors/outcome.ts'
import { isSameSetting } from '../selectors/races.ts'
import { commit, current } from '../state/store.ts'
import { notify, problemNotice, replacedNotice } from './notices.ts'
import { open } from './opening.ts'
import { showView } from './view.ts'

let running: RunningExploration | undefined

const IN_A_TAB = 'It lets the page start no worker. Open the page in a tab of its own.'

/** Explores the orders from the moment at the cursor; an exploration that is under way is given up. */
export function explore(bound: number): void {
  running?.discard()
  const { recipe, view } = current()
  const from = { ...recipe, choices: recipe.choices.slice(0, view.cursor) }
  commit({ run: { exploration: { from, isRunning: true, report: undefined } } })
  try {
    running = startExploring(from, bound, hear)
  } catch {
    // A sandboxed frame has no origin, so it may start no worker of this one.
    commit({ run: { exploration: undefined } })
    notify({ tone: 'problem', title: 'The orders cannot be explored in this frame.', details: [IN_A_TAB] })
  }
}

/** Ends the exploration; what is known by then stays. */
export function stopExploring(): void {
  running?.stop()
}

/** Forgets what was explored; an exploration that is under way is given up. */
export function forgetOrders(): void {
  running?.discard()
  commit({ run: { exploration: undefined } })
}

function hear(answer: ExplorerAnswer): void {
  const { recipe, run } = current()
  const { exploration } = run
  if (exploration === undefined) return
  if (answer.type === 'failed') {
    commit({ run: { exploration: { ...exploration, isRunning: false } } })
    notify(problemNotice('The orders cannot be explored.', new Error(answer.message)))
    return
  }
  // Nobody can see any more how this goes on.
  if (!isSameSetting(recipe, exploration.from)) stopExploring()
  commit({ run: { exploration: { ...exploration, isRunning: answer.type === 'progress', report: answer.report } } })
}

/** Opens an order as the run, at its end, and shows it. */
export async function openOrder({ choices, title }: RaceOutcome): Promise<void> {
  const { recipe, run, view, presenter } = current()
  if (run.exploration === undefined) return
  // A room that goes from one end to the next has no use for the notice.
  const notice = presenter.isPresenting
    ? undefined
    : replacedNotice({ recipe, cursor: view.cursor }, `Opened an order that ends like this: ${title}.`)
  await open({ recipe: { ...run.exploration.from, choices }, cursor: choices.length }, notice)
  showView('sequence')
}

/** Goes to the moment at which the scenario's race starts, under the settings of the run. */
export async function goToRace(): Promise<void> {
  const { recipe, view } = current()
  const scenario = selectScenario(current())
  if (scenario === undefined) return
  const choices = await findRace(scenario, recipe)
  if (choices === undefined) {
    notify({ tone: 'info', title: 'No outcome of this scenario has two messages waiting at once.', details: [] })
    return
  }
  const isReplacing = recipe.choices.length > 0
  const title = `Step ${choices.length}: the race starts here.`
  const notice = isReplacing ? replacedNotice({ recipe, cursor: view.cursor }, title) : undefined
  await open({ recipe: { ...recipe, choices }, cursor: choices.length }, notice)
}

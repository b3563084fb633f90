/** What choosing a result does where it leads away from the search. */
import { openScenario, watchOutcome } from '../actions/opening.ts'
import { closeDialog, showPane, showView } from '../actions/view.ts'
import { commands } from '../commands/index.ts'
import type { Target } from './entries.ts'
import { places } from './places.ts'

/** A place outside of the search. */
type Way = Extract<Target, { readonly type: 'run' | 'scenario' | 'command' }>

/** Closes the search and goes there. */
export function choose(way: Way): void {
  closeDialog()
  if (way.type === 'run') watch(way)
  else if (way.type === 'command') [...commands, ...places].find(({ id }) => id === way.command)?.run()
  else {
    showPane('diagram')
    void openScenario(way.scenario)
  }
}

/** Plays a run where it can be watched. */
function watch({ scenario, outcome, settings }: Extract<Way, { readonly type: 'run' }>): void {
  showView('sequence')
  showPane('diagram')
  void watchOutcome(outcome, scenario, settings)
}

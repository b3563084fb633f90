/** The run on the page and the one that it is compared with, both to their ends. What has not happened on the page is played out of sight. */
import { use, useMemo } from 'react'
import { compareRuns, type RunComparison } from '../../projections/comparison/index.ts'
import type { Outcome, Scenario } from '../../scenario-kit/contract.ts'
import { namesIn } from '../../scenario-kit/names.ts'
import type { Recipe } from '../../simulation/index.ts'
import { type RecordedRun, recordOutcome, recordRecipe, type WholeRun } from '../runner/recorded-run.ts'
import { type CauseOfDifference, causeOfDifference } from '../selectors/cause-of-difference.ts'
import { type ChangedSetting, changedSettings, counterpartOf, outcomeOf } from '../selectors/counterpart.ts'
import { useApp } from '../state/store.ts'
import { KEPT_RUN } from '../state/view.ts'

/** The run on the page, and what to set beside it. */
export interface ThisRun {
  readonly run: RecordedRun
  /** The outcome that it comes to. */
  readonly reached: Outcome | undefined
  /** A kept recipe, or an outcome; neither where the scenario has nothing else. */
  readonly kept: Recipe | undefined
  readonly counterpart: Outcome | undefined
}

/** Both runs compared. */
export interface ComparedRuns {
  readonly left: WholeRun
  readonly right: WholeRun
  readonly comparison: RunComparison
  /** What each run comes to, or else how it is called. */
  readonly titles: readonly [left: string, right: string]
  readonly outcomes: readonly [left: Outcome | undefined, right: Outcome | undefined]
  readonly settings: readonly ChangedSetting[]
  readonly cause: CauseOfDifference | undefined
}

/** The run on the page to the end of its recipe, and the choice of what to set beside it. Suspends while it is played. */
export function useThisRun(scenario: Scenario): ThisRun {
  const recipe = useApp((state) => state.recipe)
  const trace = useApp((state) => state.run.trace)
  const sequence = useApp((state) => state.run.sequence)
  const hasHappened = useApp((state) => state.run.liveSteps === state.recipe.choices.length)
  const keptRun = useApp((state) => state.view.keptRun)
  const comparedWith = useApp((state) => state.view.comparedWith)
  const live = useMemo(() => ({ recipe, trace, sequence }), [recipe, trace, sequence])
  const run = hasHappened ? live : use(recordRecipe(scenario, recipe))
  const reached = 'problem' in run ? undefined : outcomeOf(scenario, run.recipe.settings, run.trace)
  const chosen = scenario.outcomes.find((outcome) => outcome.id === comparedWith && outcome !== reached)
  return {
    run,
    reached,
    kept: comparedWith === KEPT_RUN ? keptRun : undefined,
    counterpart: chosen ?? counterpartOf(scenario, reached),
  }
}

/** The other run beside this one, or why there is none. Suspends while it is played. */
export function useComparedRuns(
  scenario: Scenario,
  { run, reached, kept, counterpart }: ThisRun,
): ComparedRuns | Problem {
  // The kept run may be of another scenario.
  const own = useApp((state) => state.run.library.find(({ id }) => id === kept?.scenario)) ?? scenario
  const right = otherRun()
  const comparison = useMemo(
    () => ('problem' in run || right === undefined || 'problem' in right ? undefined : compareRuns(run, right)),
    [run, right],
  )
  if ('problem' in run) return { problem: `This run cannot be played to its end: ${run.problem}` }
  if (right === undefined) return { problem: 'This scenario has no other outcome to compare with.' }
  if ('problem' in right) return { problem: `The other run cannot be played: ${right.problem}` }
  const theirs = kept === undefined ? counterpart : outcomeOf(own, right.recipe.settings, right.trace)
  const settings = changedSettings(scenario, run.recipe, right.recipe)
  return {
    left: run,
    right,
    comparison: comparison ?? compareRuns(run, right),
    titles: titlesOf(reached, theirs),
    outcomes: [reached, theirs],
    settings,
    cause: comparison && causeOfDifference(settings, comparison),
  }

  function otherRun(): RecordedRun | undefined {
    if ('problem' in run) return undefined
    if (kept !== undefined) return use(recordRecipe(own, kept))
    return counterpart && use(recordOutcome(scenario, counterpart, namesIn(scenario, run.recipe.settings)))
  }
}

/** Why there is nothing to compare. */
export interface Problem {
  readonly problem: string
}

function titlesOf(reached: Outcome | undefined, theirs: Outcome | undefined): readonly [string, string] {
  const titles = [reached?.title ?? 'This run', theirs?.title ?? 'The kept run'] as const
  return reached === theirs ? [`${titles[0]} (this run)`, `${titles[1]} (kept run)`] : titles
}

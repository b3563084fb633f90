/** What usually comes next: what the scenario's outcomes do at this point of the run, or else on this page. */
import { offersAt, windowsAt } from '../../projections/index.ts'
import { type Outcome, resolveSettings, type Scenario, type ScriptLine } from '../../scenario-kit/contract.ts'
import { namesIn } from '../../scenario-kit/names.ts'
import { type Choice, type Recipe, readForms, type Trace, type WindowView } from '../../simulation/index.ts'
import { recordOutcome } from './recorded-run.ts'

/** A run as far as it has been told. */
export interface Told {
  readonly scenario: Scenario
  /** Ends with the last choice that was made. */
  readonly recipe: Recipe
  /** Ends there too. */
  readonly trace: Trace
  /** The gate of the message that has waited longest. */
  readonly waiting: string | undefined
}

/**
 * The next choice of the first outcome that begins with this run; `undefined` at the end of one. A run that no outcome
 * begins with has its first message arrive, else its person do what the outcomes do with the form or the button that is
 * there, unless it has come to an end of its own.
 */
export async function usualChoice(told: Told): Promise<Choice | undefined> {
  const { scenario, recipe, trace, waiting } = told
  for (const outcome of scenario.outcomes.filter((outcome) => mayBegin(outcome, told))) {
    const recorded = await recordOutcome(scenario, outcome, namesIn(scenario, recipe.settings))
    if ('problem' in recorded || !begins(recorded.recipe.choices, recipe.choices)) continue
    return recorded.recipe.choices[recipe.choices.length]
  }
  if (waiting !== undefined) return { type: 'deliver', gate: waiting }
  if (scenario.outcomes.some((outcome) => hasItsSettings(outcome, told) && outcome.goal.reached(trace)))
    return undefined
  return usualAct(told)
}

/** True when an outcome has the settings of a run, and its person did the same so far: cheap, before it is played. */
function mayBegin(outcome: Outcome, told: Told): boolean {
  const acts = outcome.script.filter(isAct)
  return hasItsSettings(outcome, told) && begins(acts, told.recipe.choices.filter(isAct))
}

function hasItsSettings(outcome: Outcome, { scenario, recipe }: Told): boolean {
  const names = namesIn(scenario, recipe.settings)
  const theirs = resolveSettings(scenario, { ...names, ...outcome.settings })
  return Object.entries(resolveSettings(scenario, recipe.settings)).every(([id, value]) => theirs[id] === value)
}

/** What a person does; the rest of a script is about messages. */
type Act = Extract<Choice, { readonly type: 'submit' | 'follow' | 'visit' | 'browse' | 'act' | 'advance' }>

function isAct(line: ScriptLine): line is Act {
  return ['submit', 'follow', 'visit', 'browse', 'act', 'advance'].includes(line.type)
}

function begins(whole: readonly unknown[], part: readonly unknown[]): boolean {
  return JSON.stringify(whole.slice(0, part.length)) === JSON.stringify(part)
}

/** What the outcomes do with what is there, else its first form, else its first button; nothing is done twice. */
function usualAct({ scenario, trace, recipe }: Told): Choice | undefined {
  const step = recipe.choices.length
  const { actions } = offersAt(trace, step)
  const forms = windowsAt(trace, step).flatMap((window) => readForms(window.html).map((form) => ({ window, form })))
  const isThere = (line: ScriptLine) =>
    (line.type === 'submit' && forms.some(({ window, form }) => window.id === line.window && form.id === line.form)) ||
    (line.type === 'act' && actions.some(({ id }) => id === line.action))
  const candidates = [
    ...scenario.outcomes.flatMap(({ script }) => script.filter(isAct).filter(isThere)),
    ...forms.map(({ window, form }) => submission(window, form, scenario.autofill)),
    ...actions.map(({ id }): Choice => ({ type: 'act', action: id })),
  ]
  const done = recipe.choices.map((choice) => JSON.stringify(choice))
  return candidates.find((choice) => !done.includes(JSON.stringify(choice)))
}

type PageForm = ReturnType<typeof readForms>[number]

/** A form as a password manager fills it in, sent by its first button. */
function submission(window: WindowView, form: PageForm, autofill: Scenario['autofill']): Choice {
  const fields = form.fields
    .filter(({ type }) => type !== 'hidden')
    .map(({ name, value, checked }) => [name, checked ? value || (autofill[name] ?? '') : ''] as const)
  const pressed = form.buttons.filter(({ name }) => name !== '').slice(0, 1)
  return {
    type: 'submit',
    window: window.id,
    form: form.id,
    fields: Object.fromEntries([...fields, ...pressed.map(({ name, value }) => [name, value] as const)]),
  }
}

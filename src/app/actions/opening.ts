/** Opening a recipe: a scenario from its start, a link, an outcome, the same scenario with other settings. */
import { type Outcome, type Scenario, settingProblems } from '../../scenario-kit/contract.ts'
import { hasNamesOf, namesIn } from '../../scenario-kit/names.ts'
import { freshRecipe, playOutcome } from '../../scenario-kit/run.ts'
import type { Place } from '../../share/index.ts'
import type { Recipe, Settings } from '../../simulation/index.ts'
import { DEFAULT_SCENARIO, hasScenario, loadScenario, loadScenarios } from '../registry.ts'
import { adopt, rebuild } from '../runner/live-run.ts'
import { publish } from '../runner/publish.ts'
import { enqueue } from '../runner/queue.ts'
import { selectScenario } from '../selectors/outcome.ts'
import type { Moment } from '../state/moment.ts'
import type { Notice } from '../state/run.ts'
import { commit, current } from '../state/store.ts'
import { notify, problemNotice, replacedNotice, takeReplaced } from './notices.ts'
import { pause, play } from './playback.ts'

const WAIT_BEFORE_TELLING_MS = 1000
const TELL_EVERY_MS = 200

/** The opening that was asked for last. */
let latest = new AbortController()

/** Ends a long opening where it is; the steps after that are still there. */
export function stopOpening(): void {
  latest.abort()
}

/** Opens a recipe, paused at a cursor. A choice that does not fit ends it there and is explained. Another opening that is under way is given up. `watched`: the outcome that it is to show. */
export function open({ recipe, cursor }: Moment, notice?: Notice, watched?: string): Promise<void> {
  pause()
  latest.abort()
  const mine = new AbortController()
  latest = mine
  return enqueue(async () => {
    if (latest !== mine) return
    commit({ run: { isBusy: true } })
    const { onStep, end } = tellProgress(cursor)
    try {
      const scenario = await loadScenario(recipe.scenario)
      const { live, problem } = await rebuild(scenario, recipe, cursor, { signal: mine.signal, onStep })
      if (latest !== mine) return
      adopt(live)
      const steps = live.run.steps
      const told = problem === undefined ? notice : problemNotice(`This run fits only up to step ${steps}.`, problem)
      publish(live, Math.min(cursor, steps), {
        recipe: problem === undefined ? recipe : { ...recipe, choices: recipe.choices.slice(0, steps) },
        run: { openings: current().run.openings + 1, watched, notice: told, library: including(scenario) },
        // The lab begins with the table of the scenario that is open now.
        view: { lab: undefined },
      })
    } catch (problem) {
      const told = problemNotice('This run cannot be opened.', problem)
      commit({ run: { isBusy: false, notice: current().run.isOpen ? told : { ...told, offers: 'reload' } } })
    } finally {
      end()
    }
  })
}

/** Says how far an opening is once it takes long enough to wonder. */
function tellProgress(of: number) {
  const startedAt = performance.now()
  let toldAt = startedAt + WAIT_BEFORE_TELLING_MS
  return {
    onStep(step: number) {
      if (performance.now() < toldAt) return
      toldAt = performance.now() + TELL_EVERY_MS
      commit({ run: { opening: { step, of } } })
    },
    end() {
      if (current().run.opening !== undefined) commit({ run: { opening: undefined } })
    },
  }
}

/** Opens a scenario from its start, with its default settings. The names of a preset that is in force go along. */
export async function openScenario(id: string, notice?: Notice): Promise<void> {
  const settings = await namesForScenario(id)
  return open({ recipe: { ...freshRecipe(id), settings }, cursor: 0 }, notice)
}

/** Opens what the page shows when nobody asked for anything. */
export function openDefault(notice?: Notice): Promise<void> {
  return openScenario(DEFAULT_SCENARIO, notice)
}

/** The same scenario and settings from the start, with nothing done yet. */
export function restart(): Promise<void> {
  const { recipe, view } = current()
  const notice =
    recipe.choices.length === 0
      ? undefined
      : replacedNotice({ recipe, cursor: view.cursor }, 'Started again from the beginning.')
  return open({ recipe: { ...recipe, choices: [] }, cursor: 0 }, notice)
}

/** Plays a named outcome from its start: of the open scenario, or of another one; with settings of the person's own where they are allowed. */
export async function watchOutcome(
  id: string,
  scenarioId = current().recipe.scenario,
  own: Settings = {},
): Promise<void> {
  const found = await findOutcome(scenarioId, id)
  if (found === undefined) return
  pause()
  commit({ run: { isBusy: true } })
  try {
    await open({ recipe: await recipeOf(found, own), cursor: 0 }, undefined, id)
    // Where there is room for one pane it is the one in which something happens.
    commit({ view: { compactPane: 'diagram' } })
    play()
  } catch (problem) {
    commit({ run: { isBusy: false } })
    notify(problemNotice(`“${found.outcome.title}” cannot be played.`, problem))
  }
}

/** Opens a named outcome as it ends. Where there is no such outcome, its scenario from the start. */
export async function openOutcome({ scenario, outcome }: Place, notice?: Notice): Promise<void> {
  const found = await findOutcome(scenario, outcome)
  if (found === undefined) return hasScenario(scenario) ? openScenario(scenario, notice) : openDefault(notice)
  const recipe = await recipeOf(found)
  return open({ recipe, cursor: recipe.choices.length }, notice, outcome)
}

interface FoundOutcome {
  readonly scenario: Scenario
  readonly outcome: Outcome
}

async function findOutcome(scenarioId: string, id: string): Promise<FoundOutcome | undefined> {
  if (!hasScenario(scenarioId)) return undefined
  const scenario = await loadScenario(scenarioId)
  const outcome = scenario.outcomes.find((candidate) => candidate.id === id)
  return outcome && { scenario, outcome }
}

/** What an outcome's script comes to, with settings of the person's own where they are allowed. */
async function recipeOf({ scenario, outcome }: FoundOutcome, own: Settings = {}): Promise<Recipe> {
  const allowed = settingProblems(scenario, own).length === 0 ? own : {}
  const settings = { ...(await namesForScenario(scenario.id)), ...outcome.settings, ...allowed }
  const { recipe } = await playOutcome(scenario, { ...outcome, settings })
  return recipe
}

/** Changes settings; the run starts again, since they hold from its beginning. Values equal to the default are left out. */
export function changeSettings(changed: Settings): Promise<void> {
  const { recipe, view } = current()
  const fields = selectScenario(current())?.settings ?? []
  const wanted = { ...recipe.settings, ...changed }
  const settings = Object.fromEntries(
    Object.entries(wanted).filter(([id, value]) => fields.find((field) => field.id === id)?.default !== value),
  )
  return open(
    { recipe: { ...recipe, settings, choices: [] }, cursor: 0 },
    settingsNotice({ recipe, cursor: view.cursor }),
  )
}

/** Every setting back to its default. */
export function resetSettings(): Promise<void> {
  const { recipe, view } = current()
  return open(
    { recipe: { ...recipe, settings: {}, choices: [] }, cursor: 0 },
    settingsNotice({ recipe, cursor: view.cursor }),
  )
}

/** Takes back the last fork, restart or change of settings. */
export function undoReplacement(): Promise<void> {
  const moment = takeReplaced()
  return moment === undefined ? Promise.resolve() : open(moment)
}

function settingsNotice(before: Moment): Notice {
  return replacedNotice(before, 'The settings have changed, so the run has started again.')
}

/** What a scenario that is opened now is to call things: as the open run does, and in another scenario as its preset says. */
async function namesForScenario(id: string): Promise<Settings> {
  const { recipe, view } = current()
  const from = selectScenario(current())
  const names = from === undefined ? {} : namesIn(from, recipe.settings)
  if (from === undefined || from.id === id || Object.keys(names).length === 0) return names
  const { NAME_PRESETS } = await import('../../scenario-kit/name-presets.ts')
  const preset = [...NAME_PRESETS, ...view.ownNames].find((candidate) => hasNamesOf(from, names, candidate))
  if (preset === undefined || !hasScenario(id)) return {}
  const scenario = await loadScenario(id)
  const theirs = namesIn(scenario, preset.values)
  return settingProblems(scenario, theirs).length === 0 ? theirs : {}
}

/** Fills the library with every scenario. */
export async function fillLibrary(): Promise<void> {
  commit({ run: { library: await loadScenarios() } })
}

function including(scenario: Scenario): readonly Scenario[] {
  const { library } = current().run
  return library.includes(scenario) ? library : [...library, scenario]
}

/** Opening a recipe: a scenario from its start, a link, a solution, the same scenario with other settings. */
import { type Scenario, settingProblems } from '../../scenarios/contract.ts'
import { hasNamesOf, NAME_PRESETS, namesIn } from '../../scenarios/name-presets.ts'
import { expandSolution } from '../../scenarios/run.ts'
import type { Settings } from '../../simulation/index.ts'
import { DEFAULT_SCENARIO, hasScenario, loadScenario, loadScenarios } from '../registry.ts'
import { adopt, rebuild } from '../runner/live-run.ts'
import { publish } from '../runner/publish.ts'
import { enqueue } from '../runner/queue.ts'
import { selectScenario } from '../selectors/outcome.ts'
import type { Notice } from '../store/run.ts'
import { freshSession } from '../store/session.ts'
import { commit, current } from '../store/store.ts'
import { type Moment, notify, problemNotice, replacedNotice, takeReplaced } from './notices.ts'
import { pause, play } from './playback.ts'

/** Opens a recipe, paused at a cursor. A choice that does not fit ends it there and is explained. */
export function open({ session, cursor }: Moment, notice?: Notice): Promise<void> {
  pause()
  return enqueue(async () => {
    commit({ run: { isBusy: true } })
    try {
      const scenario = await loadScenario(session.scenario)
      const { live, problem } = await rebuild(scenario, session, cursor)
      adopt(live)
      const steps = live.run.steps
      const told =
        problem === undefined ? notice : problemNotice(`This run stops fitting after step ${steps}.`, problem)
      publish(live, Math.min(cursor, steps), {
        session: problem === undefined ? session : { ...session, choices: session.choices.slice(0, steps) },
        run: { openings: current().run.openings + 1, notice: told, library: including(scenario) },
      })
    } catch (problem) {
      commit({ run: { isBusy: false, notice: problemNotice('This run cannot be opened.', problem) } })
    }
  })
}

/** Opens a scenario from its start, with its default settings. The names of a preset that is in force go along. */
export async function openScenario(id: string, notice?: Notice): Promise<void> {
  const settings = await namesForScenario(id)
  return open({ session: { ...freshSession(id), settings }, cursor: 0 }, notice)
}

/** Opens what the page shows when nobody asked for anything. */
export function openDefault(notice?: Notice): Promise<void> {
  return openScenario(DEFAULT_SCENARIO, notice)
}

/** The same scenario and settings from the start, with nothing done yet. */
export function restart(): Promise<void> {
  const { session, view } = current()
  const notice =
    session.choices.length === 0
      ? undefined
      : replacedNotice({ session, cursor: view.cursor }, 'Started again from the beginning.')
  return open({ session: { ...session, choices: [] }, cursor: 0 }, notice)
}

/** Plays a named solution from its start: of the open scenario, or of another one. */
export async function playSolution(id: string, scenarioId = current().session.scenario): Promise<void> {
  if (!hasScenario(scenarioId)) return
  const scenario = await loadScenario(scenarioId)
  const solution = scenario.solutions.find((candidate) => candidate.id === id)
  if (solution === undefined) return
  pause()
  commit({ run: { isBusy: true } })
  try {
    const settings = { ...(await namesForScenario(scenarioId)), ...solution.settings }
    const { session } = await expandSolution(scenario, { ...solution, settings })
    await open({ session, cursor: 0 })
    play()
  } catch (problem) {
    commit({ run: { isBusy: false } })
    notify(problemNotice(`“${solution.title}” cannot be played.`, problem))
  }
}

/** Changes settings; the run starts again, since they hold from its beginning. Values equal to the default are left out. */
export function changeSettings(changed: Settings): Promise<void> {
  const { session, view } = current()
  const fields = selectScenario(current())?.settings ?? []
  const wanted = { ...session.settings, ...changed }
  const settings = Object.fromEntries(
    Object.entries(wanted).filter(([id, value]) => fields.find((field) => field.id === id)?.default !== value),
  )
  return open(
    { session: { ...session, settings, choices: [] }, cursor: 0 },
    settingsNotice({ session, cursor: view.cursor }),
  )
}

/** Every setting back to its default. */
export function resetSettings(): Promise<void> {
  const { session, view } = current()
  return open(
    { session: { ...session, settings: {}, choices: [] }, cursor: 0 },
    settingsNotice({ session, cursor: view.cursor }),
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
  const { session, view } = current()
  const from = selectScenario(current())
  const names = from === undefined ? {} : namesIn(from, session.settings)
  if (from === undefined || from.id === id || Object.keys(names).length === 0) return names
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

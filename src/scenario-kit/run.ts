/** Starting a scenario and playing its outcomes. */
import {
  createRun,
  directTransport,
  type Message,
  type Run,
  type RunOptions,
  SimulationError,
  type SimulationErrorCode,
  type Trace,
} from '../simulation/index.ts'
import type { Choice, Recipe, Settings } from '../simulation/types.ts'
import {
  type MessagePattern,
  matchesMessage,
  type Outcome,
  resolveSettings,
  type Scenario,
  type ScriptLine,
} from './contract.ts'

/** The seed of a recipe that nobody gave another one. */
export const DEFAULT_SEED = 'authlane'

/** An outcome never has more steps; one that does would run for ever. */
const MAX_STEPS = 500

/** The errors of a choice that names what is not there. The run is then as it was before. */
const NOT_THERE: readonly SimulationErrorCode[] = ['unknown_gate', 'wrong_message', 'unknown_target']

/** A fresh run of a scenario with its default settings. */
export function freshRecipe(scenario: string): Recipe {
  return { scenario, settings: {}, seed: DEFAULT_SEED, choices: [] }
}

/** How a run of a scenario is made; by default its messages are called directly, and all of it is recorded. */
type Way = Partial<Pick<RunOptions, 'transport' | 'detail'>>

/** Opens a scenario as a recipe says; its choices are the caller's to apply. */
export function startRun(scenario: Scenario, recipe: Recipe, way: Way = {}): Promise<Run> {
  const settings = resolveSettings(scenario, recipe.settings)
  const options = { seed: recipe.seed, transport: directTransport, ...way }
  return createRun((simulation) => scenario.world(simulation, settings), options)
}

/** Opens a scenario and applies a recipe's choices. Throws the first choice's error. */
export async function replayRecipe(scenario: Scenario, recipe: Recipe, way: Way = {}): Promise<Run> {
  const run = await startRun(scenario, recipe, way)
  for (const choice of recipe.choices) await run.apply(choice)
  return run
}

/** An outcome as a recipe, and the trace that it leaves. */
export interface PlayedOutcome {
  readonly recipe: Recipe
  readonly trace: Trace
}

/** A script as a recipe, as far as it goes, and the trace that it leaves. */
export interface PlayedScript extends PlayedOutcome {
  /** The line, counted from 1, that asks for what is not there; nothing after it was played. Absent where the script came to its end. */
  readonly cutShort?: { readonly line: number; readonly error: SimulationError }
}

/** Plays an outcome's script headlessly and writes down the choices it came to. Throws when a line asks for what is not there. */
export async function playOutcome(scenario: Scenario, { settings = {}, script }: Outcome): Promise<PlayedOutcome> {
  const { recipe, trace, cutShort } = await playScript(scenario, settings, script)
  if (cutShort !== undefined) throw cutShort.error
  return { recipe, trace }
}

/**
 * Plays a script headlessly as far as it goes. One that was written for other settings may ask for a message, form, action
 * or milestone that is not there: it ends before that line.
 */
export async function playScript(
  scenario: Scenario,
  settings: Settings,
  script: readonly ScriptLine[],
  way: Way = {},
): Promise<PlayedScript> {
  const opening: Recipe = { scenario: scenario.id, settings, seed: DEFAULT_SEED, choices: [] }
  const run = await startRun(scenario, opening, way)
  const choices: Choice[] = []

  async function playLine(line: ScriptLine): Promise<void> {
    for (
      let choice = next(line, run, settings);
      choice !== undefined;
      choice = line.type === 'play' ? next(line, run, settings) : undefined
    ) {
      if (choices.length === MAX_STEPS)
        throw new Error(`A script of “${scenario.id}” has more than ${MAX_STEPS} steps.`)
      await run.apply(choice)
      choices.push(choice)
    }
  }

  for (const [index, line] of script.entries()) {
    try {
      await playLine(line)
    } catch (error) {
      if (!(error instanceof SimulationError) || !NOT_THERE.includes(error.code)) throw error
      return { recipe: { ...opening, choices }, trace: run.trace, cutShort: { line: index + 1, error } }
    }
  }
  return { recipe: { ...opening, choices }, trace: run.trace }
}

/** The choice that a line comes to now; undefined when playing is over. */
function next(line: ScriptLine, run: Run, settings: Settings): Choice | undefined {
  if (line.type === 'play') {
    const { until } = line
    const [first] = run.held()
    if (first === undefined) return undefined
    if (until && run.held().some((message) => matchesMessage(until, message, settings))) return undefined
    return { type: 'deliver', gate: first.gate }
  }
  if (!('message' in line)) return line
  const { gate } = pick(line.message, run.held(), settings)
  // Members in the order of a link: a trace and a link are texts, and must be the same ones again.
  switch (line.type) {
    case 'deliver':
    case 'drop':
    case 'duplicate':
      return { type: line.type, gate }
    case 'delay':
      return { type: 'delay', gate, seconds: line.seconds }
    case 'rewrite':
      return {
        type: 'rewrite',
        gate,
        parameter: line.parameter,
        ...(line.value !== undefined && { value: line.value }),
      }
    default:
      return line satisfies never
  }
}

function pick(pattern: MessagePattern, held: readonly Message[], settings: Settings): Message {
  const found = held.find((message) => matchesMessage(pattern, message, settings))
  if (found !== undefined) return found
  const there = held.map((message) => `${message.direction} ${message.request.method} ${message.request.url}`)
  throw new SimulationError(
    'unknown_gate',
    `No message like ${JSON.stringify(pattern)} is held; there is ${there.join(', ') || 'none'}.`,
  )
}

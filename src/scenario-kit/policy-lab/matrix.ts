/**
 * The policy lab: every attack of a scenario against each of its defences alone, against none, and against all of them.
 * Headless: each cell is a run, and beside it stands whether somebody honest still gets through with the same settings.
 */
import type { Recipe, Settings } from '../../simulation/index.ts'
import { resolveSettings, type Scenario, type ScriptLine } from '../contract.ts'
import { type PlayedScript, playScript } from '../run.ts'
import { type Attack, defencesOf, type Lab, settingsOf } from './declaration.ts'
import type { DefenceId } from './defences.ts'
import { ownRefusals, type Refusal } from './refusals.ts'

/** Which defences are on. */
export type Column = 'none' | DefenceId | 'all'

/** How an attack ends. */
export type Ending =
  /** The attacker has what the attack is for. */
  | 'succeeded'
  /** The attacker does not have it, and something was refused that is refused neither without defences nor to honest use. */
  | 'stopped'
  /** Nobody refused anything, the script came to its end, and the attacker does not have it. */
  | 'in_vain'
  /** Nobody refused anything, and a line of the script asks for what is not there: the run says nothing about the defence. */
  | 'cannot_go_on'

/** A cell: an attack against the defences of a column. Plain JSON. */
export interface Cell {
  /** The outcome whose attack it is. */
  readonly attack: string
  readonly column: Column
  /** True when the attack presupposes the defence of this column, which is then that of `none`. */
  readonly isPresupposed: boolean
  readonly ending: Ending
  /** What was refused to this attack alone, in order; the first one stopped it where it was stopped. */
  readonly refusals: readonly Refusal[]
  /** The line of the script, counted from 1, that asked for what was not there. */
  readonly cutShort?: { readonly line: number; readonly why: string }
  /** Whether the attack works with every defence but that of this column. Told where this one keeps it from its goal. */
  readonly worksWithoutIt?: boolean
  /** Whether the honest use of the scenario works with the defences of this cell. */
  readonly isUsable: boolean
  /** The run, as far as its script went. */
  readonly recipe: Recipe
}

/** The columns of a lab, in order. */
export function columnsOf(lab: Lab): readonly Column[] {
  return ['none', ...defencesOf(lab), 'all']
}

/**
 * Plays every cell, attack by attack, one whenever the next one is asked for. The same scenario gives the same cells. `names`:
 * settings of what actors and paths are called, which no cell depends on.
 */
export async function* playCells(
  scenario: Scenario,
  lab: Lab,
  names: Settings = {},
): AsyncGenerator<Cell, void, undefined> {
  const play = createPlayer(scenario, names)
  for (const attack of lab.attacks) {
    for (const column of columnsOf(lab)) yield await playCell(lab, attack, column, play)
  }
}

type Play = (settings: Settings, attempt: Pick<Attack, 'script'>) => Promise<PlayedScript>

async function playCell(lab: Lab, attack: Attack, column: Column, play: Play): Promise<Cell> {
  const { presupposes = [] } = attack
  const on = defencesIn(lab, column)
  const settings = settingsOf(lab, attack, on)
  const { recipe, trace, cutShort } = await play(settings, attack)
  const bare = await play(settingsOf(lab, attack, []), attack)
  // What the attacker does is left out.
  const use = await play(settingsOf(lab, { presupposes }, on), lab.use)
  const refusals = ownRefusals(trace, [bare.trace, use.trace])
  const isWorking = attack.goal.reached(trace)
  const others = defencesOf(lab).filter((id) => id !== column)
  const rest = column === 'all' || isWorking ? undefined : await play(settingsOf(lab, attack, others), attack)
  return {
    attack: attack.outcome,
    column,
    isPresupposed: presupposes.some((id) => id === column),
    ending: isWorking ? 'succeeded' : refusals.length > 0 ? 'stopped' : cutShort ? 'cannot_go_on' : 'in_vain',
    refusals,
    ...(cutShort && { cutShort: { line: cutShort.line, why: cutShort.error.message } }),
    ...(rest && { worksWithoutIt: attack.goal.reached(rest.trace) }),
    isUsable: lab.use.goal.reached(use.trace),
    recipe,
  }
}

function defencesIn(lab: Lab, column: Column): readonly DefenceId[] {
  return column === 'none' ? [] : column === 'all' ? defencesOf(lab) : [column]
}

/** Plays scripts of a scenario, the same one with the same settings once, with names in all of them. */
function createPlayer(scenario: Scenario, names: Settings): Play {
  const played = new Map<string, Promise<PlayedScript>>()
  return (settings, { script }) => {
    const named = { ...names, ...settings }
    const lines: readonly ScriptLine[] = script(resolveSettings(scenario, named))
    const own = ownSettings(scenario, named)
    const key = JSON.stringify([own, lines])
    const known = played.get(key) ?? playScript(scenario, own, lines, { detail: 'ends' })
    played.set(key, known)
    return known
  }
}

/** The settings that differ from the defaults, in the order of the form: all that a recipe holds. */
function ownSettings(scenario: Scenario, settings: Settings): Settings {
  return Object.fromEntries(
    scenario.settings.flatMap((field) => {
      const value = settings[field.id]
      return value === undefined || value === field.default ? [] : [[field.id, value]]
    }),
  )
}

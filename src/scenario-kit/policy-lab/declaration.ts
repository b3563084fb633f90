/** What a scenario tells the policy lab: its attacks, its defences, and the honest use that they must not break. One file beside each scenario. */
import type { Settings } from '../../simulation/index.ts'
import type { Outcome, ScriptLine } from '../contract.ts'
import { DEFENCES, type DefenceId } from './defences.ts'

/** A script and what it is for. People and attackers do what they are offered, so a script may depend on the settings. */
interface Attempt {
  script(settings: Settings): readonly ScriptLine[]
  /** What is true at the end where it has worked. */
  readonly goal: Outcome['goal']
}

/** An attack: the outcome in which it works, and what the attacker is after whatever the settings are. */
export interface Attack extends Attempt {
  /** The id of the failing outcome whose attack it is. */
  readonly outcome: string
  /** What the attacker or the person does, which is no defence. */
  readonly settings?: Settings
  /** Defences that are on in every cell, because this is an attack on what they leave open. */
  readonly presupposes?: readonly DefenceId[]
}

/** The values of a scenario's settings without a defence and with it. */
interface Switch {
  readonly off: Settings
  readonly on: Settings
}

/** The attacks and defences of a scenario. */
export interface Lab {
  readonly use: Attempt
  readonly attacks: readonly [Attack, ...Attack[]]
  /** Of two defences that set the same setting the later one of the list of names counts, where both are on. */
  readonly defences: Readonly<Partial<Record<DefenceId, Switch>>>
}

/** Declares attacks and defences; that they fit their scenario, the lab’s test checks. */
export function defineLab(lab: Lab): Lab {
  return lab
}

/** The attack of a failing outcome, as it stands there unless something is said otherwise. */
export function attackOf(outcomes: readonly Outcome[], id: string, own: Partial<Omit<Attack, 'outcome'>> = {}): Attack {
  return { outcome: id, ...attemptOf(outcomes, id), ...own }
}

/** The script and the goal of an outcome. */
export function attemptOf(outcomes: readonly Outcome[], id: string): Attempt {
  const outcome = outcomes.find((candidate) => candidate.id === id)
  if (outcome === undefined) throw new Error(`There is no outcome “${id}”.`)
  return { script: () => outcome.script, goal: outcome.goal }
}

/** The defences of a lab, in the order of the list of names. */
export function defencesOf({ defences }: Lab): readonly DefenceId[] {
  return (Object.keys(DEFENCES) as DefenceId[]).filter((id) => defences[id] !== undefined)
}

/** The settings of an attack with some defences on and all others off. */
export function settingsOf(
  lab: Lab,
  { settings, presupposes = [] }: Pick<Attack, 'settings' | 'presupposes'>,
  on: readonly DefenceId[],
): Settings {
  const all = defencesOf(lab)
  const isOn = (id: DefenceId) => on.includes(id) || presupposes.includes(id)
  const values = (ids: readonly DefenceId[], way: keyof Switch) =>
    Object.assign({}, ...ids.map((id) => lab.defences[id]?.[way])) as Settings
  return {
    ...values(
      all.filter((id) => !isOn(id)),
      'off',
    ),
    ...values(all.filter(isOn), 'on'),
    ...settings,
  }
}

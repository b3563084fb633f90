/** The table of a policy lab: what the cells say, in the words that the page, its files and documents share. Plain JSON. */
import type { Message } from '../../simulation/types.ts'

/** What is read of a refusal. */
interface ToldRefusal {
  /** The id of the actor that refused. */
  readonly by: string
  readonly rule: string
  readonly clause?: string
  readonly why: string
  readonly message?: Message
}

/** What is read of a cell. */
export interface ToldCell {
  readonly attack: string
  readonly column: string
  readonly isPresupposed: boolean
  readonly ending: 'succeeded' | 'stopped' | 'in_vain' | 'cannot_go_on'
  readonly refusals: readonly ToldRefusal[]
  readonly isUsable: boolean
}

/** What is read of the findings. */
interface ToldFindings {
  readonly attacks: readonly {
    readonly attack: string
    readonly stoppedBy: readonly string[]
    readonly isStopped: 'alone' | 'together' | 'not' | 'unknown'
  }[]
  readonly defences: readonly {
    readonly defence: string
    readonly leavesOpen: readonly string[]
    readonly alone: readonly string[]
    readonly isRedundant: boolean
    readonly isUsable: boolean
  }[]
}

/** A column: no defence, one, or all of them. */
export interface LabColumn {
  readonly id: string
  readonly title: string
  /** Where the defence stands; absent for none and all. */
  readonly clause?: string
}

/** What a table is made from. */
export interface LabSource {
  readonly scenario: {
    readonly id: string
    readonly title: string
    readonly outcomes: readonly { readonly id: string; readonly title: string; readonly summary: string }[]
  }
  /** The outcomes whose attacks these are, in order. */
  readonly attacks: readonly string[]
  readonly columns: readonly LabColumn[]
  readonly actors: readonly { readonly id: string; readonly title: string }[]
  /** As many as have been played. */
  readonly cells: readonly ToldCell[]
  /** Of all cells; absent while some have not been played. */
  readonly findings?: ToldFindings
}

/** How a cell counts; a word always stands with it. */
type LabVerdict =
  /** The attacker does not get there, and somebody honest does. */
  | 'stopped'
  /** The attacker gets there. */
  | 'open'
  /** Nothing is shown of the defence. */
  | 'unclear'

/** A cell in words. */
export interface LabCell {
  readonly column: string
  readonly verdict: LabVerdict
  /** “Stopped”, “Not stopped”, “Gains nothing”, “Not applicable”, “Breaks honest use”. */
  readonly word: string
  /** `POST /token → 400 invalid_grant`, or who refused where nothing was on the wire. Absent where nobody refused. */
  readonly by?: string
  /** The rule that stopped it. */
  readonly rule?: string
  /** Where the rule stands. */
  readonly clause?: string
  /** One or two sentences. */
  readonly why: string
  readonly isUsable: boolean
}

/** An attack against every column. */
export interface LabRow {
  readonly attack: string
  readonly title: string
  readonly summary: string
  /** By column; `undefined` for what has not been played. */
  readonly cells: readonly (LabCell | undefined)[]
}

/** What stops an attack. */
interface AttackReading {
  readonly attack: string
  readonly title: string
  /** One sentence. */
  readonly says: string
  /** The cells of the defences that stop it alone. */
  readonly stoppedBy: readonly { readonly defence: string; readonly cell: LabCell }[]
}

/** What a defence is worth here. */
interface DefenceReading {
  readonly defence: string
  readonly title: string
  readonly clause: string
  /** One sentence. */
  readonly says: string
  /** Titles of the attacks that reach their goal with it alone. */
  readonly leavesOpen: readonly string[]
  /** Titles of the attacks that no other defence stops alone. */
  readonly alone: readonly string[]
}

/** A defence that could go, and what stands in for it. */
interface RedundantDefence {
  readonly defence: string
  readonly title: string
  /** The title of each attack that it stops, and the titles of the others that stop it alone. */
  readonly standIns: readonly { readonly attack: string; readonly defences: readonly string[] }[]
}

/** The three questions that a whole table answers. */
export interface LabReadings {
  readonly attacks: readonly AttackReading[]
  readonly defences: readonly DefenceReading[]
  readonly redundant: readonly RedundantDefence[]
}

/** The table. */
export interface LabTable {
  readonly scenario: { readonly id: string; readonly title: string }
  readonly columns: readonly LabColumn[]
  readonly rows: readonly LabRow[]
  /** Absent while cells are missing. */
  readonly readings?: LabReadings
}

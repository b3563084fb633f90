/** The document of a scenario: everything that its runs tell, as plain JSON that exporters write and the page shows. */
import type { Actor, Message, Settings, Trace } from '../../simulation/types.ts'
import type { ClaimComparison } from '../claims/index.ts'
import type { DecisionChart } from '../decisions/index.ts'
import type { LabTable } from '../lab/index.ts'
import type { Lane, Tone } from '../sequence/types.ts'
import type { TableRow } from '../sign-in/index.ts'
import type { MergedPart } from './merge.ts'

/** What is read of a scenario's declaration. */
interface DescribedScenario {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly specs: readonly string[]
  readonly asOf: string
  readonly version: number
  readonly changes: readonly ChangeEntry[]
  readonly status: 'current' | 'deprecated'
  readonly settings: readonly DescribedSetting[]
  readonly regions: readonly { readonly region: string; readonly title: string }[]
  readonly flowchart?: DecisionChart & { readonly title: string }
  readonly storage?: readonly StorageRow[]
}

/** A setting as a document tells it: its words, not its type. */
export interface DescribedSetting {
  readonly id: string
  readonly label: string
  readonly help?: string
  readonly group: string
  /** True when no specification has this rule. */
  readonly isPolicy?: boolean
  readonly default: string | number | boolean
  readonly unit?: string
  readonly options?: readonly { readonly value: string; readonly label: string }[]
}

/** What is read of an outcome's declaration. */
interface DescribedOutcome {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly result: 'success' | 'failure'
  readonly settings?: Settings
  readonly goal: { readonly description: string }
  readonly remedy?: string
  readonly trouble?: { readonly code: string; readonly cause: string; readonly remedy: string }
}

/** A file of code that ran. */
export interface SourceFile {
  /** Such as `client-credentials/client.ts`. */
  readonly file: string
  readonly text: string
}

/** An outcome that has been played to its end. */
export interface DocumentedRun {
  readonly outcome: DescribedOutcome
  readonly actors: readonly Actor[]
  readonly trace: Trace
  /** The code that ran with its settings. */
  readonly code: readonly SourceFile[]
}

/** What a document is made from. */
export interface DocumentSource {
  readonly scenario: DescribedScenario
  /** Title of the scenario that replaces a deprecated one. */
  readonly replacement?: string
  /** The lesson, Markdown; its introduction is taken. */
  readonly lesson: string
  /** All outcomes, in the scenario's order; at least one. */
  readonly played: readonly DocumentedRun[]
  /** The server's transition table, when the scenario is about signing in. */
  readonly transitions?: readonly TableRow[]
  /** The attacks of the scenario against its defences, where it has some. */
  readonly lab?: LabTable
  /** The region of the code that made a message. */
  regionOf(message: Message): string | undefined
}

/** An entry of the change log. */
interface ChangeEntry {
  readonly version: number
  readonly asOf: string
  readonly what: string
}

/** Where something is kept on one kind of platform. */
interface StorageRow {
  readonly artifact: string
  readonly platform: string
  readonly place: string
  readonly readableBy: string
  readonly advice: string
  /** Where it is written: a clause. */
  readonly reference: string
}

/** A setting and its value, in words. */
export interface SettingValue {
  readonly label: string
  readonly value: string
  /** True when no specification has this rule. */
  readonly isPolicy: boolean
}

/** Lines of a file, both ends included, counted from 1. */
export interface CodeLines {
  readonly title: string
  readonly region: string
  readonly file: string
  readonly from: number
  readonly to: number
}

/** A rule that was checked because of a step. */
export interface CheckedRule {
  readonly rule: string
  /** Such as `RFC 7636 §4.6`, or `policy`. */
  readonly clause: string
  readonly passed: boolean
}

/** A line of a step table. */
export interface DocumentStep {
  readonly number: number
  readonly kind: 'message' | 'person' | 'clock' | 'wire'
  /** Titles of actors. */
  readonly from: string
  readonly to: string
  /** Columns of a message; of anything else `text` alone says what happened. */
  readonly method: string
  readonly path: string
  readonly parameters: readonly string[]
  readonly text: string
  /** The same in plain words. */
  readonly sentence: string
  readonly status: string
  readonly tone: Tone
  readonly rules: readonly CheckedRule[]
  /** Why it went wrong, as a sentence. */
  readonly failure?: string
  readonly code?: CodeLines
}

/** One outcome of the scenario: an outcome and the steps that it does not share with an outcome before it. */
export interface DocumentOutcome {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly result: 'success' | 'failure'
  readonly goal: string
  /** Settings that differ from the defaults. */
  readonly settings: readonly SettingValue[]
  /** Title of the outcome that shows it working. */
  readonly remedy?: string
  /** The outcome before it with which it shares the most steps, and the last one that they share. */
  readonly branchesOff?: { readonly title: string; readonly step: number }
  readonly steps: readonly DocumentStep[]
}

/** Runs that begin alike, as one diagram. */
export interface DocumentDiagram {
  readonly title: string
  readonly lanes: readonly Lane[]
  readonly parts: readonly MergedPart[]
}

/** A guard of the state machine, and the outcomes in which it fired. */
export interface GuardRow extends TableRow {
  readonly firedIn: readonly { readonly outcome: string; readonly step: number }[]
}

/** A row of the troubleshooting table. */
interface TroubleRow {
  readonly code: string
  readonly cause: string
  readonly remedy: string
  /** Title of the outcome that shows it. */
  readonly outcome: string
}

/** A setting with its default. */
export interface SettingRow extends SettingValue {
  readonly group: string
  readonly help: string
}

/** A paragraph of plain text, a list, or a list that begins with a line of its own. */
export interface IntroductionPart {
  readonly text: string
  readonly items: readonly string[]
}

/** Two tokens claim by claim. */
export interface ClaimTable {
  readonly title: string
  /** What the columns are called. */
  readonly one: string
  readonly other: string
  readonly rows: readonly ClaimComparison[]
}

/** The end of authentication in a run. */
export interface HandOff {
  /** The step in which the ID token is verified. */
  readonly step: number
  /** Title of the actor that now knows who signed in. */
  readonly client: string
  readonly note: string
  /** What it says of the person and of the sign-in. */
  readonly claims: readonly { readonly name: string; readonly value: string }[]
}

/** The document. */
export interface DocumentModel {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly introduction: readonly IntroductionPart[]
  readonly asOf: string
  readonly version: number
  readonly status: 'current' | 'deprecated'
  readonly replacement?: string
  readonly specs: readonly string[]
  readonly actors: readonly Actor[]
  /** The happy one first. */
  readonly outcomes: readonly [DocumentOutcome, ...DocumentOutcome[]]
  /** The first one has the happy outcome; the others begin otherwise. */
  readonly diagrams: readonly DocumentDiagram[]
  readonly guards: readonly GuardRow[]
  readonly flowchart?: DecisionChart & { readonly title: string }
  readonly claims?: ClaimTable
  /** Where authentication ends, in a document about signing in. */
  readonly handOff?: HandOff
  readonly storage: readonly StorageRow[]
  readonly troubles: readonly TroubleRow[]
  readonly lab?: LabTable
  readonly settings: readonly SettingRow[]
  readonly changes: readonly ChangeEntry[]
}

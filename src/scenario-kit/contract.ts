/** What a scenario is: one folder that declares its parties, settings, outcomes and the client code it runs. */
import type { HttpRequest } from '../http/index.ts'
import type { Choice, Message, Settings, Simulation, Trace, World } from '../simulation/index.ts'
import { endpointConflicts, usualPath } from './endpoints.ts'
import type { DefinedSettings, SettingField } from './setting.ts'

/** Picks messages. Every member given must match. */
export interface MessagePattern {
  readonly direction?: Message['direction']
  /** The actor that makes the exchange: who sends the request and gets the response. */
  readonly sender?: string
  readonly purpose?: Message['purpose']
  readonly method?: string
  /** The path of the request's URL; of an endpoint of the authorization server its usual one, wherever the settings put it. */
  readonly path?: string
  /** Host name of the request's URL. */
  readonly host?: string
  /** Parameters of the request's query or form body. */
  readonly parameters?: Readonly<Record<string, string>>
}

/** One line of an outcome: a choice, or one that names its message by what it is. */
export type ScriptLine =
  | Choice
  /** Delivers the first held message again and again until nothing is held, or until a message that matches is held. */
  | { readonly type: 'play'; readonly until?: MessagePattern }
  /** A choice about the first held message that matches. */
  | { readonly type: 'deliver' | 'drop' | 'duplicate'; readonly message: MessagePattern }
  | { readonly type: 'delay'; readonly message: MessagePattern; readonly seconds: number }
  | { readonly type: 'rewrite'; readonly message: MessagePattern; readonly parameter: string; readonly value?: string }

/** A named way through a scenario that reaches a certain end. */
export interface Outcome {
  readonly id: string
  readonly title: string
  /** One sentence: what happens and why. */
  readonly summary: string
  readonly result: 'success' | 'failure'
  /** Settings that differ from the defaults. */
  readonly settings?: Settings
  readonly script: readonly ScriptLine[]
  /** What is true at the end, as a sentence, and its check on the trace. */
  readonly goal: { readonly description: string; reached(trace: Trace): boolean }
  /** The outcome that shows it working, offered where this one fails. */
  readonly remedy?: string
  /** A row of the troubleshooting table: the code that people search for, its cause, and what to do. */
  readonly trouble?: { readonly code: string; readonly cause: string; readonly remedy: string }
}

/**
 * How client code decides. Nodes are questions, actions or ends; an edge that leaves a question has its answer. The
 * path is lit by the `decision` notes that the code recorded as it ran.
 */
export interface Flowchart {
  readonly title: string
  readonly nodes: readonly {
    readonly id: string
    readonly label: string
    readonly kind: 'start' | 'question' | 'action' | 'end'
  }[]
  readonly edges: readonly { readonly from: string; readonly to: string; readonly answer?: string }[]
}

/** Where something is kept on one kind of platform, and who can read it there. */
export interface StorageAdvice {
  /** What is kept, as its lifecycle notes call it: `access_token`, `refresh_token`, `client_secret` … */
  readonly artifact: string
  readonly platform: 'iOS' | 'Android' | 'Browser' | 'Desktop' | 'Server'
  readonly place: string
  readonly readableBy: string
  readonly advice: string
  /** Where it is written: a clause, such as `RFC 10017 §8.5`. */
  readonly reference: string
}

/** A file of code that runs. It is executed and shown from the same place. */
export interface CodeFile {
  /** Its path from the scenario's folder: `attacker.ts`; `../confidential-client.ts` where several scenarios run it. */
  readonly file: string
  /** What it is, in a few words. */
  readonly title: string
  /** The actor whose code it is. */
  readonly actor: string
  /** It runs only where the settings have these values. */
  readonly runsWhen?: Settings
  /** The file whose place it takes. The page shows the difference to it. */
  readonly insteadOf?: string
}

/**
 * A named `#region` of the code, and the messages that it makes. Each message of the client matches exactly one. A region
 * may go on in another file under the same name.
 */
export interface CodeRegion {
  readonly region: string
  readonly title: string
  readonly matches: readonly MessagePattern[]
}

/** An entry of a scenario's change log. */
interface Change {
  readonly version: number
  /** Year and month, `2026-11`. */
  readonly asOf: string
  /** One sentence: what this version holds that the one before did not. */
  readonly what: string
}

/** A scenario. Its folder also holds its code (executed and shown), `client.ts` first of all, and `lesson.md`. */
export interface Scenario {
  readonly id: string
  readonly title: string
  readonly summary: string
  /** Heading under which the library lists it. */
  readonly group: string
  /** The specifications it follows, such as `RFC 6749 §4.1`. */
  readonly specs: readonly string[]
  /** Year and month of its last review, `2026-11`. */
  readonly asOf: string
  readonly version: number
  /** The change log, newest first; its first entry is this version. */
  readonly changes: readonly [Change, ...Change[]]
  readonly status: 'current' | 'deprecated'
  /** The scenario that replaces a deprecated one. */
  readonly replacedBy?: string
  /** True where several messages wait at once by design, so that the order in which they arrive can be explored. */
  readonly hasRace?: boolean
  readonly settings: readonly SettingField[]
  /** The actor whose code `client.ts` is. */
  readonly client: string
  /** The files of code that run, in the order to read them. Without it `client.ts` is all. */
  readonly code?: readonly CodeFile[]
  /** The scenario that this one varies. The page shows what the client does differently. */
  readonly variantOf?: string
  readonly regions: readonly CodeRegion[]
  /** What the browser's password manager fills into forms, by field name, so that a person need not type. */
  readonly autofill: Readonly<Record<string, string>>
  /** The first one is what the page offers to watch. */
  readonly outcomes: readonly [Outcome, ...Outcome[]]
  readonly flowchart?: Flowchart
  readonly storage?: readonly StorageAdvice[]
  world(simulation: Simulation, settings: Settings): World
}

/** A scenario as its folder declares it: its world is given the values of its settings, each with its own type. */
type Declared<Values> = Omit<Scenario, 'settings' | 'world'> & {
  readonly settings: DefinedSettings<Values>
  world(simulation: Simulation, settings: Values): World
}

/** Declares a scenario; what the types leave open, the contract test checks. */
export function defineScenario<Values>({ settings, world, ...scenario }: Declared<Values>): Scenario {
  return {
    ...scenario,
    settings: settings.fields,
    world: (simulation, given) => world(simulation, settings.read(given)),
  }
}

/** The value of every setting: what the session says, else the default. */
export function resolveSettings(scenario: Scenario, settings: Settings): Settings {
  return Object.fromEntries(scenario.settings.map((field) => [field.id, settings[field.id] ?? field.default]))
}

/** What is wrong with a session's settings, as sentences; empty when nothing is. */
export function settingProblems(scenario: Scenario, settings: Settings): string[] {
  const problems = Object.entries(settings).flatMap(([id, value]) => {
    const field = scenario.settings.find((candidate) => candidate.id === id)
    if (field === undefined) return [`“${scenario.title}” has no setting “${id}”.`]
    const problem = valueProblem(field, value)
    return problem === undefined ? [] : [`“${field.label}” ${problem}.`]
  })
  return problems.length > 0 ? problems : endpointConflicts(settings)
}

function valueProblem(field: SettingField, value: string | number | boolean): string | undefined {
  switch (field.type) {
    case 'number':
      return typeof value === 'number' && Number.isInteger(value) && value >= field.min && value <= field.max
        ? undefined
        : `takes a whole number from ${field.min} to ${field.max} ${field.unit}, not “${value}”`
    case 'boolean':
      return typeof value === 'boolean' ? undefined : `is on or off, not “${value}”`
    case 'choice':
      return field.options.some((option) => option.value === value)
        ? undefined
        : `takes ${field.options.map((option) => `“${option.value}”`).join(' or ')}, not “${value}”`
    case 'text':
      if (typeof value !== 'string' || value.length > field.maxLength) {
        return `takes a text of at most ${field.maxLength} characters`
      }
      return field.accepts === undefined || field.accepts.pattern.test(value)
        ? undefined
        : `takes ${field.accepts.what}; “${value}” is none`
    default:
      return field satisfies never
  }
}

/** The files of code that run with the settings given, in the order to read them. */
export function runningCode(scenario: Scenario, settings: Settings): readonly CodeFile[] {
  const resolved = resolveSettings(scenario, settings)
  return codeOf(scenario).filter(({ runsWhen = {} }) =>
    Object.entries(runsWhen).every(([id, value]) => resolved[id] === value),
  )
}

/** Every file of code that may run. */
export function codeOf({ client, code }: Scenario): readonly CodeFile[] {
  return code ?? [{ file: 'client.ts', title: 'The client', actor: client }]
}

/** True when a message is one that the pattern picks. The settings tell where the run has its endpoints: by default at the usual paths. */
export function matchesMessage(pattern: MessagePattern, message: Message, settings: Settings = {}): boolean {
  const url = new URL(message.request.url)
  return (
    (pattern.direction === undefined || pattern.direction === message.direction) &&
    (pattern.sender === undefined || pattern.sender === senderOf(message)) &&
    (pattern.purpose === undefined || pattern.purpose === message.purpose) &&
    (pattern.method === undefined || pattern.method === message.request.method) &&
    (pattern.path === undefined || pattern.path === usualPath(url, settings)) &&
    (pattern.host === undefined || pattern.host === url.host) &&
    hasParameters(message.request, pattern.parameters ?? {})
  )
}

/** The actor that makes a message's exchange. */
export function senderOf({ direction, from, to }: Message): string {
  return direction === 'response' ? to : from
}

function hasParameters(request: HttpRequest, parameters: Readonly<Record<string, string>>): boolean {
  const sent = new URLSearchParams(request.method === 'GET' ? new URL(request.url).search : request.body)
  return Object.entries(parameters).every(([name, value]) => sent.get(name) === value)
}

/** The region of the code that makes an exchange, when one does. */
export function regionOf(scenario: Scenario, message: Message, settings: Settings): string | undefined {
  return scenario.regions.find(({ matches }) => matches.some((pattern) => matchesMessage(pattern, message, settings)))
    ?.region
}

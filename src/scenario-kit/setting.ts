/** What a person may change about a scenario: one declaration makes the form, checks links, and types what the world reads. */
import type { Settings } from '../simulation/index.ts'

/** A setting without its id. */
export type SettingDeclaration = {
  readonly label: string
  /** One sentence: what changes when it changes. */
  readonly help?: string
  /** Heading under which the form shows it. */
  readonly group: string
  /** True when no specification has this rule: a vendor's policy. */
  readonly isPolicy?: boolean
} & (
  | {
      readonly type: 'number'
      readonly default: number
      readonly min: number
      readonly max: number
      readonly unit: string
    }
  | { readonly type: 'boolean'; readonly default: boolean }
  | {
      readonly type: 'choice'
      readonly default: string
      readonly options: readonly { readonly value: string; readonly label: string }[]
    }
  | {
      readonly type: 'text'
      readonly default: string
      readonly maxLength: number
      /** What fits, and how to say it: “takes …”. Without it, any text does. */
      readonly accepts?: { readonly pattern: RegExp; readonly what: string }
    }
)

/** One setting of a scenario. */
export type SettingField = SettingDeclaration & { readonly id: string }

/** The settings of a scenario in the order of the form, and as a type what a world is given for them. */
export interface DefinedSettings<Values> {
  readonly fields: readonly SettingField[]
  /** Every value that the settings have in a run. Throws when one is missing or of another type than declared. */
  read(settings: Settings): Values
}

/** What a declaration gives the world: a number, whether it is on, one of the options, a text. */
type ValueOf<Declared> = Declared extends { readonly type: 'number' }
  ? number
  : Declared extends { readonly type: 'boolean' }
    ? boolean
    : Declared extends { readonly type: 'choice'; readonly options: readonly { readonly value: infer Value }[] }
      ? Value
      : string

/** The values of declarations, by setting id. */
export type SettingValues<Declarations> = { readonly [Id in keyof Declarations]: ValueOf<Declarations[Id]> }

/** What the world of a scenario with these settings is given. */
export type ValuesOf<Defined> = Defined extends DefinedSettings<infer Values> ? Values : never

/** Declares the settings of a scenario, by id, in the order of the form. */
export function defineSettings<const Declarations extends Readonly<Record<string, SettingDeclaration>>>(
  declarations: Declarations,
): DefinedSettings<SettingValues<Declarations>> {
  const fields = Object.entries(declarations).map(([id, declaration]): SettingField => ({ id, ...declaration }))
  return {
    fields,
    read(settings) {
      for (const { id, default: usual } of fields) {
        if (typeof settings[id] !== typeof usual) throw new Error(`The setting “${id}” is no ${typeof usual}.`)
      }
      return settings as SettingValues<Declarations>
    },
  }
}

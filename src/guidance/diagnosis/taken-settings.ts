/** A run as it went for whoever pasted the error: settings with their own values. */
import type { CauseRun } from './contract.ts'
import type { Field } from './reading/fields.ts'

/** No setting is longer. */
const LONGEST = 200

/** What a run takes of a paste, by setting; what is not there or too long stays at the run's own value. */
export function takenSettings(
  { takes = {} }: CauseRun,
  { fields, found }: { readonly fields: readonly Field[]; readonly found: string | undefined },
): Readonly<Record<string, string>> {
  const values = Object.entries(takes).flatMap(([setting, wanted]): [string, string][] => {
    const value = fields.find(({ name }) => name === wanted)?.value ?? found ?? ''
    return value === '' || value.length > LONGEST ? [] : [[setting, value]]
  })
  return Object.fromEntries(values)
}

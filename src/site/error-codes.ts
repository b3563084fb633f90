/** Error codes, and in which outcomes they appear. */
import type { ShownRun } from './shown-run.ts'

/** A code on the wire, as an address may have it. */
const CODE = /^[a-z][a-z0-9]*(?:_[a-z0-9]+)+$/

/** An outcome that a code appears in. */
export interface Appearance {
  readonly run: ShownRun
  /** What the party says that refuses, where the code is an answer's. */
  readonly message: string | undefined
  readonly fix: string | undefined
}

/** The path of a code's page from the folder of the site. */
export function errorPath(code: string): string {
  return `errors/${code}/`
}

/** The code with which a row of a troubleshooting table begins, when it begins with one: `invalid_grant: expired code`. */
export function troubleCode(text: string): string | undefined {
  const [first = '', ...rest] = text.split(/:? /)
  // “access_token in the browser history” tells of a thing, not of an answer.
  return CODE.test(first) && rest[0] !== 'in' && rest[0] !== 'at' ? first : undefined
}

/** Every code with its outcomes: those that are about it first. */
export function codesOf(runs: readonly ShownRun[]): ReadonlyMap<string, readonly Appearance[]> {
  const found = new Map<string, { readonly isDecisive: boolean; readonly appearance: Appearance }[]>()
  for (const run of runs) {
    const { outcome, refusals, decisive, failure } = run
    const named = troubleCode(outcome.trouble?.code ?? '')
    const codes = new Set([...(named === undefined ? [] : [named]), ...refusals.map(({ code }) => code)])
    for (const code of [...codes].filter((candidate) => CODE.test(candidate))) {
      const refusal = refusals.findLast((one) => one.code === code)
      const told = refusal ?? failure
      const appearance = { run, message: told?.message, fix: told?.fix }
      const isDecisive = code === named || refusal?.row === decisive
      found.set(code, [...(found.get(code) ?? []), { isDecisive, appearance }])
    }
  }
  const sorted = [...found].sort(([one], [other]) => (one < other ? -1 : 1))
  return new Map(
    sorted.map(([code, all]) => [
      code,
      [...all.filter(({ isDecisive }) => isDecisive), ...all.filter(({ isDecisive }) => !isDecisive)].map(
        ({ appearance }) => appearance,
      ),
    ]),
  )
}

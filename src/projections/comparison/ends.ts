/** How two runs end: what each of them came to, fact by fact. */

import { failureAt } from '../checks.ts'
import { formatDuration } from '../duration.ts'
import type { LifetimeState } from '../lifetimes/index.ts'
import { lifetimesAt } from '../lifetimes/index.ts'
import { clockAt, windowsAt } from '../present.ts'
import type { ComparedRun } from './steps.ts'

/** A fact of both ends. */
export interface EndFact {
  /** Such as “Last refusal” or “Refresh tokens”. */
  readonly label: string
  readonly left: string
  readonly right: string
  readonly isSame: boolean
}

/** What an end without this fact says. */
const NONE = 'none'

/** Compares the last moments of two runs. */
export function compareEnds(left: ComparedRun, right: ComparedRun): readonly EndFact[] {
  const [here, there] = [factsOf(left), factsOf(right)]
  return [...new Set([...here.keys(), ...there.keys()])].map((label) => {
    const [one, other] = [here.get(label) ?? NONE, there.get(label) ?? NONE]
    return { label, left: one, right: other, isSame: one === other }
  })
}

function factsOf({ trace, sequence }: ComparedRun): ReadonlyMap<string, string> {
  const end = trace.at(-1)?.step ?? 0
  const failed = sequence.rows.findLast((row) => row.tone === 'error')
  const failure = failed && failureAt(trace, failed)
  return new Map([
    ['Steps', String(end)],
    ['Virtual time', formatDuration((clockAt(trace, end) - (trace[0]?.time ?? 0)) / 1000)],
    ['Last refusal', failure === undefined ? NONE : [failure.error, failure.message].filter(Boolean).join(': ')],
    ['Its rule', failure?.clause === undefined ? NONE : [failure.rule, failure.clause].filter(Boolean).join(', ')],
    ...windowsAt(trace, end).map(
      ({ html }, index, all) => [all.length === 1 ? 'Page' : `Page in window ${index + 1}`, headingOf(html)] as const,
    ),
    ...artifacts({ trace, sequence }, end),
  ])
}

/** The heading of a page, or else its title. */
function headingOf(html: string): string {
  const found = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html) ?? /<title>([^<]*)<\/title>/.exec(html)
  return (
    found?.[1]
      ?.replace(/<[^>]*>/g, '')
      .replace(/\s+/g, ' ')
      .trim() || 'an empty page'
  )
}

/** “Refresh tokens”: “1 rotated, 1 live”, with the reason of what was ended for one. */
function artifacts({ trace }: ComparedRun, end: number): readonly (readonly [string, string])[] {
  const { items } = lifetimesAt(trace, end)
  const kinds = [...new Set(items.map(({ artifact }) => artifact))]
  return kinds.map((kind) => {
    const states = new Map<string, number>()
    for (const { artifact, state, changes } of items) {
      if (artifact !== kind) continue
      const words = stateWords(state, changes.findLast(({ change }) => change === state)?.reason)
      states.set(words, (states.get(words) ?? 0) + 1)
    }
    return [titleOf(kind), [...states].map(([words, count]) => `${count} ${words}`).join(', ')] as const
  })
}

function stateWords(state: LifetimeState, reason: string | undefined): string {
  return reason === undefined ? state : `${state} (${reason})`
}

/** `refresh_token` → “Refresh tokens”. */
function titleOf(artifact: string): string {
  const words = artifact.replaceAll('_', ' ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}s`
}

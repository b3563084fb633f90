/** In which scenarios a word occurs: in the code that runs, or in the lesson. */
import type { Scenario } from '../../scenario-kit/contract.ts'
import { loadSources } from '../scenario-sources.ts'

/** A scenario that has a word. */
export interface Occurrence {
  readonly scenario: Scenario
  readonly places: readonly ('code' | 'lesson')[]
}

/** The scenarios that have a word, in the order given. Loads their texts. */
export async function findOccurrences(word: string, scenarios: readonly Scenario[]): Promise<readonly Occurrence[]> {
  // The words are ours, and have no character that a pattern would take for more than itself.
  const pattern = new RegExp(`(?<![\\w-])${word}(?![\\w-])`, 'i')
  const found = await Promise.all(
    scenarios.map(async (scenario) => {
      const { code, lesson } = await loadSources(scenario)
      const isInCode = [...code.values()].some((text) => pattern.test(text))
      const places = [...(isInCode ? ['code' as const] : []), ...(pattern.test(lesson) ? ['lesson' as const] : [])]
      return { scenario, places }
    }),
  )
  return found.filter(({ places }) => places.length > 0)
}

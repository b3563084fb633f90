/** A parameter, header line or claim: what it means, and the scenarios in whose code or lesson it occurs. */
import { useEffect, useState } from 'react'
import type { Scenario } from '../../scenario-kit/contract.ts'
import { WORDS } from './entries.ts'
import { findOccurrences, type Occurrence } from './occurrences.ts'
import { ScenarioList } from './scenario-list.tsx'

/** The page of a word. */
export function WordPage({ word, scenarios }: { readonly word: string; readonly scenarios: readonly Scenario[] }) {
  const [occurrences, setOccurrences] = useState<readonly Occurrence[]>()
  useEffect(() => {
    void findOccurrences(word, scenarios).then(setOccurrences)
  }, [word, scenarios])
  return (
    <section className="diagnosis" aria-labelledby="word-title">
      <h3 id="word-title">
        <code>{word}</code>
      </h3>
      {WORDS.get(word)?.map((meaning) => (
        <p key={meaning}>{meaning}.</p>
      ))}
      <h4>Where it occurs</h4>
      {occurrences === undefined ? (
        <p role="status">Looking …</p>
      ) : (
        <ScenarioList
          scenarios={occurrences.map(({ scenario, places }) => ({
            scenario,
            aside: `in the ${places.join(' and the ')}`,
          }))}
          nothing="Only in messages: no code and no lesson names it."
        />
      )}
    </section>
  )
}

/** How both runs end. */
import { type ComparedRun, compareEnds, type EndFact } from '../../../projections/comparison/index.ts'
import type { Outcome } from '../../../scenario-kit/contract.ts'

/** Two whole runs and the outcomes that they came to. */
export interface EndsProps {
  readonly left: ComparedRun
  readonly right: ComparedRun
  readonly reached: Outcome | undefined
  readonly theirs: Outcome | undefined
}

/** A table of facts, the outcome first; what is the same is quiet. */
export function Ends({ left, right, reached, theirs }: EndsProps) {
  const facts = [outcomeFact(reached, theirs), ...compareEnds(left, right)]
  return (
    <section className="compare-section" aria-labelledby="compare-ends">
      <h3 id="compare-ends">How they end</h3>
      <table className="compare-ends">
        <thead>
          <tr>
            <th scope="col">At the end</th>
            <th scope="col">This run</th>
            <th scope="col">The other run</th>
          </tr>
        </thead>
        <tbody>
          {facts.map((fact) => (
            <tr key={fact.label} data-same={fact.isSame}>
              <th scope="row">{fact.label}</th>
              <td data-column="This run">{fact.left}</td>
              <td data-column="The other run">{fact.right}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function outcomeFact(reached: Outcome | undefined, theirs: Outcome | undefined): EndFact {
  const [left, right] = [reached, theirs].map((outcome) =>
    outcome === undefined ? 'none of the outcomes yet' : `${outcome.title}. ${outcome.goal.description}`,
  )
  return { label: 'Outcome', left: left ?? '', right: right ?? '', isSame: reached === theirs }
}

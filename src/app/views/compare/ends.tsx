/** How both runs end. */
import { compareEnds, type EndFact } from '../../../projections/comparison/index.ts'
import type { ComparedRuns } from '../../split/compared-runs.ts'

/** A table of facts, the outcome first; what is the same is quiet. */
export function Ends({ left, right, titles, outcomes }: ComparedRuns) {
  const facts = [outcomeFact(outcomes), ...compareEnds(left, right)]
  return (
    <section className="compare-section" aria-labelledby="compare-ends">
      <h3 id="compare-ends">How they end</h3>
      <table className="compare-ends">
        <thead>
          <tr>
            <th scope="col">At the end</th>
            <th scope="col">{titles[0]}</th>
            <th scope="col">{titles[1]}</th>
          </tr>
        </thead>
        <tbody>
          {facts.map((fact) => (
            <tr key={fact.label} data-same={fact.isSame}>
              <th scope="row">{fact.label}</th>
              <td data-column={titles[0]}>{fact.left}</td>
              <td data-column={titles[1]}>{fact.right}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function outcomeFact(outcomes: ComparedRuns['outcomes']): EndFact {
  const [left, right] = outcomes.map((outcome) => outcome?.goal.description ?? 'none of the outcomes yet')
  return { label: 'Outcome', left: left ?? '', right: right ?? '', isSame: outcomes[0] === outcomes[1] }
}

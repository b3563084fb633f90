/** A specification: its sections that are followed here, as links, and the scenarios that follow it. */
import { Clause } from '../../inspectors/parts/clause.tsx'
import '../../inspectors/parts/parts.css'
import type { Scenario } from '../../scenario-kit/contract.ts'
import { ScenarioList } from './scenario-list.tsx'
import { followersOf, specificationsOf } from './specifications.ts'

interface SpecificationPageProps {
  readonly document: string
  readonly scenarios: readonly Scenario[]
}

/** The page of a document. */
export function SpecificationPage({ document, scenarios }: SpecificationPageProps) {
  const specification = specificationsOf(scenarios).find((candidate) => candidate.document === document)
  return (
    <section className="diagnosis" aria-labelledby="specification-title">
      <h3 id="specification-title">
        {document}
        {specification?.title !== undefined && `: ${specification.title}`}
      </h3>
      <ul className="palette-clauses">
        {specification?.clauses.map((clause) => (
          <li key={clause}>
            <Clause clause={clause} />
          </li>
        ))}
      </ul>
      <h4>Scenarios that follow it</h4>
      <ScenarioList
        scenarios={followersOf(scenarios, document).map((scenario) => ({ scenario, aside: scenario.group }))}
        nothing="None."
      />
    </section>
  )
}

/** Every rule that a recorded login was held against: broken, kept, or with nothing to check. */
import { CircleCheck, CircleDashed, CircleX, TriangleAlert } from 'lucide-react'
import type { CaptureReport, CheckedRule } from '../../../capture/index.ts'
import { Panel } from '../../../inspectors/parts/section.tsx'
import { RuleClause } from './rule-clause.tsx'

interface RulesProps {
  readonly report: CaptureReport
  onShow(row: number): void
}

/** The list, in the order in which a login comes to them. */
export function Rules({ report, onShow }: RulesProps) {
  return (
    <Panel>
      <ul className="capture-rules">
        {report.rules.map((rule) => {
          const outcome = outcomeOf(rule)
          return (
            <li key={rule.id} data-outcome={outcome}>
              <Mark outcome={outcome} />
              <div>
                <p>
                  <span className="visually-hidden">{WORDS[outcome]}: </span>
                  {rule.title}
                </p>
                <p className="capture-rule-source">
                  <RuleClause clause={rule.clause} /> · {placesOf(rule)}
                </p>
                {rule.findings.length > 0 && (
                  <ul className="capture-findings">
                    {rule.findings.map(({ row, message }) => (
                      <li key={row}>
                        <button type="button" className="capture-step" onClick={() => onShow(row)}>
                          Step {row + 1}
                        </button>{' '}
                        {message}
                      </li>
                    ))}
                  </ul>
                )}
              </div>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}

type Outcome = 'broken' | 'weak' | 'kept' | 'nothing'

const WORDS: Readonly<Record<Outcome, string>> = {
  broken: 'Broken',
  weak: 'Could be safer',
  kept: 'Kept',
  nothing: 'Nothing to check',
}

function outcomeOf({ findings, places, weight }: CheckedRule): Outcome {
  if (findings.length > 0) return weight === 'breaks' ? 'broken' : 'weak'
  return places > 0 ? 'kept' : 'nothing'
}

function placesOf({ places, findings }: CheckedRule): string {
  if (places === 0) return 'nothing to check'
  if (findings.length > 0) return `broken in ${findings.length} of ${places}`
  return `kept in ${places === 1 ? '1 message' : `${places} messages`}`
}

function Mark({ outcome }: { readonly outcome: Outcome }) {
  switch (outcome) {
    case 'broken':
      return <CircleX aria-hidden="true" />
    case 'weak':
      return <TriangleAlert aria-hidden="true" />
    case 'kept':
      return <CircleCheck aria-hidden="true" />
    case 'nothing':
      return <CircleDashed aria-hidden="true" />
    default:
      return outcome satisfies never
  }
}

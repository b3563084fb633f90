/** The rules that were checked, each with its clause and how it went. */
import { CircleCheck, CircleX } from 'lucide-react'
import type { Check } from '../../projections/index.ts'
import { CharacterComparison } from './character-comparison.tsx'
import { Clause } from './clause.tsx'

/** A list of checks, what failed first; `nameOf` gives an actor's title. */
export function CheckList(props: { readonly checks: readonly Check[]; nameOf(actor: string): string }) {
  const failedFirst = props.checks.toSorted((one, other) => Number(one.check.passed) - Number(other.check.passed))
  return (
    <ul className="checks">
      {failedFirst.map(({ actor, step, check }) => (
        <li key={`${step} ${actor} ${check.rule} ${check.message}`} data-passed={check.passed}>
          {check.passed ? <CircleCheck aria-hidden="true" /> : <CircleX aria-hidden="true" />}
          <div>
            <p>
              <span className="checks-outcome">{check.passed ? 'Passed' : 'Failed'}:</span> {check.message}
            </p>
            <p className="checks-source">
              <code>{check.rule}</code> · {props.nameOf(actor)} · <Clause clause={check.clause} />
            </p>
            {!check.passed && check.sent !== undefined && check.expected !== undefined && (
              <CharacterComparison sent={check.sent} expected={check.expected} />
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}

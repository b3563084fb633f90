/** Why a step is red: the rule, its clause, what was sent against what was expected, and the way out. */
import { CircleX, Wrench } from 'lucide-react'
import type { Failure } from '../../projections/index.ts'
import { Button } from '../../ui/button.tsx'
import type { InspectorProps } from '../contract.ts'
import { CharacterComparison } from './character-comparison.tsx'
import { Clause } from './clause.tsx'
import './failure-card.css'

/** The explanation of a failure; `remedy` opens the variant that works. */
export function FailureCard(props: {
  readonly failure: Failure
  readonly actor: string
  readonly remedy: InspectorProps['remedy'] | undefined
}) {
  const { failure, actor, remedy } = props
  return (
    <section className="failure" aria-label="Why this went wrong">
      <h3>
        <CircleX aria-hidden="true" />
        Why this went wrong
      </h3>
      <p>{failure.message}</p>
      <dl className="failure-facts">
        <dt>Refused by</dt>
        <dd>{actor}</dd>
        {failure.rule !== undefined && (
          <>
            <dt>Rule</dt>
            <dd>
              <code>{failure.rule}</code>
            </dd>
          </>
        )}
        {failure.clause !== undefined && (
          <>
            <dt>Clause</dt>
            <dd>
              <Clause clause={failure.clause} />
            </dd>
          </>
        )}
        {failure.error !== undefined && (
          <>
            <dt>On the wire</dt>
            <dd>
              <code>{failure.error}</code>
            </dd>
          </>
        )}
      </dl>
      {failure.sent !== undefined && failure.expected !== undefined && failure.sent !== failure.expected && (
        <SentAndExpected sent={failure.sent} expected={failure.expected} />
      )}
      {failure.fix !== undefined && (
        <p className="failure-fix">
          <Wrench aria-hidden="true" />
          <span>
            <strong>How to fix it:</strong> {failure.fix}
          </span>
        </p>
      )}
      {remedy !== undefined && (
        <Button look="primary" onClick={remedy.open}>
          See it work: {remedy.title}
        </Button>
      )}
    </section>
  )
}

/** Values are compared by character; what has blanks is words, where the place of a letter says nothing. */
function SentAndExpected(texts: { readonly sent: string; readonly expected: string }) {
  const isWords = /\s/.test(texts.sent + texts.expected)
  return <CharacterComparison {...texts} by={isWords ? 'word' : 'character'} />
}

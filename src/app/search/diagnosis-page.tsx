/** What somebody has pasted, with what was understood of it, and its causes, best first. */
import { CircleAlert, Info, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { Clause } from '../../inspectors/parts/clause.tsx'
import '../../inspectors/parts/parts.css'
import {
  type Circumstance,
  causesLeft,
  type Diagnosis,
  ERROR_CODES,
  nextQuestion,
  questionAbout,
  type Traits,
} from '../../guidance/diagnosis/index.ts'
import { CharacterComparison } from '../../inspectors/parts/character-comparison.tsx'
import type { Scenario } from '../../scenario-kit/contract.ts'
import { Asked } from './asked.tsx'
import { CauseCard } from './cause-card.tsx'
import { MarkedPaste } from './marked-paste.tsx'
import { PastedToken } from './pasted-token.tsx'

interface DiagnosisPageProps {
  readonly diagnosis: Diagnosis
  readonly text: string
  readonly scenarios: readonly Scenario[]
}

/** Further causes than these stand behind a fold. */
const FIRST_CAUSES = 3

/** The report: the answer first, then what it rests on. */
export function DiagnosisPage({ diagnosis, text, scenarios }: DiagnosisPageProps) {
  const { certainty, code, findings, difference, token } = diagnosis
  const [answers, setAnswers] = useState<Traits>({})
  const [skipped, setSkipped] = useState<ReadonlySet<Circumstance>>(new Set())
  const causes = causesLeft(diagnosis.causes, answers)
  const asked = new Set([...(Object.keys(answers) as Circumstance[]), ...skipped])
  const isSure = certainty === 'code-only' ? causes.length === 1 : true
  const list = (from: number, to?: number) => (
    <ol className="diagnosis-causes" start={from + 1}>
      {causes.slice(from, to).map((cause, index) => (
        <li key={cause.id}>
          <CauseCard cause={cause} scenarios={scenarios} diagnosis={diagnosis} isOpen={from + index === 0 && isSure} />
        </li>
      ))}
    </ol>
  )
  // Two values of the person's own say more than the causes that come after the first.
  const shownFirst = difference === undefined ? FIRST_CAUSES : 1
  return (
    <section className="diagnosis" aria-labelledby="diagnosis-title">
      <h3 id="diagnosis-title">{headingOf(diagnosis)}</h3>
      {code !== undefined && certainty !== 'named' && <Meaning code={code} />}
      <Asked
        question={certainty === 'named' ? undefined : nextQuestion(causes, asked)}
        answers={answers}
        left={causes.length}
        of={diagnosis.causes.length}
        onAnswer={(circumstance, answer) => setAnswers(withAnswer(answers, circumstance, answer))}
        onSkip={(circumstance) => setSkipped(new Set([...skipped, circumstance]))}
      />
      {(certainty === 'code-only' || certainty === 'unknown') && (
        <p className="diagnosis-question">
          <strong>To find out more:</strong> {questionAbout(code)}
        </p>
      )}
      {list(0, shownFirst)}
      {difference !== undefined && (
        <>
          <h4>Expected and found</h4>
          <CharacterComparison sent={difference.found} expected={difference.expected} names={['Found', 'Expected']} />
          {causes.length > shownFirst && list(shownFirst, FIRST_CAUSES)}
        </>
      )}
      {causes.length > FIRST_CAUSES && (
        <details className="diagnosis-more">
          <summary>{causes.length - FIRST_CAUSES} more that it could be</summary>
          {list(FIRST_CAUSES)}
        </details>
      )}
      {findings.length > 0 && (
        <ul className="diagnosis-findings">
          {findings.map(({ tone, text: finding }) => (
            <li key={finding} data-tone={tone}>
              {tone === 'problem' ? <CircleAlert aria-hidden="true" /> : <Info aria-hidden="true" />}
              <span>
                {tone === 'problem' && <strong>Problem: </strong>}
                {finding}
              </span>
            </li>
          ))}
        </ul>
      )}
      <MarkedPaste text={text} diagnosis={diagnosis} />
      {token !== undefined && token.type !== 'encrypted' && <PastedToken token={token} />}
      <p className="diagnosis-privacy">
        <ShieldCheck aria-hidden="true" />
        What you paste is read only in this page: it is not sent, and not kept.
      </p>
    </section>
  )
}

function withAnswer(answers: Traits, circumstance: Circumstance, answer: string | undefined): Traits {
  const { [circumstance]: _before, ...others } = answers
  return answer === undefined ? others : { ...others, [circumstance]: answer }
}

function headingOf({ certainty, code, causes, token, findings }: Diagnosis): string {
  const more = causes.length > 1 ? ', the likeliest first' : ''
  switch (certainty) {
    case 'named':
      return causes.length === 1 ? 'The cause' : 'The cause, and what else it could be'
    case 'likely':
      return `What it could be${more}`
    case 'code-only':
      return `Only the code is known: ${code ?? ''}`
    case 'unknown':
      return token !== undefined && findings.every(({ tone }) => tone === 'hint')
        ? 'Nothing stands out in this token'
        : 'No cause is known for this'
    default:
      return certainty satisfies never
  }
}

function Meaning({ code }: { readonly code: string }) {
  const known = ERROR_CODES.get(code)
  if (known === undefined)
    return <p className="diagnosis-meaning">No specification defines this code; it is the server’s own.</p>
  return (
    <p className="diagnosis-meaning">
      {known.meaning} (<Clause clause={known.clause} />)
    </p>
  )
}

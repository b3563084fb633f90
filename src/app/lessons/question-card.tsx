/** Predict, then run: the question that is asked before a message arrives, and the verdict after it. */
import { CircleCheck, CircleHelp, CircleX } from 'lucide-react'
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Prediction } from '../../guidance/lessons/contract.ts'
import { Button } from '../../ui/button.tsx'
import { answerFocused, answerQuestion, skipQuestion } from '../actions/lessons.ts'
import { selectQuestion, selectVerdict, type Verdict } from '../selectors/lesson.ts'
import { useApp } from '../state/store.ts'
import './question-card.css'

/** The question before the next step, or the verdict on the last one. */
export function QuestionCard() {
  const question = useApp(selectQuestion)
  const verdict = useApp(selectVerdict)
  return (
    <div className="question" aria-live="polite">
      {verdict !== undefined && <VerdictText verdict={verdict} />}
      {question !== undefined && <QuestionForm key={question.id} question={question} />}
    </div>
  )
}

function QuestionForm({ question }: { readonly question: Prediction }) {
  const [chosen, setChosen] = useState<number>()
  const isWanted = useApp((state) => state.learning.isAnswerWanted)
  const options = useRef<HTMLFieldSetElement>(null)
  useEffect(() => {
    if (!isWanted) return
    options.current?.querySelector<HTMLElement>('input')?.focus()
    answerFocused()
  }, [isWanted])
  // The key that was to make a step must not choose an answer: the focus came here by itself.
  const keepUnanswered = (event: KeyboardEvent) => {
    if (chosen === undefined && /^Arrow(Left|Right)$/.test(event.key)) event.preventDefault()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (chosen !== undefined) void answerQuestion(chosen)
  }
  return (
    <form className="question-form" aria-label="Predict" onSubmit={submit}>
      <fieldset ref={options} onKeyDown={keepUnanswered}>
        <legend>
          <CircleHelp aria-hidden="true" />
          {question.question}
        </legend>
        {question.options.map((option, index) => (
          <label key={option.label}>
            <input type="radio" name="prediction" checked={chosen === index} onChange={() => setChosen(index)} />
            {option.label}
          </label>
        ))}
      </fieldset>
      <div className="question-actions">
        <Button size="small" look="quiet" onClick={skipQuestion}>
          Skip
        </Button>
        <Button
          size="small"
          type="submit"
          look="primary"
          unavailable={chosen === undefined ? 'choose what you expect first' : undefined}
        >
          Run it
        </Button>
      </div>
    </form>
  )
}

function VerdictText({ verdict }: { readonly verdict: Verdict }) {
  const { question, answer, isRight, happened, failure } = verdict
  return (
    <div className="question-verdict" data-right={happened === undefined ? undefined : isRight}>
      {isRight ? <CircleCheck aria-hidden="true" /> : <CircleX aria-hidden="true" />}
      <p>
        <strong>{isRight ? 'Right' : happened === undefined ? 'It went another way' : 'Not this time'}: </strong>
        {happened === undefined
          ? `none of the options happened; your answer was “${answer}”.`
          : `${isRight ? happened : `you said “${answer}”; what happened was “${happened}”`}.`}{' '}
        {failure} {happened !== undefined && question.because}
      </p>
    </div>
  )
}

/** One question at a time that rules causes out, the answers that were given, and how many causes are left. */
import { X } from 'lucide-react'
import { CIRCUMSTANCES, type Circumstance, type Question, type Traits } from '../../guidance/diagnosis/index.ts'
import { Button } from '../../ui/button.tsx'

interface AskedProps {
  /** Nothing when no question tells the causes apart that are left. */
  readonly question: Question | undefined
  readonly answers: Traits
  readonly left: number
  readonly of: number
  onAnswer(circumstance: Circumstance, answer: string | undefined): void
  onSkip(circumstance: Circumstance): void
}

/** Nothing where there is nothing to ask and nothing was answered. */
export function Asked({ question, answers, left, of, onAnswer, onSkip }: AskedProps) {
  const given = Object.entries(answers) as [Circumstance, string][]
  if (question === undefined && given.length === 0) return null
  return (
    <div className="asked">
      {question !== undefined && (
        <fieldset>
          <legend>{question.question}</legend>
          {question.answers.map(({ answer, words }) => (
            <Button key={answer} size="small" onClick={() => onAnswer(question.circumstance, answer)}>
              {words}
            </Button>
          ))}
          <Button size="small" look="quiet" onClick={() => onSkip(question.circumstance)}>
            Not sure
          </Button>
        </fieldset>
      )}
      <p role="status">{given.length > 0 && `${left} of ${of} causes ${left === 1 ? 'fits' : 'fit'}.`}</p>
      {given.length > 0 && (
        <ul aria-label="Answers given">
          {given.map(([circumstance, answer]) => {
            const words = wordsOf(circumstance, answer)
            return (
              <li key={circumstance}>
                <Button
                  size="small"
                  look="quiet"
                  icon={<X />}
                  aria-label={`Take back: ${words}`}
                  onClick={() => onAnswer(circumstance, undefined)}
                >
                  {words}
                </Button>
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}

function wordsOf(circumstance: Circumstance, answer: string): string {
  const answers: Readonly<Record<string, string>> = CIRCUMSTANCES[circumstance].answers
  return answers[answer] ?? answer
}

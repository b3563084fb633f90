/** Copies a cause as an answer for whoever asked. */
import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import type { Diagnosis } from '../../guidance/diagnosis/index.ts'
import type { Scenario } from '../../scenario-kit/contract.ts'
import { Button } from '../../ui/button.tsx'
import type { Copied } from '../exporting/rich-copy.ts'
import type { AnswerFacts } from './answer.ts'
import { copyAnswer } from './given-answer.ts'

interface CopyAnswerProps {
  readonly cause: AnswerFacts['cause']
  readonly scenarios: readonly Scenario[]
  readonly diagnosis: Diagnosis | undefined
}

/** What the button says, before, meanwhile and after. */
const WORDS: Readonly<Record<'ready' | 'busy' | Copied, string>> = {
  ready: 'Copy answer',
  busy: 'Playing the run …',
  all: 'Answer copied',
  text: 'Copied as text: this browser takes no pictures',
  refused: 'It could not be copied',
}

/** One press; what has become of it is said on the button, and to a screen reader. */
export function CopyAnswer({ cause, scenarios, diagnosis }: CopyAnswerProps) {
  const [state, setState] = useState<keyof typeof WORDS>('ready')
  const copy = async () => {
    setState('busy')
    setState(await copyAnswer(cause, scenarios, diagnosis))
  }
  return (
    <>
      <Button
        size="small"
        icon={state === 'all' || state === 'text' ? <Check /> : <Copy />}
        aria-description={cause.title}
        title={
          cause.runs.length === 0
            ? 'As text: no run shows this yet'
            : 'Text, a link to the step where it breaks, and a picture'
        }
        onClick={() => void copy()}
        onBlur={() => setState('ready')}
      >
        {WORDS[state]}
      </Button>
      <span className="visually-hidden" role="status">
        {state === 'ready' ? '' : WORDS[state]}
      </span>
    </>
  )
}

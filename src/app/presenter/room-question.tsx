/** The question for the room, over the rows that were seen; after the step, the answer. */
import { CircleCheck, CircleHelp } from 'lucide-react'
import { selectRoomQuestion } from '../selectors/room-question.ts'
import { useApp } from '../state/store.ts'
import './room-question.css'

/** Nothing where nothing is asked. */
export function RoomQuestion() {
  const asked = useApp(selectRoomQuestion)
  if (asked === undefined) return null
  const { question, right } = asked
  return (
    <section className="room-question" aria-label="Question for the room">
      <p className="room-question-text">
        <CircleHelp aria-hidden="true" />
        {question.question}
      </p>
      <ol>
        {question.options.map((option) => (
          <li key={option.label} data-right={option === right || undefined}>
            {option.label}
            {option === right && <CircleCheck aria-label="This is what happened" role="img" />}
          </li>
        ))}
      </ol>
      {right !== undefined && <p>{question.because}</p>}
    </section>
  )
}

/** When a lesson’s questions are asked, and which option turned out right: pure functions of the trace. */
import { eventsOf } from '../../projections/index.ts'
import { matchesMessage } from '../../scenario-kit/contract.ts'
import type { Choice, Message } from '../../simulation/index.ts'
import type { Aftermath, Lesson, PredictedOption, Prediction, RunSoFar } from './contract.ts'

/** The question that is asked before a choice is made; the run ends right before it. */
export function questionBefore(
  lesson: Pick<Lesson, 'predictions'>,
  run: RunSoFar,
  choice: Choice,
): Prediction | undefined {
  if (choice.type !== 'deliver') return undefined
  return lesson.predictions?.find(
    (prediction) => predictedMessage(prediction, run)?.gate === choice.gate && (prediction.when?.(run.trace) ?? true),
  )
}

/** What the arrival of a question’s message brought about, and at which step; `undefined` until it has arrived. */
export function aftermathOf(
  prediction: Prediction,
  run: RunSoFar,
): (Aftermath & { readonly step: number }) | undefined {
  const { trace, settings } = run
  const message = predictedMessage(prediction, run)
  const arrival = trace.find(
    (event) => event.type === 'choice' && event.choice.type === 'deliver' && event.choice.gate === message?.gate,
  )
  if (message === undefined || arrival === undefined) return undefined
  const { step } = arrival
  return { message, step, settings, events: eventsOf(trace, step) }
}

/** The option that says what happened; `undefined` when it was something else. */
export function rightOption({ options }: Prediction, aftermath: Aftermath): PredictedOption | undefined {
  return options.find((option) => option.holds(aftermath))
}

/** The n-th message that the question is about, as it waited last. */
function predictedMessage({ at }: Prediction, { trace, settings }: RunSoFar): Message | undefined {
  const { nth = 1, ...pattern } = at
  const gates = new Map<string, Message>()
  for (const event of trace) {
    const isKnown = event.type === 'rewritten' && gates.has(event.message.gate)
    const isNew = event.type === 'held' && matchesMessage(pattern, event.message, settings)
    if (isKnown || isNew) gates.set(event.message.gate, event.message)
  }
  return [...gates.values()][nth - 1]
}

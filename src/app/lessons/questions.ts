/** When a lesson’s questions are asked, and which option turned out right: pure functions of the trace. */
import { matchesMessage } from '../../scenarios/contract.ts'
import type { Choice, Message, Trace } from '../../simulation/index.ts'
import type { Aftermath, Lesson, PredictedOption, Prediction } from './contract.ts'

/** The question that is asked before a choice is made; `trace` ends right before it. */
export function questionBefore(lesson: Lesson, trace: Trace, choice: Choice): Prediction | undefined {
  if (choice.type !== 'deliver') return undefined
  return lesson.predictions?.find(
    (prediction) => predictedMessage(prediction, trace)?.gate === choice.gate && (prediction.when?.(trace) ?? true),
  )
}

/** What the arrival of a question’s message brought about, and at which step; `undefined` until it has arrived. */
export function aftermathOf(prediction: Prediction, trace: Trace): (Aftermath & { readonly step: number }) | undefined {
  const message = predictedMessage(prediction, trace)
  const arrival = trace.find(
    (event) => event.type === 'choice' && event.choice.type === 'deliver' && event.choice.gate === message?.gate,
  )
  if (message === undefined || arrival === undefined) return undefined
  const { step } = arrival
  return { message, step, events: trace.filter((event) => event.step === step) }
}

/** The option that says what happened; `undefined` when it was something else. */
export function rightOption({ options }: Prediction, aftermath: Aftermath): PredictedOption | undefined {
  return options.find((option) => option.holds(aftermath))
}

/** The n-th message that the question is about, as it waited last. */
function predictedMessage({ at: { nth = 1, ...pattern } }: Prediction, trace: Trace): Message | undefined {
  const gates = new Map<string, Message>()
  for (const event of trace) {
    const isKnown = event.type === 'rewritten' && gates.has(event.message.gate)
    const isNew = event.type === 'held' && matchesMessage(pattern, event.message)
    if (isKnown || isNew) gates.set(event.message.gate, event.message)
  }
  return [...gates.values()][nth - 1]
}

/** Who refused what in a run, and which of it is the doing of a defence. */
import type { Message, Note, Trace, TraceEvent } from '../../simulation/index.ts'

/** A rule that was found broken, what a browser did not let happen, or an error that a server answered. */
export interface Refusal {
  /** The actor that refused. */
  readonly by: string
  /** The short name of the rule; of a browser what it kept back; of a server that names no rule its answer. */
  readonly rule: string
  /** Where the rule stands, if whoever refused has said. */
  readonly clause?: string
  /** One sentence. */
  readonly why: string
  /** The message that says so, or that it was about: an answer where there is one. Absent where nothing was on the wire. */
  readonly message?: Message
}

/** The refusals of a run, in order. An answer that is an error counts where its server has not said which rule it is. */
function refusalsOf(trace: Trace): readonly Refusal[] {
  const explained = new Set(trace.flatMap((event) => (isBroken(event) ? [`${event.actor} ${event.exchange}`] : [])))
  return trace.flatMap((event): Refusal[] => {
    if (event.type === 'refused') return [{ by: event.actor, rule: event.what, why: event.reason }]
    if (isBroken(event)) {
      const { rule, clause, message } = event.note
      const said = messageOf(trace, event)
      return [{ by: event.actor, rule, clause, why: message, ...(said && { message: said }) }]
    }
    if (event.type !== 'held') return []
    const { response, exchange, from, request } = event.message
    if (response === undefined || response.status < 400 || explained.has(`${from} ${exchange}`)) return []
    const rule = `answers ${response.status}`
    return [
      {
        by: from,
        rule,
        why: `${request.method} ${new URL(request.url).pathname} is answered with ${response.status}.`,
        message: event.message,
      },
    ]
  })
}

/** The answer of whoever found a rule broken, or what it was reading. */
function messageOf(trace: Trace, { exchange }: BrokenRule): Message | undefined {
  if (exchange === undefined) return undefined
  const own = trace.flatMap((event) =>
    event.type === 'held' && event.message.exchange === exchange ? [event.message] : [],
  )
  return own.findLast(({ response }) => response !== undefined) ?? own[0]
}

type NoteEvent = Extract<TraceEvent, { type: 'note' }>
type BrokenRule = NoteEvent & { readonly note: Extract<Note, { type: 'check' }> }

function isBroken(event: TraceEvent): event is BrokenRule {
  return event.type === 'note' && event.note.type === 'check' && !event.note.passed
}

/**
 * The refusals of a run that none of the others has, or not so often, each once: what is refused without defences as well,
 * or to somebody honest, has not stopped an attack.
 */
export function ownRefusals(trace: Trace, others: readonly Trace[]): readonly Refusal[] {
  const usual = others.map((other) => countBy(refusalsOf(other).map(keyOf)))
  const seen = new Map<string, number>()
  return refusalsOf(trace).filter((refusal) => {
    const key = keyOf(refusal)
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return count === 1 + Math.max(...usual.map((counts) => counts.get(key) ?? 0))
  })
}

function countBy(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

function keyOf({ by, rule }: Refusal): string {
  return `${by}: ${rule}`
}

/** What a row of the diagram says to somebody who has never seen the protocol, made from what the run recorded. */
import { isOnDevice } from '../../http/index.ts'
import type { Trace } from '../../simulation/types.ts'
import type { Lane, SequenceModel, SequenceRow } from '../sequence/types.ts'
import { narrateAct, narrateClock, narrateWire } from './acts.ts'
import { narrateAnswer } from './answers.ts'
import { cookieNotKept, cookieNotSent } from './cookies.ts'
import { frameNotShown } from './frames.ts'
import { kindsOf, type NameOf, namesOf } from './names.ts'
import { carriesOwnToken, serverAt, type Told, toldAt } from './record.ts'
import { narrateRefusal } from './refusals.ts'
import { requestKind } from './request-kind.ts'
import { narrateRequest } from './requests.ts'
import { capitalised, inWords, uncapitalised, type Words, withinWhy } from './words.ts'

export { type Chapter, chaptersOf } from './chapters.ts'
export { describeActor } from './names.ts'

/** What happens, and why. */
export interface Narration {
  /** At most 90 characters; ends with a full stop. */
  readonly sentence: string
  /** At most 160 characters; the reason or the idea behind it. */
  readonly why: string
}

/** The longest sentence. */
const LONGEST = 90

/** Narrates a row. Nothing that happened after its step is used, so it says the same however far the run goes on. */
export function narrate(trace: Trace, sequence: SequenceModel, row: SequenceRow): Narration {
  return fitted(sequence, (name) => narrateRow(trace, sequence, row, name))
}

function narrateRow(trace: Trace, sequence: SequenceModel, row: SequenceRow, name: NameOf): Words {
  switch (row.kind) {
    case 'person':
    case 'clock':
      // Somebody stops without a message: one who pressed, or one who heard another window.
      if (row.tone === 'error') return narrateRefusal(trace, row, undefined, { kind: 'call', name })
      return row.kind === 'clock' ? narrateClock(trace, row) : narrateAct(trace, sequence, row, name)
    case 'wire':
      return narrateWire(trace, row, narrateMessage(trace, sequence, { ...row, isResponse: false }, name).sentence)
    default:
      return narrateArrow(trace, sequence, row, name)
  }
}

function narrateArrow(trace: Trace, sequence: SequenceModel, row: SequenceRow, name: NameOf): Words {
  if (row.gate !== row.exchange && !row.isResponse) return narrateServerStep(row.label, name(row.to))
  const words = narrateMessage(trace, sequence, row, name)
  const [caller, server] = [name(row.from), name(row.to)]
  if (row.tone === 'lost') {
    return row.isResponse
      ? {
          sentence: `The answer is lost: ${server} never gets it.`,
          why: `${capitalised(caller)} has done its part. To the other side it looks as if nothing had happened.`,
        }
      : {
          sentence: `Lost on the way: ${uncapitalised(words.sentence)}`,
          why: 'The sender sees a network error, and cannot tell whether the message arrived.',
        }
  }
  if (row.status === 'no such host') {
    const told = toldAt(trace, row.exchange, row.step)
    if (told !== undefined && isOnDevice(told.request.url)) return narrateNobodyHere(told, caller)
    return {
      sentence:
        row.tone === 'error'
          ? `${caller} stops: there is no such server here.`
          : `${caller} calls a server that does not exist here.`,
      why: 'Only the parties of this run can be reached.',
    }
  }
  if (row.status === 'discarded') {
    return {
      sentence: 'An answer comes, and nobody waits for it any more.',
      why: 'Whoever asked has the answer already, or has given up.',
    }
  }
  if (row.tone !== 'error') return words
  const told = toldAt(trace, row.exchange, row.step)
  const kind = told === undefined ? 'call' : requestKind(told, isKind(sequence, 'device'))
  const refusal = narrateRefusal(trace, row, told, { kind, name })
  return told?.isCopy === true ? { ...refusal, sentence: `To the copy: ${uncapitalised(refusal.sentence)}` } : refusal
}

function narrateMessage(
  trace: Trace,
  sequence: SequenceModel,
  message: { readonly exchange?: string; readonly gate?: string; readonly step: number; readonly isResponse: boolean },
  name: NameOf,
): Words {
  const told = toldAt(trace, message.exchange, message.step)
  if (told === undefined) return { sentence: 'A message is on its way.', why: 'The run does not say what is in it.' }
  const kind = requestKind(told, isKind(sequence, 'device'))
  const isAttacker = isKind(sequence, 'attacker')
  const words =
    message.isResponse && told.answer !== undefined
      ? narrateAnswer(told, told.answer, kind, {
          name,
          isAttacker,
          serverAt: (origin) => serverAt(trace, origin, message.step),
        })
      : narrateRequest(told, kind, {
          name,
          isAttacker,
          isOwn: !isAttacker(told.from) && carriesOwnToken(trace, told, message.step),
        })
  const unseen = message.isResponse ? frameNotShown(trace, message.step) : undefined
  if (unseen !== undefined) return unseen
  const cookie = message.isResponse ? cookieNotKept(trace, message.step) : cookieNotSent(trace, message.exchange)
  if (cookie !== undefined) return { ...words, why: cookie }
  return told.isCopy ? { ...words, sentence: `A copy arrives: ${uncapitalised(words.sentence)}` } : words
}

/** A program on the same machine that is not there (RFC 8252 §7.3). */
function narrateNobodyHere({ fields }: Told, caller: string): Words {
  return {
    sentence: `${caller} stops: no program on this computer listens at that address.`,
    why: fields.has('code')
      ? 'The page cannot be reached. Its address is shown all the same, and the code stands in it.'
      : 'The page cannot be reached. Its address is shown all the same, with no code in it.',
  }
}

function narrateServerStep(step: string, server: string): Words {
  return {
    sentence: `Inside ${server}: ${inWords(step.replaceAll('.', ', '))}.`,
    why: 'A server does several things to answer one request. Between two of them another request can come in.',
  }
}

function isKind({ lanes }: SequenceModel, kind: Lane['kind']): (actor: string) => boolean {
  return (actor) => lanes.some((lane) => lane.id === actor && lane.kind === kind)
}

/** With the names of the titles; where that is too long, with those of the kinds. */
function fitted({ lanes }: SequenceModel, tell: (name: NameOf) => Words): Narration {
  const long = tell(namesOf(lanes))
  const { sentence, why } = long.sentence.length <= LONGEST ? long : tell(kindsOf(lanes))
  const line = capitalised(sentence.replace(/[\s\p{Cc}]+/gu, ' ').trim())
  return {
    sentence: line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 2).trimEnd()}….`,
    why: withinWhy(why),
  }
}

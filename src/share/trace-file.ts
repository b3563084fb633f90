/**
 * Reads a run that was saved as a JSON trace. Only the recipe in it is ever used; what was recorded is there to be held
 * against the replay, so that a file that was changed, or that another version of the app wrote, is noticed.
 */
import * as v from 'valibot'
import { deepFreeze, parseJson } from '../lib/json.ts'
import type { Trace } from '../simulation/types.ts'
import { type Decoded, failure, invalid } from './problem.ts'
import { type Shared, sharedShape } from './shape.ts'

/** A run from a file, and what was recorded of it when the file was written. */
export interface TraceFile extends Shared {
  /** Each event as JSON text: to compare, not to draw. */
  readonly recorded: readonly string[]
}

const FORMAT = 'authlane-trace'
const VERSION = 1
/** Characters; the longest run that a person makes has a tenth of it. */
const MAX_LENGTH = 20_000_000

const envelope = v.looseObject({ format: v.literal(FORMAT), version: v.number() })

const content = v.strictObject({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  notice: v.string(),
  session: v.record(v.string(), v.unknown()),
  step: v.unknown(),
  // Not an object schema: it would put known members first, and the comparison is one of texts.
  trace: v.array(v.custom<object>(isEvent, 'Invalid event')),
})

function isEvent(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const { type, step, time } = value as Readonly<Record<string, unknown>>
  return typeof type === 'string' && Number.isFinite(step) && Number.isFinite(time)
}

/** Reads the text of a file. Whatever it is, the answer is a run or a problem; it never throws. */
export function readTraceFile(text: string): Decoded<TraceFile> {
  if (text.length > MAX_LENGTH) {
    return failure(
      'too_large',
      `The file has ${text.length} characters; no run needs that many. It was not saved here.`,
    )
  }
  const json = parseJson(text)
  const opened = v.safeParse(envelope, json)
  if (!opened.success) {
    return failure(
      'not_a_trace',
      'This is not a saved run: such a file is JSON and begins with "format": "authlane-trace".',
    )
  }
  if (opened.output.version > VERSION) {
    return failure(
      'unknown_version',
      `The file was saved by a newer version of Authlane (file version ${opened.output.version}; this one reads ${VERSION}). Reload the page to get it, then open the file again.`,
    )
  }
  const file = v.safeParse(content, json, { abortEarly: true })
  if (!file.success) return invalid(file.issues[0], 'file')
  const { session, step, trace } = file.output
  const shared = v.safeParse(sharedShape, { ...session, cursor: step }, { abortEarly: true })
  if (!shared.success) return invalid(shared.issues[0], 'file')
  const recorded = writeEvents(trace)
  if (recorded === undefined) return failure('too_large', 'An event in the file is nested deeper than any run’s.')
  return { ok: true, shared: deepFreeze({ ...shared.output, recorded }) }
}

/**
 * The first step at which what was recorded is not what the replay gives; `undefined` when they are the same. A file can
 * have been saved without signatures: then hold it against a replay without them.
 */
export function firstDifference({ recorded }: Pick<TraceFile, 'recorded'>, replayed: Trace): number | undefined {
  for (let index = 0; index < Math.max(recorded.length, replayed.length); index++) {
    const here = replayed[index]
    if (recorded[index] !== JSON.stringify(here)) return here?.step ?? replayed.at(-1)?.step ?? 0
  }
  return undefined
}

/** The events as texts; `undefined` when one is too deep for the stack (JSON is read to any depth, but not written). */
function writeEvents(events: readonly object[]): readonly string[] | undefined {
  try {
    return events.map((event) => JSON.stringify(event))
  } catch {
    return undefined
  }
}

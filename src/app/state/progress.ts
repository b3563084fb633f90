/** What somebody has reached in the courses: how it grows, and as a file to take along. */
import * as v from 'valibot'
import { parseJson } from '../../lib/json.ts'
import type { Progress } from './learning.ts'

const FORMAT = 'authlane-progress'
const VERSION = 1
/** Characters; all courses together need a hundredth of it. */
const MAX_LENGTH = 200_000

const id = v.pipe(v.string(), v.maxLength(200))

const progressFile = v.strictObject({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  reached: v.pipe(v.array(id), v.maxLength(1000)),
  answered: v.pipe(
    v.custom<object>((value) => !Array.isArray(value)),
    v.record(id, v.picklist(['right', 'wrong'])),
    v.maxEntries(1000),
  ),
})

const envelope = v.looseObject({ format: v.literal(FORMAT) })

/** What reading a file gives. */
export type ReadProgress =
  | { readonly ok: true; readonly progress: Progress }
  | { readonly ok: false; readonly message: string }

/** The text of a file. */
export function writeProgressFile({ reached, answered }: Progress): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, reached, answered }, null, 2)}\n`
}

/** Reads the text of a file; `undefined` when it is not a file of this kind. Never throws. */
export function readProgressFile(text: string): ReadProgress | undefined {
  const json = text.length > MAX_LENGTH ? undefined : parseJson(text)
  if (!v.is(envelope, json)) return undefined
  const read = v.safeParse(progressFile, json, { abortEarly: true })
  if (!read.success) {
    const where = v.getDotPath(read.issues[0])?.slice(0, 100) ?? 'something'
    return {
      ok: false,
      message: `“${where}” in the file does not fit saved progress: ${read.issues[0].message.slice(0, 200)}. Save the progress again.`,
    }
  }
  const { reached, answered } = read.output
  return { ok: true, progress: { reached, answered } }
}

/** Both together: what was reached once stays reached, and the answers of `other` count. */
export function mergedProgress(progress: Progress, other: Progress): Progress {
  return {
    reached: [...new Set([...progress.reached, ...other.reached])],
    answered: { ...progress.answered, ...other.answered },
  }
}

/** A recipe as a small JSON file: what a link carries, to keep, to read and to edit by hand. */
import * as v from 'valibot'
import { deepFreeze } from '../lib/json.ts'
import { type Decoded, failure, invalid } from './problem.ts'
import { type Shared, sharedShape } from './shape.ts'

const FORMAT = 'authlane-session'
const VERSION = 1

const envelope = v.looseObject({ format: v.literal(FORMAT), version: v.number() })

const content = v.strictObject({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  session: v.record(v.string(), v.unknown()),
  step: v.unknown(),
})

/** The text of a file. */
export function writeRecipeFile({ recipe, cursor }: Shared): string {
  const { scenario, settings, seed, choices } = recipe
  const file = { format: FORMAT, version: VERSION, session: { scenario, settings, seed, choices }, step: cursor }
  return `${JSON.stringify(file, null, 2)}\n`
}

/** Reads what a file's JSON was parsed to; `undefined` when it is not a file of this kind. Never throws. */
export function readRecipeFile(json: unknown): Decoded<Shared> | undefined {
  const opened = v.safeParse(envelope, json)
  if (!opened.success) return undefined
  if (opened.output.version > VERSION) {
    return failure(
      'unknown_version',
      `The file was saved by a newer version of Authlane (file version ${opened.output.version}; this one reads ${VERSION}). Reload the page to get it, then open the file again.`,
    )
  }
  const file = v.safeParse(content, json, { abortEarly: true })
  if (!file.success) return invalid(file.issues[0], 'file')
  const { session, step } = file.output
  const shared = v.safeParse(sharedShape, { ...session, cursor: step }, { abortEarly: true })
  if (!shared.success) return invalid(shared.issues[0], 'file')
  return { ok: true, shared: deepFreeze(shared.output) }
}

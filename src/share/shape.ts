/** The shape of what a link carries. Whether the scenario exists and its settings are sensible, the app checks. */
import * as v from 'valibot'
import type { Choice, Recipe } from '../simulation/types.ts'

/** A run and how far into it the reader shall look: `cursor` choices have been applied, from 0 to all of them. */
export interface Shared {
  readonly recipe: Recipe
  readonly cursor: number
}

/** More choices than any person makes in one run. */
const MAX_CHOICES = 2000
/** Ten years: no run's clock needs to go further in one choice. */
const MAX_SECONDS = 315_360_000

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200))
const shortText = v.pipe(v.string(), v.maxLength(4000))
const address = v.pipe(v.string(), v.maxLength(8000))
const seconds = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(MAX_SECONDS))
const settingValue = v.union([v.pipe(v.string(), v.maxLength(1000)), v.pipe(v.number(), v.finite()), v.boolean()])

const request = v.strictObject({
  method: v.pipe(v.string(), v.regex(/^[A-Za-z]{1,20}$/)),
  url: address,
  headers: v.pipe(v.array(v.strictTuple([id, address])), v.maxLength(100)),
  body: v.pipe(v.string(), v.maxLength(20_000)),
})

/**
 * One shape a type of choice; a new type without a row fails to compile. Strict objects, because a member that is
 * ignored would silently replay another run than the one that was shared.
 */
const CHOICES = {
  deliver: v.strictObject({ type: v.literal('deliver'), gate: id }),
  drop: v.strictObject({ type: v.literal('drop'), gate: id }),
  delay: v.strictObject({ type: v.literal('delay'), gate: id, seconds }),
  duplicate: v.strictObject({ type: v.literal('duplicate'), gate: id }),
  rewrite: v.strictObject({
    type: v.literal('rewrite'),
    gate: id,
    parameter: id,
    value: v.exactOptional(shortText),
  }),
  submit: v.strictObject({
    type: v.literal('submit'),
    window: id,
    form: id,
    fields: v.pipe(v.record(id, shortText), v.maxEntries(100)),
  }),
  follow: v.strictObject({ type: v.literal('follow'), window: id, href: address }),
  visit: v.strictObject({ type: v.literal('visit'), window: id, url: address }),
  browse: v.strictObject({ type: v.literal('browse'), window: id, command: v.picklist(['back', 'forward', 'reload']) }),
  act: v.strictObject({ type: v.literal('act'), action: id }),
  advance: v.variant('type', [
    v.strictObject({ type: v.literal('advance'), seconds }),
    v.strictObject({ type: v.literal('advance'), to: id }),
  ]),
  request: v.strictObject({ type: v.literal('request'), request }),
} satisfies Record<Choice['type'], v.GenericSchema<unknown, Choice>>

const choice: v.GenericSchema<unknown, Choice> = v.variant('type', Object.values(CHOICES))

/** What version 1 of a link has packed, as {@link Shared}. */
export const sharedShape: v.GenericSchema<unknown, Shared> = v.pipe(
  v.strictObject({
    scenario: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
    settings: v.pipe(v.record(id, settingValue), v.maxEntries(100)),
    seed: v.pipe(v.string(), v.maxLength(200)),
    choices: v.pipe(v.array(choice), v.maxLength(MAX_CHOICES)),
    cursor: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
  v.check(({ cursor, choices }) => cursor <= choices.length, 'The cursor is past the last choice'),
  v.transform(({ cursor, ...recipe }) => ({ recipe, cursor })),
)

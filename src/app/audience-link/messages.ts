/** What the presenter and the audience's window tell each other. Validated on arrival: any page of this origin can write there. */
import * as v from 'valibot'

/** A channel's name, a link and an id are no longer than this. */
const MOST_CHARACTERS = 200_000

const text = v.pipe(v.string(), v.maxLength(MOST_CHARACTERS))

const picture = v.strictObject({
  /** The recipe and the cursor, as the fragment of a link: whoever reads it checks the rest. */
  link: text,
  /** The split view, as the view slice says it. */
  split: v.optional(text),
  comparedWith: v.optional(text),
  picked: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  isBlank: v.boolean(),
  hasSpotlight: v.boolean(),
  hasCaption: v.boolean(),
  hasCode: v.boolean(),
  /** The path of a question for the room. */
  asks: v.optional(text),
  theme: v.picklist(['system', 'light', 'dark']),
})

/** What the audience sees. */
export type Picture = v.InferOutput<typeof picture>

/** To the audience: what to show, or that it is over. */
export const toAudience = v.variant('type', [
  v.strictObject({ type: v.literal('show'), picture }),
  v.strictObject({ type: v.literal('end') }),
])

/** To the presenter: the window is there, or a key of a command was pressed in it. */
export const toPresenter = v.variant('type', [
  v.strictObject({ type: v.literal('ready') }),
  v.strictObject({ type: v.literal('command'), id: text }),
])

export type ToAudience = v.InferOutput<typeof toAudience>
export type ToPresenter = v.InferOutput<typeof toPresenter>

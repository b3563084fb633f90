/** The words around a match, cut to what fits on a line or two, with the matches marked. */

import { termOf } from './terms.ts'

/** A piece of a text. */
export interface Part {
  readonly text: string
  readonly isMatch: boolean
}

/** How much is shown, in characters. */
const LENGTH = 130
/** How much of it stands before the first match. */
const BEFORE = 40

/** A text in pieces; `terms` as `termOf` makes them. */
export function highlight(text: string, terms: readonly string[]): readonly Part[] {
  const wanted = new Set(terms)
  const parts: Part[] = []
  for (const piece of text.split(/([\p{Z}\p{P}\s]+)/u)) {
    if (piece === '') continue
    const isMatch = wanted.has(termOf(piece) ?? '')
    const last = parts.at(-1)
    if (last !== undefined && last.isMatch === isMatch) parts[parts.length - 1] = { text: last.text + piece, isMatch }
    else parts.push({ text: piece, isMatch })
  }
  return parts
}

/** The part of a text with the first match in it; its beginning when nothing matches. */
export function excerpt(text: string, terms: readonly string[]): readonly Part[] {
  if (text.length <= LENGTH) return highlight(text, terms)
  const parts = highlight(text, terms)
  const first = parts.findIndex(({ isMatch }) => isMatch)
  const before = parts.slice(0, Math.max(0, first)).reduce((length, part) => length + part.text.length, 0)
  const from = before <= BEFORE ? 0 : text.indexOf(' ', before - BEFORE) + 1
  const end = text.lastIndexOf(' ', from + LENGTH)
  const to = from + LENGTH >= text.length ? text.length : Math.max(end, from + BEFORE)
  const shown = `${from > 0 ? '… ' : ''}${text.slice(Math.min(from, before), to)}${to < text.length ? ' …' : ''}`
  return highlight(shown, terms)
}

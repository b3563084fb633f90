/**
 * Finds many messages with gaps in one text. A message is looked for where its rarest word stands, so the text is read once,
 * however many messages there are.
 */
import { type PlainText, readPlainText } from './reading/plain-text.ts'
import { createWordFinder, isWordCode } from './reading/words.ts'

/** Longer values do not stand in a gap. */
const LONGEST_GAP = 400

/** How often one message is tried in one text; a hostile text could repeat its rarest word. */
const MOST_TRIES = 100

const UNDERSCORE = 0x5f

/** A message that was found. */
export interface Match<Row> {
  readonly row: Row
  /** Places in the plain text. */
  readonly from: number
  readonly to: number
  /** How many characters of the message itself were recognised. */
  readonly length: number
  /** What stood in the gaps, by their names, with their places. */
  readonly gaps: Readonly<Record<string, { readonly from: number; readonly to: number }>>
}

interface Compiled<Row> {
  readonly row: Row
  readonly literals: readonly string[]
  readonly gaps: readonly string[]
  readonly length: number
  /** Whether it is one word, which ends where a word ends; `_` may stand beside anything else: `firebase_auth/internal`. */
  readonly isWord: boolean
  /** The literal that holds the rarest word, and where in it the word stands. */
  readonly anchor: { readonly literal: number; readonly offset: number }
}

/** Looks for messages. */
export type Matcher<Row> = (plain: PlainText) => readonly Match<Row>[]

/** Words that tell nothing: with them alone nothing is found. */
export const EMPTY_WORDS: ReadonlySet<string> = new Set(
  'a an and are as at be been but by can could did do does for from had has have how if in into is it its not of on or our so than that the their them then there these they this to too was we were what when where which who why will with would you your'.split(
    ' ',
  ),
)

/** Prepares messages. A message without a word that tells anything is an error. */
export function createMatcher<Row>(rows: readonly { readonly row: Row; readonly message: string }[]): Matcher<Row> {
  const compiled = rows.map(({ row, message }) => ({ row, parts: partsOf(message) }))
  const counts = new Map<string, number>()
  for (const { parts } of compiled) {
    for (const word of new Set(parts.literals.flatMap(wordsOf))) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const byWord = new Map<string, Compiled<Row>[]>()
  for (const { row, parts } of compiled) {
    const { word, ...anchor } = anchorOf(parts.literals, counts)
    const length = parts.literals.join('').length
    const isWord = parts.literals.length === 1 && wordsOf(parts.literals[0] ?? '')[0] === parts.literals[0]
    byWord.set(word, [...(byWord.get(word) ?? []), { row, ...parts, length, isWord, anchor }])
  }
  const findWords = createWordFinder(byWord.keys())
  return (plain) => {
    const found: Match<Row>[] = []
    const tries = new Map<Compiled<Row>, number>()
    findWords(plain.flat, (word, index) => {
      for (const candidate of byWord.get(word) ?? []) {
        const tried = tries.get(candidate) ?? 0
        if (tried >= MOST_TRIES) continue
        const hit = matchAt(plain.flat, candidate, index)
        tries.set(candidate, hit === undefined ? tried + 1 : MOST_TRIES)
        if (hit !== undefined) found.push(hit)
      }
    })
    return found
  }
}

/** A message as it is compared, and the names of its gaps. */
function partsOf(message: string): { readonly literals: readonly string[]; readonly gaps: readonly string[] } {
  // People quote a sentence without its full stop.
  const pieces = message.replace(/\.$/, '').split(/\{(\w*)\}/)
  return {
    literals: pieces
      .filter((_, index) => index % 2 === 0)
      .map((piece) => readPlainText(`.${piece}.`).flat.slice(1, -1)),
    gaps: pieces.filter((_, index) => index % 2 === 1),
  }
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}_]+/gu) ?? []
}

/**
 * The word that stands in the fewest messages; of those the longest. A word beside a gap may go on in it, and is none; nor, where
 * there is another, the first word, which may have something with `_` before it.
 */
function anchorOf(literals: readonly string[], counts: ReadonlyMap<string, number>) {
  const words = literals.flatMap((text, literal) =>
    [...text.matchAll(/[\p{L}\p{N}_]+/gu)]
      .filter(({ 0: word, index }) => {
        const touchesGap =
          (index === 0 && literal > 0) || (index + word.length === text.length && literal < literals.length - 1)
        return !touchesGap && !EMPTY_WORDS.has(word)
      })
      .map(({ 0: word, index }) => ({ word, literal, offset: index })),
  )
  const isFirst = ({ literal, offset }: { readonly literal: number; readonly offset: number }) => literal + offset === 0
  const [rarest] = words.toSorted(
    (one, other) =>
      Number(isFirst(one)) - Number(isFirst(other)) ||
      (counts.get(one.word) ?? 0) - (counts.get(other.word) ?? 0) ||
      other.word.length - one.word.length,
  )
  if (rarest === undefined) throw new Error(`There is no telling word in “${literals.join('…')}”.`)
  return rarest
}

function matchAt<Row>(
  flat: string,
  { row, literals, gaps, length, isWord, anchor }: Compiled<Row>,
  index: number,
): Match<Row> | undefined {
  const at = index - anchor.offset
  const anchored = literals[anchor.literal] ?? ''
  if (at < 0 || !flat.startsWith(anchored, at)) return undefined
  const places: Record<string, { readonly from: number; readonly to: number }> = {}
  let to = at + anchored.length
  for (let next = anchor.literal + 1; next < literals.length; next += 1) {
    const literal = literals[next] ?? ''
    const limit = Math.min(flat.length, to + LONGEST_GAP + literal.length)
    // A gap at the end of a message has no end of its own.
    const found = literal === '' ? endOfValue(flat, to) : flat.slice(to, limit).indexOf(literal) + to
    if (found < to) return undefined
    places[gaps[next - 1] ?? ''] = { from: to, to: found }
    to = found + literal.length
  }
  let from = at
  for (let before = anchor.literal - 1; before >= 0; before -= 1) {
    const literal = literals[before] ?? ''
    const start = Math.max(0, from - LONGEST_GAP - literal.length)
    const found = literal === '' ? from : flat.slice(start, from).lastIndexOf(literal) + start
    if (found < start) return undefined
    places[gaps[before] ?? ''] = { from: found + literal.length, to: from }
    from = found
  }
  // `state` is not in `estate`.
  if (isInsideWord(flat, from, isWord) || isInsideWord(flat, to, isWord)) return undefined
  return { row, from, to, length, gaps: places }
}

function isInsideWord(flat: string, index: number, isWord: boolean): boolean {
  const before = flat.charCodeAt(index - 1)
  const after = flat.charCodeAt(index)
  const isUnderscore = before === UNDERSCORE || after === UNDERSCORE
  return isWordCode(before) && isWordCode(after) && (isWord || !isUnderscore)
}

function endOfValue(flat: string, from: number): number {
  const [opening = ''] = /^["'[({<]*/.exec(flat.slice(from, from + LONGEST_GAP)) ?? []
  const start = from + opening.length
  const length = flat.slice(start, start + LONGEST_GAP).search(/["'<>\s,;)}\]]/)
  return length < 0 ? Math.min(flat.length, start + LONGEST_GAP) : start + length
}

/**
 * A pasted text as it was meant: escapes of logs, addresses and pages undone, one kind of quotes, no runs of blanks, and without
 * what a log prints before each line. Every character knows where it stood, so that the page can mark in the paste what it
 * understood. One pass, in linear time.
 */
import { repeatedPrefix } from './line-prefix.ts'

/** A text that is read. All three are of one length. */
export interface PlainText {
  /** With line ends, capitals and both quotes. */
  readonly text: string
  /** In lower case, a blank for a line end and `'` for any quote: what messages are compared with. */
  readonly flat: string
  /** Where each character stood in the input, and at the end the input's length. */
  readonly at: Uint32Array
}

/** A place in the input: from a character up to and without another. */
export interface Span {
  readonly from: number
  readonly to: number
}

const BLANK = 0x20
const LINE_END = 0x0a
const BACKSLASH = 0x5c
const PERCENT = 0x25
const AMPERSAND = 0x26
const PLUS = 0x2b
const DOUBLE_QUOTE = 0x22
const QUOTE = 0x27

const QUOTES: ReadonlyMap<number, number> = new Map(
  ['“"', '”"', '„"', '«"', '»"', "‘'", "’'", "`'", "´'"].map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)]),
)

const ENTITIES: readonly (readonly [entity: string, character: string])[] = [
  ['&quot;', '"'],
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&#39;', "'"],
  ['&#x27;', "'"],
  ['&apos;', "'"],
  ['&nbsp;', ' '],
]

/** Whether an ASCII character stands for itself, whatever is around it: what most characters are. */
const IS_PLAIN = Uint8Array.from({ length: 0x80 }, (_, code) =>
  code > BLANK && code < 0x7f && !'\\%&+`'.includes(String.fromCharCode(code)) ? 1 : 0,
)

const ASCII = new TextDecoder()
const UTF_16 = new TextDecoder('utf-16le', { ignoreBOM: true })

/** How far a piece is looked at to tell whether it is an address. */
const PIECE = 2000

/** Reads an input. */
export function readPlainText(input: string): PlainText {
  const codes = new Uint16Array(input.length)
  const at = new Uint32Array(input.length + 1)
  let length = 0
  /** Every bit that is set in a character. */
  let bits = 0
  let pieceStart = 0
  let lineStart = 0
  /** The piece that was last asked about, and whether it is an address. */
  let asked = -1
  let isPlusBlank = false

  for (let index = 0; index < input.length; ) {
    const given = input.charCodeAt(index)
    const start = index
    let code = given
    index += 1
    if (IS_PLAIN[given] !== 1) {
      if (given === BACKSLASH) {
        while (input.charCodeAt(index) === BACKSLASH) index += 1
        const width = escapeWidth(input, index)
        if (width > 0) code = width === 5 ? hexAt(input, index + 1, 4) : escaped(input.charCodeAt(index))
        index += width
      } else if (given === PERCENT) {
        const [meant, width] = percentAt(input, start)
        code = meant
        index = start + width
      } else if (given === AMPERSAND) {
        const entity = ENTITIES.find(([name]) => input.startsWith(name, start))
        if (entity !== undefined) code = entity[1].charCodeAt(0)
        if (entity !== undefined) index = start + entity[0].length
      } else if (given === PLUS) {
        if (asked !== pieceStart) isPlusBlank = isAddress(input, pieceStart)
        asked = pieceStart
        if (isPlusBlank) code = BLANK
      } else if (isWhite(given)) {
        pieceStart = index
      }
      if (given === LINE_END) {
        index += repeatedPrefix(input, lineStart, index)
        // A line that is empty, or a prefix alone, is nothing to compare the next one with.
        if (!isWhite(input.charCodeAt(index))) lineStart = pieceStart
      }
      if (isWhite(code)) {
        code = code === LINE_END || code === 0x0d ? LINE_END : BLANK
        const last = length === 0 ? LINE_END : codes[length - 1]
        if (last === LINE_END || (last === BLANK && code === BLANK)) continue
        // A run of white space is one blank, or one line end where it holds one.
        if (last === BLANK) length -= 1
      } else {
        code = QUOTES.get(code) ?? code
      }
    }
    codes[length] = code
    at[length] = start
    length += 1
    bits |= code
  }
  at[length] = input.length
  const read = codes.subarray(0, length)
  return { text: textOf(read, bits), flat: textOf(flattened(read), bits), at: at.subarray(0, length + 1) }
}

/** Lower case, blanks for line ends, one kind of quotes: character by character, so that places stay. */
function flattened(codes: Uint16Array): Uint16Array {
  const flat = new Uint16Array(codes.length)
  for (let index = 0; index < codes.length; index += 1) {
    const code = codes[index] as number
    flat[index] = FLAT[code] || flatCode(code)
  }
  return flat
}

/** What each character is in a flat text; 0 where nobody asked yet. */
const FLAT = new Uint16Array(0x1_0000)

function flatCode(code: number): number {
  const lower = String.fromCharCode(code).toLowerCase()
  // A few capitals are longer in lower case; then places would be off.
  const flat =
    code === LINE_END ? BLANK : code === DOUBLE_QUOTE ? QUOTE : lower.length === 1 ? lower.charCodeAt(0) : code
  FLAT[code] = flat
  return flat
}

/** The place in the input of a part of the text. */
export function spanOf({ at }: PlainText, from: number, to: number): Span {
  return { from: at[from] ?? 0, to: at[to] ?? 0 }
}

/** Decodes; a lone surrogate becomes a replacement character, which is one character too. */
function textOf(codes: Uint16Array, bits: number): string {
  // Everything that follows is quicker with a text of one byte a character.
  return bits < 0x80 ? ASCII.decode(new Uint8Array(codes)) : UTF_16.decode(codes)
}

function isWhite(code: number): boolean {
  return code === BLANK || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff || code === 0x2028
}

/** In an address or a form body, a plus sign is a blank. */
function isAddress(input: string, from: number): boolean {
  let hasEquals = false
  let hasSeparator = false
  for (let index = from; index < from + PIECE && index < input.length; index += 1) {
    const code = input.charCodeAt(index)
    if (isWhite(code)) break
    hasEquals ||= code === 0x3d
    hasSeparator ||= code === AMPERSAND || code === 0x3f || code === 0x23 || code === PERCENT
    if (hasEquals && hasSeparator) return true
  }
  return false
}

/** How many characters after backslashes belong to the escape; 0 where they are just backslashes. */
function escapeWidth(input: string, index: number): 0 | 1 | 5 {
  const character = input[index]
  if (character === '"' || character === "'" || character === '/') return 1
  // `\n` before a capital or a blank ends a line; in `C:\new` it is a folder.
  if (character === 'n' || character === 'r' || character === 't') return /[a-z]/.test(input[index + 1] ?? '') ? 0 : 1
  return character === 'u' && hexAt(input, index + 1, 4) >= 0 ? 5 : 0
}

function escaped(code: number): number {
  return code === DOUBLE_QUOTE || code === QUOTE || code === 0x2f ? code : code === 0x74 ? BLANK : LINE_END
}

/** What a percent sign stands for, and how many characters it takes (RFC 3986 §2.1); characters above U+FFFF stay as they are. */
function percentAt(input: string, index: number): readonly [code: number, width: number] {
  const first = hexAt(input, index + 1, 2)
  if (first < 0) return [PERCENT, 1]
  if (first < 0x80) return [first, 3]
  const more = first >= 0xf0 || first < 0xc2 ? 0 : first >= 0xe0 ? 2 : 1
  let code = more === 2 ? first & 0x0f : first & 0x1f
  for (let next = 1; next <= more; next += 1) {
    const byte = input.charCodeAt(index + 3 * next) === PERCENT ? hexAt(input, index + 3 * next + 1, 2) : -1
    if (byte < 0x80 || byte > 0xbf) return [PERCENT, 1]
    code = (code << 6) | (byte & 0x3f)
  }
  return more === 0 ? [PERCENT, 1] : [code, 3 + 3 * more]
}

/** A number in hexadecimal digits; −1 where there is none. */
function hexAt(input: string, index: number, digits: number): number {
  let value = 0
  for (let place = index; place < index + digits; place += 1) {
    const code = input.charCodeAt(place) | 0x20
    const digit = code >= 0x61 && code <= 0x66 ? code - 0x57 : code >= 0x30 && code <= 0x39 ? code - 0x30 : -1
    if (digit < 0) return -1
    value = value * 16 + digit
  }
  return value
}

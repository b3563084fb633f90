/**
 * A pasted text as it was meant: escapes of logs, addresses and pages undone, one kind of quotes, no runs of blanks. Every
 * character knows where it stood, so that the page can mark in the paste what it understood. One pass, in linear time.
 */

/** A text that is read. All three are of one length. */
export interface PlainText {
  /** With line ends and capitals. */
  readonly text: string
  /** In lower case, a blank for a line end: what messages are compared with. */
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
const BACKTICK = 0x60

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

/** How far a piece is looked at to tell whether it is an address. */
const PIECE = 2000

/** Reads an input. */
export function readPlainText(input: string): PlainText {
  const codes = new Uint16Array(input.length)
  const at = new Uint32Array(input.length + 1)
  let length = 0
  let isPlusBlank = false
  let isPieceStart = true

  function emit(given: number, index: number): void {
    let code = given
    if (isWhite(given)) code = given === LINE_END || given === 0x0d ? LINE_END : BLANK
    // Most characters are no quotes, and a look into the table is what takes the time.
    else if (given === BACKTICK || given > 0x7f) code = QUOTES.get(given) ?? given
    if (code === BLANK || code === LINE_END) {
      const last = length === 0 ? LINE_END : codes[length - 1]
      if (last === LINE_END || (last === BLANK && code === BLANK)) return
      // A run of white space is one blank, or one line end where it holds one.
      if (last === BLANK) length -= 1
    }
    codes[length] = code
    at[length] = index
    length += 1
  }

  for (let index = 0; index < input.length; ) {
    const code = input.charCodeAt(index)
    if (isPieceStart) isPlusBlank = isAddress(input, index)
    isPieceStart = isWhite(code)
    if (code === BACKSLASH) {
      let end = index
      while (input.charCodeAt(end) === BACKSLASH) end += 1
      const width = escapeWidth(input, end)
      if (width === 0) emit(BACKSLASH, index)
      else emit(width === 5 ? hexAt(input, end + 1, 4) : escaped(input.charCodeAt(end)), index)
      index = end + width
    } else if (code === PERCENT) {
      const [meant, width] = percentAt(input, index)
      emit(meant, index)
      index += width
    } else if (code === AMPERSAND) {
      const entity = ENTITIES.find(([name]) => input.startsWith(name, index))
      emit(entity === undefined ? AMPERSAND : entity[1].charCodeAt(0), index)
      index += entity?.[0].length ?? 1
    } else {
      emit(code === PLUS && isPlusBlank ? BLANK : code, index)
      index += 1
    }
  }
  at[length] = input.length
  // A lone surrogate becomes a replacement character, which is one character too.
  const text = new TextDecoder('utf-16le').decode(codes.subarray(0, length))
  const lower = text.toLowerCase()
  // A few capitals are longer in lower case; then places would be off.
  const flat = lower.length === text.length ? lower : text.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase())
  return { text, flat: flat.replaceAll('\n', ' '), at: at.subarray(0, length + 1) }
}

/** The place in the input of a part of the text. */
export function spanOf({ at }: PlainText, from: number, to: number): Span {
  return { from: at[from] ?? 0, to: at[to] ?? 0 }
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
  return code === 0x22 || code === 0x27 || code === 0x2f ? code : code === 0x74 ? BLANK : LINE_END
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

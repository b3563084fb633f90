/**
 * Cuts the entries out of a HAR's text while it comes in, so that a file of any size needs no more memory than its largest
 * entry, and nothing of it is read deeper than a recorder writes.
 */

/** Recorders nest ten deep; what a server answered stands in a string. */
const DEEPEST = 64
/** Within an entry: a deeper value is for the reader of the entry to refuse, and loses no other one. */
const DEEPEST_IN_ENTRY = 10_000
/** Characters of one entry; the body of a video can stand in one. */
const LONGEST_ENTRY = 40_000_000
/** Depth at which an entry stands: root, `log`, `entries`, entry. */
const ENTRY_DEPTH = 4
const LONGEST_KEY = 40

/** Why a text is no HAR, as a sentence for the person. */
export class CaptureError extends Error {
  override readonly name = 'CaptureError'
}

/** Takes a text in pieces. */
export interface EntryScanner {
  /** The texts of the entries that are complete with this piece. Throws a {@link CaptureError} at what is no HAR. */
  push(piece: string): string[]
  /** True when the text that has come so far ends where a HAR may end. */
  isComplete(): boolean
  /** Says that nothing more comes. Throws when something is missing. */
  end(): void
}

const [QUOTE, BACKSLASH, COLON, COMMA] = [0x22, 0x5c, 0x3a, 0x2c]
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST] = [0x7b, 0x7d, 0x5b, 0x5d]
const BYTE_ORDER_MARK = 0xfeff

/** A scanner for the text of one file. */
export function createEntryScanner(): EntryScanner {
  /** What is open, from the outside in: the bracket that will close it, and the key it stands under. */
  const closers: number[] = []
  const keys: string[] = []
  let inString = false
  let isEscaped = false
  /** The last string at a depth where keys matter; `undefined` while it is none. */
  let word: string | undefined
  let key = ''
  let hasStarted = false
  let hasEntries = false
  /** Earlier pieces of the entry that is open. */
  let kept: string[] | undefined
  let keptLength = 0

  function open(code: number): void {
    const deepest = kept === undefined ? DEEPEST : DEEPEST_IN_ENTRY
    if (closers.length === deepest) throw new CaptureError(`The file is nested more than ${deepest} deep. No HAR is.`)
    closers.push(code === OPEN_OBJECT ? CLOSE_OBJECT : CLOSE_LIST)
    keys.push(key)
    key = ''
    if (closers.length === ENTRY_DEPTH - 1 && isAtEntries()) hasEntries = true
  }

  function close(code: number): void {
    if (closers.pop() !== code) throw new CaptureError('The file is not valid JSON: its brackets do not match.')
    keys.pop()
  }

  /** True inside of `{"log": {"entries": [`. */
  function isAtEntries(): boolean {
    return keys[1] === 'log' && keys[2] === 'entries' && closers[2] === CLOSE_LIST
  }

  function keep(text: string): void {
    keptLength += text.length
    if (keptLength > LONGEST_ENTRY) {
      throw new CaptureError(`One request in the file has more than ${LONGEST_ENTRY / 1e6} million characters.`)
    }
    kept?.push(text)
  }

  return {
    push(piece) {
      const entries: string[] = []
      let from = 0
      let stringFrom = 0
      for (let at = 0; at < piece.length; at++) {
        const code = piece.charCodeAt(at)
        if (inString) {
          if (isEscaped) isEscaped = false
          else if (code === BACKSLASH) isEscaped = true
          else if (code === QUOTE) {
            inString = false
            if (word !== undefined) word += piece.slice(stringFrom, Math.min(at, stringFrom + LONGEST_KEY))
          }
          continue
        }
        if (!hasStarted) {
          if (code <= 0x20 || code === BYTE_ORDER_MARK) continue
          if (code !== OPEN_OBJECT)
            throw new CaptureError('The file is not a HAR: it does not begin with “{”, as JSON does.')
          hasStarted = true
        } else if (closers.length === 0 && code > 0x20) {
          throw new CaptureError('The file is not valid JSON: something follows its end.')
        }
        switch (code) {
          case QUOTE:
            inString = true
            word = closers.length < ENTRY_DEPTH - 1 ? '' : undefined
            stringFrom = at + 1
            break
          case COLON:
            key = word ?? ''
            break
          case COMMA:
            key = ''
            break
          case OPEN_OBJECT:
          case OPEN_LIST:
            open(code)
            if (code === OPEN_OBJECT && closers.length === ENTRY_DEPTH && isAtEntries()) {
              kept = []
              keptLength = 0
              from = at
            }
            break
          case CLOSE_OBJECT:
          case CLOSE_LIST:
            close(code)
            if (kept !== undefined && closers.length === ENTRY_DEPTH - 1) {
              keep(piece.slice(from, at + 1))
              entries.push(kept.join(''))
              kept = undefined
            }
        }
      }
      if (inString && word !== undefined) word += piece.slice(stringFrom, stringFrom + LONGEST_KEY)
      if (kept !== undefined) keep(piece.slice(from))
      return entries
    },
    isComplete: () => hasStarted && closers.length === 0 && hasEntries,
    end() {
      if (!hasStarted) throw new CaptureError('The file is empty.')
      if (closers.length > 0)
        throw new CaptureError('The file ends in the middle: it was cut off when it was saved or sent.')
      if (!hasEntries) throw new CaptureError('The file is JSON, but not a HAR: a HAR has a list “log.entries”.')
    },
  }
}

/** The words of a text, one after the other, without a match object for each: a paste may have two hundred thousand. */

/** A character's kind, for the first 65,536: 0 not asked yet, 1 part of a word, 2 none. */
const KINDS = new Uint8Array(0x1_0000)

/** How many bits of a word's hash tell whether it may be one that is looked for. */
const HASH_MASK = 0xffff

/** Whether a character is a letter, a digit or `_`. */
export function isWordCode(code: number): boolean {
  let kind = KINDS[code]
  if (kind === 0) {
    kind = /[\p{L}\p{N}_]/u.test(String.fromCharCode(code)) ? 1 : 2
    KINDS[code] = kind
  }
  return kind === 1
}

/** Calls back for each place in a text where one of some words stands. */
export function createWordFinder(
  words: Iterable<string>,
): (text: string, found: (word: string, index: number) => void) => void {
  const known = new Set(words)
  const mayBe = new Uint8Array(HASH_MASK + 1)
  for (const word of known) mayBe[hashOf(word)] = 1
  return (text, found) => {
    let start = 0
    let hash = 0
    for (let index = 0; index <= text.length; index += 1) {
      const code = index < text.length ? text.charCodeAt(index) : 0
      if (isWordCode(code)) {
        hash = step(hash, code)
        continue
      }
      if (index > start && mayBe[hash] === 1) {
        const word = text.slice(start, index)
        if (known.has(word)) found(word, start)
      }
      start = index + 1
      hash = 0
    }
  }
}

function hashOf(word: string): number {
  let hash = 0
  for (let index = 0; index < word.length; index += 1) hash = step(hash, word.charCodeAt(index))
  return hash
}

function step(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) & HASH_MASK
}

/** Values that a run draws at random: two runs may differ in them and still say the same. */

/** Long words of letters and digits in both cases, as identifiers, codes, hashes and tokens are; no word of a text is one. */
const WORD = /[A-Za-z0-9_-]{20,}/g

/** A text with a mark in place of each drawn value. */
export function masked(text: string): string {
  return text.replace(WORD, (word) => (isDrawn(word) ? '…' : word))
}

/** Remembers which drawn value of one run stands for which of the other. */
export type Correspondence = (left: string, right: string) => boolean

/**
 * Creates the memory for one comparison: it is asked about the values of both runs in order. Texts correspond when they are
 * equal apart from drawn values, and these pair up as they did before: a new value may stand for a new one, but a value
 * that was the first one's partner is no longer anybody else's. So another `state` is noise, and a swapped one is not.
 */
export function createCorrespondence(): Correspondence {
  const there = new Map<string, string>()
  const here = new Map<string, string>()

  function pair(left: string, right: string): boolean {
    const [partner, owner] = [there.get(left), here.get(right)]
    if (partner === undefined && owner === undefined) {
      there.set(left, right)
      here.set(right, left)
      return true
    }
    return partner === right
  }

  return (left, right) => {
    if (masked(left) !== masked(right)) return false
    const rights = drawnIn(right)
    return drawnIn(left)
      .map((value, index) => pair(value, rights[index] ?? ''))
      .every(Boolean)
  }
}

function drawnIn(text: string): string[] {
  return (text.match(WORD) ?? []).filter(isDrawn)
}

function isDrawn(word: string): boolean {
  return /[a-z]/.test(word) && /[A-Z]/.test(word)
}

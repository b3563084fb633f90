/** What was sent against what was expected, character by character, and texts word by word. */
import { type Change, diffChars, diffWordsWithSpace } from 'diff'

/** A run of characters that both texts have, or that only this one has. */
export interface Run {
  readonly text: string
  readonly isDifferent: boolean
}

/** Both texts cut into runs. */
export interface Comparison {
  readonly sent: readonly Run[]
  readonly expected: readonly Run[]
  /** Position of the first difference, counted from 1; `undefined` when there is none, or nothing but difference. */
  readonly firstDifference: number | undefined
}

/** Longer texts, such as whole tokens, are compared only as a whole. */
const LONGEST = 600

/** Compares two texts. What has little in common, such as two hashes, is different as a whole: a character that both happen to have says nothing. */
export function compareCharacters(sent: string, expected: string): Comparison {
  return compare(sent, expected, diffChars)
}

/** Compares two texts of words, where a letter that two words share says nothing. */
export function compareWords(sent: string, expected: string): Comparison {
  return { ...compare(sent, expected, diffWordsWithSpace), firstDifference: undefined }
}

function compare(sent: string, expected: string, diff: (sent: string, expected: string) => Change[]): Comparison {
  const changes = sent.length + expected.length > LONGEST ? [] : diff(sent, expected)
  const shared = changes.reduce((sum, change) => sum + (isShared(change) ? change.value.length : 0), 0)
  const isAlike = shared > 0 && shared >= Math.max(sent.length, expected.length) / 2
  const whole = (text: string): Run[] => (text === '' ? [] : [{ text, isDifferent: sent !== expected }])
  return {
    sent: isAlike ? changes.filter(({ added }) => !added).map(toRun) : whole(sent),
    expected: isAlike ? changes.filter(({ removed }) => !removed).map(toRun) : whole(expected),
    firstDifference: isAlike ? firstDifference(sent, expected) : undefined,
  }
}

function isShared(change: { readonly added: boolean; readonly removed: boolean }): boolean {
  return !change.added && !change.removed
}

function toRun(change: { readonly value: string; readonly added: boolean; readonly removed: boolean }): Run {
  return { text: change.value, isDifferent: !isShared(change) }
}

function firstDifference(one: string, other: string): number | undefined {
  if (one === other) return undefined
  let index = 0
  while (index < one.length && one[index] === other[index]) index += 1
  return index + 1
}

/** What was sent against what was expected, character by character. */
import { diffChars } from 'diff'

/** A run of characters that both texts have, or that only this one has. */
export interface Run {
  readonly text: string
  readonly isDifferent: boolean
}

/** Both texts cut into runs. */
export interface Comparison {
  readonly sent: readonly Run[]
  readonly expected: readonly Run[]
  /** Position of the first difference, counted from 1; `undefined` when there is none. */
  readonly firstDifference: number | undefined
}

/** Longer texts, such as whole tokens, are compared only as a whole: their characters have nothing to do with each other. */
const LONGEST = 600

/** Compares two texts. */
export function compareCharacters(sent: string, expected: string): Comparison {
  const changes = sent.length + expected.length > LONGEST ? undefined : diffChars(sent, expected)
  return {
    sent: changes?.filter(({ added }) => !added).map(toRun) ?? [{ text: sent, isDifferent: sent !== expected }],
    expected: changes?.filter(({ removed }) => !removed).map(toRun) ?? [
      { text: expected, isDifferent: sent !== expected },
    ],
    firstDifference: firstDifference(sent, expected),
  }
}

function toRun(change: { readonly value: string; readonly added: boolean; readonly removed: boolean }): Run {
  return { text: change.value, isDifferent: change.added || change.removed }
}

function firstDifference(one: string, other: string): number | undefined {
  if (one === other) return undefined
  let index = 0
  while (index < one.length && one[index] === other[index]) index += 1
  return index + 1
}

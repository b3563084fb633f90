/** Comparing secrets in a time that does not tell where they differ. */
import { utf8 } from '../lib/encoding.ts'

/** Whether two secrets are the same. Its duration depends on the length of what was given, never on where it differs. */
export function isSameSecret(given: string, expected: string): boolean {
  const left = utf8(given)
  const right = utf8(expected)
  let difference = left.length ^ right.length
  left.forEach((byte, index) => {
    difference |= byte ^ (right[index] ?? 0)
  })
  return difference === 0
}

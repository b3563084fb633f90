/** User codes: short enough to type, hard enough to guess (RFC 8628 §6.1). */
import type { Environment } from '../environment.ts'
import type { DevicePolicy } from './policy.ts'

/** Upper-case letters without vowels, so that no word comes of it; digits alone for keypads. `group` is how many stand together. */
const alphabets = {
  letters: { characters: 'BCDFGHJKLMNPQRSTVWXZ', length: 8, group: 4 },
  digits: { characters: '0123456789', length: 9, group: 3 },
} as const satisfies Record<DevicePolicy['userCodeAlphabet'], unknown>

/** Draws a code: 34 bits of letters, or 30 of digits. Without separators. */
export function drawUserCode(alphabet: DevicePolicy['userCodeAlphabet'], environment: Environment): string {
  const { characters, length } = alphabets[alphabet]
  // A byte above the last whole multiple would make the first characters likelier than the others.
  const limit = 256 - (256 % characters.length)
  let code = ''
  while (code.length < length) {
    const [byte = limit] = environment.randomBytes(1, 'user_code')
    if (byte < limit) code += characters[byte % characters.length]
  }
  return code
}

/** The code as a device shows it: in groups, `WDJB-MJHT`. */
export function showUserCode(code: string, alphabet: DevicePolicy['userCodeAlphabet']): string {
  const { group } = alphabets[alphabet]
  return (code.match(new RegExp(`.{1,${group}}`, 'g')) ?? []).join('-')
}

/** What a person typed, as the server knows it: case, spaces and punctuation do not matter (RFC 8628 §6.1). */
export function readUserCode(typed: string): string {
  return typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
}

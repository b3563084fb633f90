/** Base32, the alphabet in which authenticator apps take their secrets (RFC 4648 §6). */

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The bytes of a base32 text. Spaces, case and padding do not matter: people type secrets. Throws a TypeError for any other character. */
export function fromBase32(text: string): Uint8Array<ArrayBuffer> {
  const bytes: number[] = []
  let [buffer, bits] = [0, 0]
  for (const character of text.replace(/[\s=]/g, '').toUpperCase()) {
    const value = alphabet.indexOf(character)
    if (value === -1) throw new TypeError(`${character} does not belong into a base32 text (RFC 4648 §6)`)
    buffer = ((buffer << 5) | value) & 0xfff
    bits += 5
    if (bits < 8) continue
    bits -= 8
    bytes.push((buffer >> bits) & 0xff)
  }
  return Uint8Array.from(bytes)
}

/** Reading DER, the encoding of certificates (ITU-T X.690): tag, length, value. What is malformed throws a RangeError. */

/** One value. `end` is where it ends in the bytes that it was read from. */
export interface DerValue {
  readonly tag: number
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly end: number
}

/** Reads the value that begins at an offset. */
export function readDer(source: Uint8Array<ArrayBuffer>, offset = 0): DerValue {
  const tag = at(source, offset)
  const first = at(source, offset + 1)
  // Below 128 it is the length, above it the number of bytes that say it (X.690, 8.1.3).
  const count = first < 0x80 ? 0 : first & 0x7f
  if (first === 0x80 || count > 4) throw new RangeError('a length that DER does not have')
  let length = count === 0 ? first : 0
  for (let index = 0; index < count; index++) length = length * 256 + at(source, offset + 2 + index)
  const start = offset + 2 + count
  const end = start + length
  if (end > source.length) throw new RangeError('a value that goes beyond the end')
  return { tag, bytes: source.subarray(start, end), end }
}

/** The values within a constructed one. */
export function derChildren({ bytes }: DerValue): DerValue[] {
  const children: DerValue[] = []
  for (let offset = 0; offset < bytes.length; offset = children.at(-1)?.end ?? bytes.length) {
    children.push(readDer(bytes, offset))
  }
  return children
}

/** An object identifier with dots, such as `2.5.4.3` (X.690, 8.19). */
export function objectIdentifier({ bytes }: DerValue): string {
  const numbers: number[] = []
  let number = 0
  for (const byte of bytes) {
    number = number * 128 + (byte & 0x7f)
    if (byte < 0x80) {
      numbers.push(number)
      number = 0
    }
  }
  const [first = 0, ...rest] = numbers
  const root = Math.min(Math.floor(first / 40), 2)
  return [root, first - 40 * root, ...rest].join('.')
}

/** The text of a string type; `#` and the bytes in hexadecimal of any other (RFC 4514 §2.4). */
export function derText({ tag, bytes }: DerValue): string {
  switch (tag) {
    case 0x0c:
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    // Printable, teletex and IA5 strings.
    case 0x13:
    case 0x14:
    case 0x16:
      return String.fromCharCode(...bytes)
    case 0x1e:
      return new TextDecoder('utf-16be', { fatal: true }).decode(bytes)
    default:
      return `#${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
  }
}

function at(source: Uint8Array, offset: number): number {
  const byte = source[offset]
  if (byte === undefined) throw new RangeError('the end came too early')
  return byte
}

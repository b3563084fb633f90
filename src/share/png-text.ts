/** Texts inside a PNG file (PNG Third Edition §11.3.3): one is put in, all are read, whichever of the three chunks a program made of them. */
import { fromUtf8, utf8 } from '../lib/encoding.ts'
import { inflateWithin } from './inflate.ts'

const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10]
/** Length, type and checksum of a chunk, in bytes. */
const [LENGTH, TYPE, CHECKSUM] = [4, 4, 4]
/** Where the first chunk ends: IHDR has 13 bytes (§11.2.1). */
const AFTER_HEADER = SIGNATURE.length + LENGTH + TYPE + 13 + CHECKSUM
/** Bytes of one text; a link has fewer (`link.ts`). */
const LONGEST_TEXT = 200_000

/** True for bytes that begin as PNG files do. */
export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => bytes[index] === byte)
}

/**
 * A PNG with a text more, in ASCII, under a keyword of 1 to 79 Latin characters: as `iTXt`, and as `tEXt` for programs that
 * know nothing else (ImageMagick 6). It stands before the pixels, so that a file that was cut off has it.
 */
export function withPngText(png: Uint8Array, keyword: string, text: string): Uint8Array<ArrayBuffer> {
  return join([
    png.subarray(0, AFTER_HEADER),
    // Not compressed, no language, no translated keyword.
    chunk(`iTXt${keyword}\0\0\0\0\0${text}`),
    chunk(`tEXt${keyword}\0${text}`),
    png.subarray(AFTER_HEADER),
  ])
}

/** A chunk (§5.3), from its type and its data. */
function chunk(typeAndData: string): Uint8Array {
  const data = utf8(typeAndData)
  const bytes = new Uint8Array(LENGTH + data.length + CHECKSUM)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, data.length - TYPE)
  bytes.set(data, LENGTH)
  view.setUint32(LENGTH + data.length, crc32(data))
  return bytes
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let start = 0
  for (const part of parts) {
    whole.set(part, start)
    start += part.length
  }
  return whole
}

/** Every text in a PNG, in order, without keywords. What cannot be read is left out; it never throws. */
export function pngTexts(png: Uint8Array): readonly string[] {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  const texts: string[] = []
  let start = SIGNATURE.length
  while (start + LENGTH + TYPE <= png.length) {
    const end = start + LENGTH + TYPE + view.getUint32(start)
    const type = latin1(png.subarray(start + LENGTH, start + LENGTH + TYPE))
    const text = end <= png.length ? textOf(type, png.subarray(start + LENGTH + TYPE, end)) : undefined
    if (text !== undefined) texts.push(text)
    start = end + CHECKSUM
  }
  return texts
}

function textOf(type: string, data: Uint8Array): string | undefined {
  const keyword = data.indexOf(0)
  if (keyword < 0) return undefined
  if (type === 'tEXt') return latin1(data.subarray(keyword + 1))
  if (type === 'zTXt') return latin1(inflated(data.subarray(keyword + 2)))
  if (type !== 'iTXt') return undefined
  const language = data.indexOf(0, keyword + 3)
  const translated = data.indexOf(0, language + 1)
  if (language < 0 || translated < 0) return undefined
  const text = data.subarray(translated + 1)
  try {
    return fromUtf8(data[keyword + 1] === 0 ? text : inflated(text))
  } catch {
    return undefined
  }
}

/** What a zlib stream (RFC 1950) holds: its header has two bytes, and no dictionary here. */
function inflated(stream: Uint8Array): Uint8Array {
  const result = inflateWithin(stream.subarray(2, -4), new Uint8Array(), LONGEST_TEXT)
  return 'bytes' in result ? result.bytes : new Uint8Array()
}

function latin1(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}

/** The checksum of a chunk's type and data (§D). */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}

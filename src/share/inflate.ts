/** Unpacks DEFLATE data (RFC 1951) of unknown origin without ever holding much more than the limit. */
import { Inflate } from 'fflate'

/** DEFLATE expands up to 1032-fold: so many input bytes at a time are some 260 kB of output between two checks. */
const CHUNK_BYTES = 256

/** What unpacking gave: the bytes, or which of the two things went wrong. */
export type Inflated = { readonly bytes: Uint8Array } | { readonly fault: 'damaged' | 'too_large' }

/** Unpacks `packed` with a preset dictionary, unless it becomes more than `limit` bytes. Never throws. */
export function inflateWithin(packed: Uint8Array, dictionary: Uint8Array, limit: number): Inflated {
  const pieces: Uint8Array[] = []
  let size = 0
  const stream = new Inflate({ dictionary }, (piece) => {
    size += piece.length
    pieces.push(piece)
  })
  try {
    for (let start = 0; start < packed.length; start += CHUNK_BYTES) {
      const end = start + CHUNK_BYTES
      stream.push(packed.subarray(start, end), end >= packed.length)
      if (size > limit) return { fault: 'too_large' }
    }
  } catch {
    return { fault: 'damaged' }
  }
  const bytes = new Uint8Array(size)
  let offset = 0
  for (const piece of pieces) {
    bytes.set(piece, offset)
    offset += piece.length
  }
  return { bytes }
}

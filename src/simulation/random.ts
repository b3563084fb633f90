/** Named random streams from one seed: one more draw by one consumer never shifts another's. Not for secrets outside of a simulation. */

/** Draws bytes from a stream. */
export type RandomBytes = (length: number, stream: string) => Uint8Array<ArrayBuffer>

/** All streams of one seed. The same seed, stream and order of draws give the same bytes on every machine. */
export function createRandom(seed: string): RandomBytes {
  const streams = new Map<string, () => number>()
  return (length, stream) => {
    let next = streams.get(stream)
    if (next === undefined) {
      next = sfc32(`${seed}/${stream}`)
      streams.set(stream, next)
    }
    const bytes = new Uint8Array(length)
    for (let index = 0; index < length; index++) bytes[index] = next() >>> 24
    return bytes
  }
}

/** The small fast counting generator (sfc32), seeded with four FNV-1a hashes of a text. Returns 32-bit integers. */
function sfc32(text: string): () => number {
  let [a, b, c, counter] = [fnv1a(`a${text}`), fnv1a(`b${text}`), fnv1a(`c${text}`), 1]
  const next = () => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return sum >>> 0
  }
  // The first outputs still resemble the seed.
  for (let round = 0; round < 15; round++) next()
  return next
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return hash | 0
}

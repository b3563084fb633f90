/** JSON as the payload of a link: packed by DEFLATE with a preset dictionary, as base64url. */
import { deflateSync } from 'fflate'
import { base64url, fromBase64url, fromUtf8, utf8 } from '../lib/encoding.ts'
import { inflateWithin } from './inflate.ts'
import { failure } from './problem.ts'

/** A format: its dictionary, and the most bytes of JSON that anybody makes of it. Frozen, since links are out in the world. */
export interface Packing {
  readonly dictionary: Uint8Array
  readonly maxBytes: number
}

/** Packs a value. The same value gives the same text on every machine. */
export function packJson(value: unknown, { dictionary }: Packing): string {
  return base64url(deflateSync(utf8(JSON.stringify(value)), { level: 9, dictionary }))
}

/** Unpacks what {@link packJson} wrote, without ever holding much more than the limit. Never throws. */
export function unpackJson(
  payload: string,
  { dictionary, maxBytes }: Packing,
): { readonly ok: true; readonly json: unknown } | ReturnType<typeof failure> {
  const packed = fromBase64url(payload)
  if (packed === undefined) return damaged('It contains characters that no link has.')
  const inflated = inflateWithin(packed, dictionary, maxBytes)
  if ('fault' in inflated) {
    return inflated.fault === 'damaged'
      ? damaged('Its end is missing, or something in it was changed.')
      : failure(
          'too_large',
          'The link unpacks to more than a megabyte. Nothing here is that long, so it was not made here.',
        )
  }
  const json = parseJson(inflated.bytes)
  return json === undefined ? damaged('Unpacked, it is not JSON.') : { ok: true, json }
}

function damaged(detail: string): ReturnType<typeof failure> {
  return failure('damaged', `The link was cut off or changed on the way. ${detail} Copy the whole link again.`)
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(fromUtf8(bytes))
  } catch {
    return undefined
  }
}

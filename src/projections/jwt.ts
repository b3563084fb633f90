/** A JSON Web Token read without verifying it: for looking at, never for deciding (RFC 7519 §7.2). */
import { fromBase64url, fromUtf8 } from '../lib/encoding.ts'
import type { Json } from '../lib/json.ts'

/** The parts of a JWS in compact serialisation. */
export interface DecodedJwt {
  readonly header: Readonly<Record<string, Json>>
  readonly claims: Readonly<Record<string, Json>>
  /** base64url. */
  readonly signature: string
}

/** Reads a token, or `undefined` when it is not three base64url parts of which the first two are JSON objects. */
export function decodeJwt(token: string): DecodedJwt | undefined {
  const [first = '', second = '', signature, ...rest] = token.split('.')
  if (signature === undefined || rest.length > 0 || fromBase64url(signature) === undefined) return undefined
  const header = decodePart(first)
  const claims = decodePart(second)
  return header && claims && { header, claims, signature }
}

function decodePart(part: string): Readonly<Record<string, Json>> | undefined {
  try {
    const bytes = fromBase64url(part)
    const value: unknown = bytes && JSON.parse(fromUtf8(bytes))
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
    return value as Readonly<Record<string, Json>>
  } catch {
    return undefined
  }
}

/** Keeps signatures out of what leaves the page: a token without one can be read, and used nowhere. */
import type { Trace } from '../simulation/types.ts'

/** What stands where a signature was. */
export const SIGNATURE_REMOVED = 'signature-removed'

/** A JWS in compact form (RFC 7515 §7.1): two parts that begin with `{"` in base64url, and the signature. */
const COMPACT_JWS = /\b(eyJ[\w-]+\.eyJ[\w-]+\.)[\w-]+/g

/** The trace with every signature replaced; the same trace again where it has none. */
export function withoutSignatures(trace: Trace): Trace {
  return JSON.parse(JSON.stringify(trace).replace(COMPACT_JWS, `$1${SIGNATURE_REMOVED}`)) as Trace
}

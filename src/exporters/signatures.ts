/** Keeps signatures out of what leaves the page: a token without one can be read, and used nowhere. */
import type { Recipe, Trace } from '../simulation/types.ts'

/** What stands where a signature was. */
export const SIGNATURE_REMOVED = 'signature-removed'

/** A JWS in compact form (RFC 7515 §7.1): two parts that begin with `{"` in base64url, and the signature. */
const COMPACT_JWS = /\b(eyJ[\w-]+\.eyJ[\w-]+\.)[\w-]+/g

/** A trace, or a recipe, with every signature replaced; plain JSON goes in and comes out. */
export function withoutSignatures<Value extends Trace | Recipe>(value: Value): Value {
  return JSON.parse(JSON.stringify(value).replace(COMPACT_JWS, `$1${SIGNATURE_REMOVED}`)) as Value
}

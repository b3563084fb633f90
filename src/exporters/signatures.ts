/** Keeps signatures out of what leaves the page: a token without one can be read, and used nowhere. */
import type { Recipe, Trace } from '../simulation/types.ts'

/** What stands where a signature was. */
export const SIGNATURE_REMOVED = 'signature-removed'

/** Parts with their dots, whole and without a condition: a pattern that can fail would try each place of a long text anew. */
const DOTTED = /[\w.-]+/g

/** A trace, or a recipe, with every signature replaced; plain JSON goes in and comes out. */
export function withoutSignatures<Value extends Trace | Recipe>(value: Value): Value {
  return JSON.parse(JSON.stringify(value).replace(DOTTED, withoutSignature)) as Value
}

/** Replaces what follows two parts that begin with `{"` in base64url: a JWS in compact form (RFC 7515 §7.1). */
function withoutSignature(dotted: string): string {
  if (!dotted.includes('.')) return dotted
  const parts = dotted.split('.')
  const isSignature = (index: number) =>
    /(?:^|-)eyJ/.test(parts[index - 2] ?? '') && (parts[index - 1] ?? '').startsWith('eyJ')
  return parts.map((part, index) => (isSignature(index) ? SIGNATURE_REMOVED : part)).join('.')
}

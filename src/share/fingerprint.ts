/** The fingerprint of a recorded run: two machines that show the same one have the same bytes, tokens included. */
import { utf8 } from '../lib/encoding.ts'
import type { Trace } from '../simulation/types.ts'

/** SHA-256 of the trace's JSON text, as 64 hexadecimal digits. */
export async function fingerprint(trace: Trace): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', utf8(JSON.stringify(trace)))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

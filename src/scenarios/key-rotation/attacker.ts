/** Somebody without a token: makes some up, each with a key id that nobody has. */
import { base64url } from 'jose'
import type { ServerGlobals } from '../../simulation/index.ts'

/** Whom the tokens pretend to come from, and where they go. */
export interface Forgery {
  readonly issuer: string
  readonly audience: string
  readonly url: string
}

/** Sends tokens one after the other. None is accepted; what counts is what each of them makes the service do. */
export async function sendInventedKeyIds(
  attacker: ServerGlobals,
  { issuer, audience, url }: Forgery,
  count: number,
): Promise<void> {
  // #region invented-key-ids
  for (let number = 1; number <= count; number++) {
    // The key is looked for before the signature can be checked, so that any will do.
    const parts = [
      JSON.stringify({ alg: 'RS256', typ: 'at+jwt', kid: `invented-${number}` }),
      JSON.stringify({ iss: issuer, aud: audience }),
      'no signature',
    ]
    await attacker.fetch(url, {
      headers: { authorization: `Bearer ${parts.map((part) => base64url.encode(part)).join('.')}` },
    })
  }
  // #endregion
}

/** Whether a token's signature is really the issuer's: checked here and now, with no clock. */
import { compactVerify, createLocalJWKSet, errors } from 'jose'
import type { SeenKeySet } from './key-sets.ts'

/** What came of the check, with a sentence. */
export interface Verdict {
  readonly outcome: 'verified' | 'wrong' | 'unknown'
  readonly message: string
}

/** Asymmetric algorithms: with these a public key can never be mistaken for a shared secret (RFC 8725 §2.1). */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519']

/** Verifies a JWS with a key set. Never rejects. */
export async function verifySignature(token: string, keySet: SeenKeySet | undefined): Promise<Verdict> {
  if (keySet === undefined) {
    return {
      outcome: 'unknown',
      message: 'No key set of the issuer has been sent up to this step.',
    }
  }
  try {
    const { protectedHeader } = await compactVerify(token, createLocalJWKSet(keySet.keys), { algorithms: ALGORITHMS })
    return {
      outcome: 'verified',
      message: `The signature is valid: ${protectedHeader.alg}, key ${protectedHeader.kid ?? 'without id'}, from ${keySet.source}.`,
    }
  } catch (error) {
    return { outcome: 'wrong', message: reasonOf(error, keySet.source) }
  }
}

function reasonOf(error: unknown, source: string): string {
  if (error instanceof errors.JWSSignatureVerificationFailed) {
    return `The signature is invalid: header and claims are not what the key in ${source} signed.`
  }
  if (error instanceof errors.JWKSNoMatchingKey) return `There is no key for this token in ${source}.`
  if (error instanceof errors.JOSEAlgNotAllowed) return 'The token asks for an algorithm that must not be accepted.'
  return `It cannot be verified: ${error instanceof Error ? error.message : String(error)}`
}

/** Time-based one-time passwords: what an authenticator app shows, and what the server compares (RFC 6238, RFC 4226). */

/** How long one code is shown, in seconds (RFC 6238 §5.2 recommends this size). */
export const totpStepSeconds = 30

/** The number of the step that a moment (epoch seconds) lies in: the T of RFC 6238 §4.2. */
export function totpStep(epochSeconds: number): number {
  return Math.floor(epochSeconds / totpStepSeconds)
}

/**
 * The code of a step: HMAC-SHA-1 of its number, dynamically truncated to decimal digits (RFC 4226 §5.3). SHA-1, because
 * that is what authenticator apps do; its collisions do not weaken an HMAC.
 */
export async function totpCode(secret: Uint8Array<ArrayBuffer>, step: number, digits = 6): Promise<string> {
  const counter = new DataView(new ArrayBuffer(8))
  counter.setBigUint64(0, BigInt(step))
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-1' }, false, ['sign'])
  const mac = new DataView(await crypto.subtle.sign('HMAC', key, counter))
  // The last four bits say where the 31 bits are taken from.
  const offset = mac.getUint8(mac.byteLength - 1) & 0x0f
  const number = mac.getUint32(offset) & 0x7fffffff
  return String(number % 10 ** digits).padStart(digits, '0')
}

/** Verifying what a passkey has signed: the checks of a relying party, one after the other (WebAuthn Level 3 §7.2). */
import type { JWK } from 'jose'
import { base64url, fromBase64url, fromUtf8, utf8 } from '../../lib/encoding.ts'
import { parseJsonObject } from '../../lib/json.ts'
import type { Environment } from '../environment.ts'
import { accept, refuse } from '../verdict.ts'

/** What a relying party keeps of a passkey since it was registered: its credential record (WebAuthn Level 3 §4). */
export interface PasskeyRecord {
  /** base64url. */
  readonly id: string
  /** `RS256` (COSE algorithm -257) or `EdDSA` on Ed25519 (-8). */
  readonly publicKey: JWK & { readonly alg: string }
  /** How often it had signed when it was used last; 0 where it does not count (WebAuthn Level 3 §6.1.1). */
  readonly signCount: number
}

/** What the browser gives to the page, as JSON: `AuthenticationResponseJSON` without what is not looked at here. Binary members are base64url. */
export interface PasskeyAnswer {
  readonly id: string
  readonly response: {
    readonly clientDataJSON: string
    readonly authenticatorData: string
    readonly signature: string
  }
}

/** What the answer must fit. */
export interface PasskeyExpectation {
  /** The challenge of this sign-in, base64url. The caller has to see that it is taken once. */
  readonly challenge: string
  /** URL origins of the pages that may ask; `any` breaks the rule and exists to show why it is there. */
  readonly origins: readonly string[] | 'any'
  readonly rpId: string
  readonly requiresUserVerification: boolean
}

/** Flags of the authenticator data (WebAuthn Level 3 §6.1). */
const FLAGS = { userPresent: 0x01, userVerified: 0x04, backupEligible: 0x08, backupState: 0x10 } as const
/** Hash of the RP ID, flags, counter: what each authenticator data has (WebAuthn Level 3 §6.1). */
const SHORTEST = 37

const CLAUSE = 'WebAuthn Level 3 §7.2'

interface Finding {
  readonly rule: string
  readonly clause?: string
  readonly holds: boolean
  /** What was found where it holds. */
  readonly good: string
  readonly bad: string
  readonly sent?: string | undefined
  readonly expected?: string
  readonly fix: string
}

/** Verifies an answer by the record of its passkey, and returns the counter to keep. Throws `access_denied` at the first rule that is broken. */
export async function verifyPasskey(
  { id, response }: PasskeyAnswer,
  record: PasskeyRecord,
  expected: PasskeyExpectation,
  environment: Pick<Environment, 'note'>,
): Promise<{ readonly signCount: number }> {
  function check({ rule, clause = CLAUSE, holds, good, bad, sent, expected: wanted, fix }: Finding): void {
    if (holds) {
      accept({ rule, clause }, good, environment)
      return
    }
    throw refuse(
      { rule, clause },
      { code: 'access_denied', message: bad, sent, ...(wanted !== undefined && { expected: wanted }), fix },
      environment,
    )
  }

  const clientData = fromBase64url(response.clientDataJSON) ?? new Uint8Array()
  const authenticatorData = fromBase64url(response.authenticatorData) ?? new Uint8Array()
  const signature = fromBase64url(response.signature) ?? new Uint8Array()
  const client = parseJsonObject(textOf(clientData)) ?? {}
  check({
    rule: 'passkey_answer',
    holds: id === record.id && Object.keys(client).length > 0 && authenticatorData.length >= SHORTEST,
    good: 'The answer can be read and names a passkey of this account.',
    bad: 'The answer cannot be read, or its passkey is not one of this account.',
    sent: id,
    expected: record.id,
    fix: 'Send what navigator.credentials.get() has returned, by toJSON().',
  })
  check({
    rule: 'passkey_type',
    holds: client.type === 'webauthn.get',
    good: 'It was made for a sign-in.',
    bad: 'What was signed is no sign-in: type is not webauthn.get.',
    sent: String(client.type),
    expected: 'webauthn.get',
    fix: 'Sign in by navigator.credentials.get().',
  })
  check({
    rule: 'passkey_challenge',
    holds: client.challenge === expected.challenge,
    good: 'The challenge is the one of this sign-in.',
    bad: 'The challenge is not the one of this sign-in: an answer from before, or of somebody else’s.',
    sent: String(client.challenge),
    expected: expected.challenge,
    fix: 'Ask for a new challenge and sign it once.',
  })
  if (expected.origins !== 'any') {
    check({
      rule: 'passkey_origin',
      holds: expected.origins.includes(String(client.origin)) && client.crossOrigin !== true,
      good: 'The page that asked is one of this app.',
      bad: 'The page that asked is not one of this app: somebody stands between the person and the app.',
      sent: String(client.origin),
      expected: expected.origins.join(' '),
      fix: 'Sign in at the app’s own address.',
    })
  }
  const rpIdHash = base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(expected.rpId))))
  const sentHash = base64url(authenticatorData.slice(0, 32))
  check({
    rule: 'passkey_rp_id',
    holds: sentHash === rpIdHash,
    good: `The passkey signed for ${expected.rpId}.`,
    bad: `The passkey did not sign for ${expected.rpId}.`,
    sent: sentHash,
    expected: rpIdHash,
    fix: 'Ask for the RP ID with which the passkey was registered.',
  })
  const flags = authenticatorData[32] ?? 0
  const has = (flag: number) => (flags & flag) !== 0
  check({
    rule: 'passkey_presence',
    holds: has(FLAGS.userPresent),
    good: 'Somebody was there and touched it (UP).',
    bad: 'Nobody has confirmed it: the flag UP is missing.',
    fix: 'Use an authenticator that asks for a gesture.',
  })
  check({
    rule: 'passkey_verification',
    holds: !expected.requiresUserVerification || has(FLAGS.userVerified),
    good: expected.requiresUserVerification
      ? 'The device has verified its user (UV).'
      : 'The user need not be verified.',
    bad: 'The device has not verified its user: the flag UV is missing.',
    fix: 'Unlock the passkey with a fingerprint, a face or a PIN.',
  })
  check({
    rule: 'passkey_backup',
    holds: has(FLAGS.backupEligible) || !has(FLAGS.backupState),
    good: 'The flags about copies do not contradict each other (BE, BS).',
    bad: 'A passkey that cannot be copied says that it has been: BS without BE.',
    fix: 'Use an authenticator that keeps to WebAuthn Level 3 §6.1.',
  })
  check({
    rule: 'passkey_signature',
    holds: await isSigned(concat(authenticatorData, await sha256(clientData)), signature, record.publicKey),
    good: 'The signature is that of the passkey.',
    bad: 'The signature is not that of the passkey.',
    fix: 'Send the answer as it came from the authenticator.',
  })
  const signCount = new DataView(authenticatorData.buffer).getUint32(33)
  check({
    rule: 'passkey_counter',
    clause: 'WebAuthn Level 3 §6.1.1',
    holds: (signCount === 0 && record.signCount === 0) || signCount > record.signCount,
    good: 'The counter has gone up, or the passkey does not count.',
    // It need not be refused (§7.2 leaves it to the relying party); this one does.
    bad: 'The counter has not gone up: there may be a copy of the passkey.',
    sent: String(signCount),
    expected: `more than ${record.signCount}`,
    fix: 'Find out whether there are two of it; register a new one.',
  })
  return { signCount }
}

/** RSASSA-PKCS1-v1_5 and Ed25519: what is signed twice gives the same bytes. Anything else is not accepted. */
const ALGORITHMS: Readonly<Record<string, { readonly name: string; readonly hash?: string }>> = {
  RS256: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  EdDSA: { name: 'Ed25519' },
}

async function isSigned(
  signed: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
  { alg, ...jwk }: PasskeyRecord['publicKey'],
): Promise<boolean> {
  const algorithm = ALGORITHMS[alg]
  if (algorithm === undefined) return false
  const key = await crypto.subtle.importKey('jwk', jwk as JsonWebKey, algorithm, false, ['verify'])
  return crypto.subtle.verify(algorithm.name, key, signature, signed)
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
}

function concat(one: Uint8Array<ArrayBuffer>, other: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return new Uint8Array([...one, ...other])
}

/** `''` for what is no text, and no JSON either. */
function textOf(bytes: Uint8Array): string {
  try {
    return fromUtf8(bytes)
  } catch {
    return ''
  }
}

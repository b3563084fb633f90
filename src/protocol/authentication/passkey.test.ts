import { expect, test } from 'vitest'
import { base64url, utf8 } from '../../lib/encoding.ts'
import type { Note } from '../environment.ts'
import { type PasskeyExpectation, type PasskeyRecord, verifyPasskey } from './passkey.ts'

const RS256 = {
  name: 'RSASSA-PKCS1-v1_5',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
  hash: 'SHA-256',
}
const rsa = await crypto.subtle.generateKey(RS256, true, ['sign', 'verify'])
const ed25519 = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair

const EXPECTED: PasskeyExpectation = {
  challenge: 'Y2hhbGxlbmdl',
  origins: ['https://app.example'],
  rpId: 'app.example',
  requiresUserVerification: true,
}

interface Signed {
  readonly client?: Readonly<Record<string, unknown>>
  readonly rpId?: string
  readonly flags?: number
  readonly signCount?: number
  readonly keys?: CryptoKeyPair
  /** The bytes that are sent as authenticator data, where they are not those that were signed. */
  readonly forgedFlags?: number
  readonly id?: string
}

/** What an authenticator would answer; what is not said is as it must be. */
async function answer({
  client,
  rpId = 'app.example',
  flags = 0x05,
  signCount = 8,
  keys = rsa,
  forgedFlags,
  id = 'one',
}: Signed) {
  const clientData = utf8(
    JSON.stringify({
      type: 'webauthn.get',
      challenge: 'Y2hhbGxlbmdl',
      origin: 'https://app.example',
      crossOrigin: false,
      ...client,
    }),
  )
  const data = new Uint8Array(37)
  data.set(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(rpId))))
  data[32] = flags
  new DataView(data.buffer).setUint32(33, signCount)
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', clientData))
  const signature = await crypto.subtle.sign(
    keys.privateKey.algorithm.name,
    keys.privateKey,
    new Uint8Array([...data, ...hash]),
  )
  if (forgedFlags !== undefined) data[32] = forgedFlags
  const [clientDataJSON, authenticatorData] = [clientData, data].map(base64url) as [string, string]
  return { id, response: { clientDataJSON, authenticatorData, signature: base64url(new Uint8Array(signature)) } }
}

async function record(keys: CryptoKeyPair, alg: string, signCount = 7): Promise<PasskeyRecord> {
  return {
    id: 'one',
    publicKey: { ...(await crypto.subtle.exportKey('jwk', keys.publicKey)), alg } as PasskeyRecord['publicKey'],
    signCount,
  }
}

/** The first rule that was broken; `undefined` for an answer that passes all of them. */
async function brokenRule(
  signed: Signed,
  expected: Partial<PasskeyExpectation> = {},
  signCount = 7,
): Promise<string | undefined> {
  const notes: Note[] = []
  const known = await record(rsa, 'RS256', signCount)
  const verdict = await verifyPasskey(
    await answer(signed),
    known,
    { ...EXPECTED, ...expected },
    { note: (note) => notes.push(note) },
  ).then(
    () => undefined,
    (error: unknown) => error,
  )
  const broken = notes.flatMap((note) => (note.type === 'check' && !note.passed ? [note.rule] : []))
  expect(broken).toHaveLength(verdict === undefined ? 0 : 1)
  return broken[0]
}

test('an answer to this sign-in passes, each rule is noted, and its counter is kept (WebAuthn Level 3 §7.2)', async () => {
  const notes: Note[] = []
  const kept = await verifyPasskey(await answer({}), await record(rsa, 'RS256'), EXPECTED, {
    note: (note) => notes.push(note),
  })
  expect(kept).toEqual({ signCount: 8 })
  expect(notes).toHaveLength(10)
  for (const note of notes)
    expect(note).toMatchObject({ type: 'check', passed: true, clause: expect.stringMatching(/^WebAuthn Level 3 §/) })
})

test('EdDSA is verified as RS256 is, and an algorithm that was not registered never (WebAuthn Level 3 §7.2)', async () => {
  const note = () => undefined
  const signed = await answer({ keys: ed25519 })
  expect(await verifyPasskey(signed, await record(ed25519, 'EdDSA'), EXPECTED, { note })).toEqual({ signCount: 8 })
  await expect(verifyPasskey(signed, await record(ed25519, 'none'), EXPECTED, { note })).rejects.toThrow(
    'not that of the passkey',
  )
})

test('only a sign-in is one: type is webauthn.get (WebAuthn Level 3 §7.2)', async () => {
  expect(await brokenRule({ client: { type: 'webauthn.create' } })).toBe('passkey_type')
})

test('the challenge is the one of this sign-in (WebAuthn Level 3 §7.2)', async () => {
  expect(await brokenRule({ client: { challenge: 'b3RoZXI' } })).toBe('passkey_challenge')
})

test('the origin is one that is expected, whole: no subdomain, no other port, no frame (WebAuthn Level 3 §7.2)', async () => {
  for (const origin of [
    'https://blog.app.example',
    'https://app.example:8443',
    'http://app.example',
    'https://app.example.evil.example',
  ]) {
    expect(await brokenRule({ client: { origin } })).toBe('passkey_origin')
  }
  expect(await brokenRule({ client: { crossOrigin: true } })).toBe('passkey_origin')
  expect(await brokenRule({ client: { origin: 'https://blog.app.example' } }, { origins: 'any' })).toBeUndefined()
})

test('the hash of the RP ID is the one that is expected (WebAuthn Level 3 §7.2)', async () => {
  expect(await brokenRule({ rpId: 'app-example.example' })).toBe('passkey_rp_id')
})

test('somebody was there, and was verified where that is required (WebAuthn Level 3 §7.2)', async () => {
  expect(await brokenRule({ flags: 0x04 })).toBe('passkey_presence')
  expect(await brokenRule({ flags: 0x01 })).toBe('passkey_verification')
  expect(await brokenRule({ flags: 0x01 }, { requiresUserVerification: false })).toBeUndefined()
})

test('what cannot be copied has not been: BS only with BE (WebAuthn Level 3 §7.2)', async () => {
  expect(await brokenRule({ flags: 0x15 })).toBe('passkey_backup')
  expect(await brokenRule({ flags: 0x1d })).toBeUndefined()
})

test('the signature covers the authenticator data and the client data (WebAuthn Level 3 §7.2)', async () => {
  expect(await brokenRule({ flags: 0x01, forgedFlags: 0x05 })).toBe('passkey_signature')
  expect(await brokenRule({ keys: ed25519 })).toBe('passkey_signature')
})

test('a counter goes up, unless the passkey does not count (WebAuthn Level 3 §6.1.1)', async () => {
  expect(await brokenRule({ signCount: 7 })).toBe('passkey_counter')
  expect(await brokenRule({ signCount: 0 })).toBe('passkey_counter')
  expect(await brokenRule({ signCount: 0 }, {}, 0)).toBeUndefined()
})

test('an answer of another passkey, or one that cannot be read, is refused before anything is compared (WebAuthn Level 3 §7.2)', async () => {
  expect(await brokenRule({ id: 'two' })).toBe('passkey_answer')
  const broken = { clientDataJSON: '%%', authenticatorData: 'AA', signature: '' }
  const verdict = verifyPasskey({ id: 'one', response: broken }, await record(rsa, 'RS256'), EXPECTED, {
    note: () => undefined,
  })
  await expect(verdict).rejects.toThrow('cannot be read')
})

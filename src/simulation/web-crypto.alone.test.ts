import { beforeEach, expect, test } from 'vitest'
import { forgetCrypto, watchCrypto } from './web-crypto.ts'

/** How often each operation was really done. */
const done: Record<string, number> = {}

const { prototype } = SubtleCrypto
for (const name of ['digest', 'importKey', 'sign', 'verify'] as const) {
  const operation: unknown = prototype[name]
  if (typeof operation !== 'function') throw new TypeError(`No ${name} here.`)
  Object.defineProperty(prototype, name, {
    configurable: true,
    value(this: unknown, ...parameters: unknown[]) {
      done[name] = (done[name] ?? 0) + 1
      return Reflect.apply(operation, this, parameters)
    },
  })
}
watchCrypto()

beforeEach(() => {
  forgetCrypto()
  for (const name of Object.keys(done)) done[name] = 0
})

const { subtle } = crypto
const bytes = (text: string) => new TextEncoder().encode(text)
const RSA = { modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' }
const rs256 = await subtle.generateKey({ name: 'RSASSA-PKCS1-v1_5', ...RSA }, true, ['sign', 'verify'])

test('an equal digest is computed once, and each who asks has bytes of their own', async () => {
  const one = new Uint8Array(await subtle.digest('SHA-256', bytes('abc')))
  one.fill(0)
  const again = new Uint8Array(await subtle.digest({ name: 'SHA-256' }, bytes('abc')))
  expect(done.digest).toBe(1)
  // FIPS 180-2, appendix B.1.
  expect(Buffer.from(again).toString('hex')).toMatch(/^ba7816bf8f01cfea414140de5dae2223/)
  again.fill(0)
  expect(new Uint8Array(await subtle.digest('SHA-256', bytes('abc')))[0]).toBe(0xba)
})

test('another input, algorithm or key is another operation', async () => {
  const other = await subtle.generateKey({ name: 'RSASSA-PKCS1-v1_5', ...RSA }, true, ['sign', 'verify'])
  const hex = async (signature: Promise<ArrayBuffer>) => Buffer.from(await signature).toString('hex')
  const digests = await Promise.all([
    hex(subtle.digest('SHA-256', bytes('a'))),
    hex(subtle.digest('SHA-512', bytes('a'))),
    hex(subtle.digest('SHA-256', new Uint8Array([0x80]))),
    hex(subtle.digest('SHA-256', new Uint8Array([0x81]))),
    hex(subtle.sign('RSASSA-PKCS1-v1_5', rs256.privateKey, bytes('a'))),
    hex(subtle.sign('RSASSA-PKCS1-v1_5', rs256.privateKey, bytes('b'))),
    hex(subtle.sign('RSASSA-PKCS1-v1_5', other.privateKey, bytes('a'))),
  ])
  expect(new Set(digests).size).toBe(7)
  expect(done).toMatchObject({ digest: 4, sign: 3 })
})

test('signs and verifies RS256 once, and a refusal stays a refusal of that signature alone', async () => {
  const sign = () => subtle.sign('RSASSA-PKCS1-v1_5', rs256.privateKey, bytes('claims'))
  const signature = await sign()
  expect(Buffer.from(await sign()).equals(Buffer.from(signature))).toBe(true)
  const verify = (text: string) => subtle.verify('RSASSA-PKCS1-v1_5', rs256.publicKey, signature, bytes(text))
  for (let round = 0; round < 2; round++) {
    expect(await verify('claims')).toBe(true)
    expect(await verify('other claims')).toBe(false)
  }
  expect(done).toMatchObject({ sign: 1, verify: 2 })
})

test('where signature and input meet does not move', async () => {
  const hmac = { name: 'HMAC', hash: 'SHA-256' }
  const key = await subtle.importKey('raw', bytes('a key of thirty-two bytes, or so.'), hmac, false, ['sign', 'verify'])
  const mac = new Uint8Array(await subtle.sign('HMAC', key, bytes('text')))
  expect(await subtle.verify('HMAC', key, mac, bytes('text'))).toBe(true)
  const moved = new Uint8Array([...mac, ...bytes('t')])
  expect(await subtle.verify('HMAC', key, moved, bytes('ext'))).toBe(false)
  expect(done.verify).toBe(2)
})

test.each([
  [
    { name: 'ECDSA', namedCurve: 'P-256' },
    { name: 'ECDSA', hash: 'SHA-256' },
  ],
  [
    { name: 'RSA-PSS', ...RSA },
    { name: 'RSA-PSS', saltLength: 32 },
  ],
])('random signatures are made each time: $name', async (kind, algorithm) => {
  const pair = (await subtle.generateKey(kind, true, ['sign', 'verify'])) as CryptoKeyPair
  const sign = async () => Buffer.from(await subtle.sign(algorithm, pair.privateKey, bytes('claims'))).toString('hex')
  expect(await sign()).not.toBe(await sign())
  expect(done.sign).toBe(2)
})

test('an equal JSON Web Key is imported once, whatever object it comes in; for another use it is another key', async () => {
  const jwk = await subtle.exportKey('jwk', rs256.publicKey)
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
  const key = await subtle.importKey('jwk', { ...jwk }, algorithm, true, ['verify'])
  expect(await subtle.importKey('jwk', { ...jwk }, algorithm, true, ['verify'])).toBe(key)
  expect((await subtle.importKey('jwk', jwk, algorithm, true, [])).usages).toEqual([])
  expect(done.importKey).toBe(2)
})

test('what fails is tried again, and fails again', async () => {
  const bad = () => subtle.importKey('raw', bytes(''), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  await expect(bad()).rejects.toThrow()
  await expect(bad()).rejects.toThrow()
  const misused = () => subtle.sign('RSASSA-PKCS1-v1_5', rs256.publicKey, bytes('a'))
  await expect(misused()).rejects.toThrow()
  await expect(misused()).rejects.toThrow()
  expect(done).toMatchObject({ importKey: 2, sign: 2 })
})

test('keeps two thousand results and the oldest goes first; long inputs are not kept', async () => {
  for (let number = 0; number <= 2000; number++) await subtle.digest('SHA-1', bytes(`${number}`))
  done.digest = 0
  await subtle.digest('SHA-1', bytes('2000'))
  await subtle.digest('SHA-1', bytes('1'))
  expect(done.digest).toBe(0)
  await subtle.digest('SHA-1', bytes('0'))
  expect(done.digest).toBe(1)
  for (let round = 0; round < 2; round++) await subtle.digest('SHA-1', new Uint8Array(5000))
  expect(done.digest).toBe(3)
})

import { expect, test, vi } from 'vitest'
import { standInForWebCrypto } from './web-crypto.ts'

const real = crypto.subtle
const realKey = CryptoKey
const RSA = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
const pair = await real.generateKey({ ...RSA, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) }, true, [
  'sign',
  'verify',
])
// Without `alg`, which is of one hash.
const { alg: _, ...privateJwk } = await real.exportKey('jwk', pair.privateKey)
const { alg: __, ...publicJwk } = await real.exportKey('jwk', pair.publicKey)
const bytes = (text: string) => new TextEncoder().encode(text)
const hex = (buffer: ArrayBuffer) => Buffer.from(buffer).toString('hex')

/** The trace of every outcome, with modules that have met no WebCrypto before. */
async function playAll(): Promise<Map<string, string>> {
  vi.resetModules()
  const { cases } = await import('../scenario-kit/played.fixture.ts')
  const { playOutcome } = await import('../scenario-kit/run.ts')
  const traces = new Map<string, string>()
  for (const { scenario, outcome } of cases) {
    const { trace } = await playOutcome(scenario, outcome)
    traces.set(`${scenario.id}/${outcome.id}`, JSON.stringify(trace))
  }
  return traces
}

// Before any run: a run watches the WebCrypto that it finds.
standInForWebCrypto()
const { subtle } = crypto
const importPrivate = () => subtle.importKey('jwk', privateJwk, RSA, false, ['sign'])
const importPublic = (hash = 'SHA-256') => subtle.importKey('jwk', publicJwk, { ...RSA, hash }, true, ['verify'])

test.each(['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'])(
  '%s, HMAC and RSA signatures are those of WebCrypto',
  async (hash) => {
    const text = bytes('a text of some length, '.repeat(40))
    expect(hex(await subtle.digest(hash, text))).toBe(hex(await real.digest(hash, text)))
    expect(hex(await subtle.digest({ name: hash }, new DataView(text.buffer, 3, 5)))).toBe(
      hex(await real.digest(hash, text.slice(3, 8))),
    )
    const secret = bytes('a key that is longer than a block of any of these hashes: '.repeat(3))
    const ours = await subtle.importKey('raw', secret, { name: 'HMAC', hash }, false, ['sign', 'verify'])
    const theirs = await real.importKey('raw', secret, { name: 'HMAC', hash }, false, ['sign'])
    const mac = await subtle.sign('HMAC', ours, text)
    expect(hex(mac)).toBe(hex(await real.sign('HMAC', theirs, text)))
    expect(await subtle.verify('HMAC', ours, mac, text)).toBe(true)
    expect(await subtle.verify('HMAC', ours, mac, text.slice(1))).toBe(false)
    expect(await subtle.verify('HMAC', ours, mac.slice(1), text)).toBe(false)

    const key = await subtle.importKey('jwk', privateJwk, { ...RSA, hash }, false, ['sign'])
    const realOne = await real.importKey('jwk', privateJwk, { ...RSA, hash }, false, ['sign'])
    const signature = await subtle.sign(RSA.name, key, text)
    expect(hex(signature)).toBe(hex(await real.sign(RSA.name, realOne, text)))
    expect(await subtle.verify(RSA.name, await importPublic(hash), signature, text)).toBe(true)
  },
)

test('a signature that is changed, too short, too large or of another hash is refused, not an error', async () => {
  const signature = new Uint8Array(await subtle.sign(RSA.name, await importPrivate(), bytes('claims')))
  const isValid = async (given: Uint8Array<ArrayBuffer>, text = 'claims', hash = 'SHA-256') =>
    subtle.verify(RSA.name, await importPublic(hash), given, bytes(text))
  expect(await isValid(signature)).toBe(true)
  expect(await isValid(signature, 'other claims')).toBe(false)
  expect(await isValid(signature, 'claims', 'SHA-512')).toBe(false)
  expect(await isValid(signature.with(10, (signature[10] ?? 0) ^ 1))).toBe(false)
  expect(await isValid(signature.slice(1))).toBe(false)
  expect(await isValid(new Uint8Array(0))).toBe(false)
  expect(await isValid(new Uint8Array(256).fill(255))).toBe(false)
})

test('a key shows what libraries look at', async () => {
  const key = await importPrivate()
  const theirs = await real.importKey('jwk', privateJwk, RSA, false, ['sign'])
  for (const property of ['type', 'extractable', 'algorithm', 'usages'] as const)
    expect(key[property]).toEqual(theirs[property])
  expect(Object.prototype.toString.call(key)).toBe('[object CryptoKey]')
  expect(key).toBeInstanceOf(CryptoKey)
  expect(theirs).toBeInstanceOf(realKey)
})

test('a public key is exported with the numbers that WebCrypto exports, a private one that is not extractable never', async () => {
  const theirs = await real.importKey('jwk', publicJwk, RSA, true, ['verify'])
  const { kty, n, e } = await real.exportKey('jwk', theirs)
  expect(await subtle.exportKey('jwk', await importPublic())).toMatchObject({ kty, n, e })
  expect(await subtle.exportKey('spki', await importPublic())).toEqual(await real.exportKey('spki', theirs))
  await expect(subtle.exportKey('jwk', await importPrivate())).rejects.toMatchObject({ name: 'InvalidAccessError' })
  // Node has called this one by another name.
  const own = await real.importKey('jwk', privateJwk, RSA, false, ['sign'])
  await expect(real.exportKey('jwk', own)).rejects.toThrow()
})

test.each<[string, () => Promise<unknown>, string]>([
  [
    'another algorithm',
    () => subtle.importKey('jwk', publicJwk, { name: 'RSA-PSS', hash: 'SHA-256' }, true, ['verify']),
    'NotSupportedError',
  ],
  ['another hash', () => subtle.digest('MD5', bytes('')), 'NotSupportedError'],
  ['a key of another kind', () => subtle.importKey('jwk', { kty: 'EC' }, RSA, true, ['verify']), 'DataError'],
  [
    'a key without its modulus',
    () => subtle.importKey('jwk', { kty: 'RSA', e: 'AQAB' }, RSA, true, ['verify']),
    'DataError',
  ],
  [
    'an empty secret',
    () => subtle.importKey('raw', bytes(''), { name: 'HMAC', hash: 'SHA-1' }, false, ['sign']),
    'DataError',
  ],
  ['a public key that is to sign', () => subtle.importKey('jwk', publicJwk, RSA, true, ['sign']), 'SyntaxError'],
  [
    'signing with a public key',
    async () => subtle.sign(RSA.name, await importPublic(), bytes('')),
    'InvalidAccessError',
  ],
  [
    'verifying as another algorithm',
    async () => subtle.verify('HMAC', await importPublic(), bytes(''), bytes('')),
    'InvalidAccessError',
  ],
])('%s is the error of WebCrypto', async (_, operation, name) => {
  await expect(operation()).rejects.toMatchObject({ name })
})

test('every outcome leaves the bytes that it leaves with WebCrypto', async () => {
  const signed = vi.spyOn(Object.getPrototypeOf(subtle), 'sign')
  const withStandIn = await playAll()
  expect(signed.mock.calls.length).toBeGreaterThan(50)
  Object.defineProperty(crypto, 'subtle', { value: real, configurable: true })
  vi.stubGlobal('CryptoKey', realKey)
  const withWebCrypto = await playAll()
  expect(withStandIn.size).toBeGreaterThanOrEqual(143)
  for (const [outcome, trace] of withStandIn) expect(trace === withWebCrypto.get(outcome), outcome).toBe(true)
  expect(withStandIn.size).toBe(withWebCrypto.size)
}, 120_000)

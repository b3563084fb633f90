/**
 * Stands in for WebCrypto where a browser gives a page none: over plain HTTP, and in frames of such pages. It knows what
 * runs use, which is hashes, HMAC and RSASSA-PKCS1-v1_5, and refuses the rest. Not constant-time: for keys that are public anyway.
 */
import { hmac } from '@noble/hashes/hmac.js'
import { sha1 } from '@noble/hashes/legacy.js'
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js'
import { PKCS1_SHA1, PKCS1_SHA256, PKCS1_SHA384, PKCS1_SHA512 } from 'micro-rsa-dsa-dh/rsa.js'
import { base64url, fromBase64url } from '../lib/encoding.ts'

const HASHES = {
  'SHA-1': { hash: sha1, rsa: PKCS1_SHA1 },
  'SHA-256': { hash: sha256, rsa: PKCS1_SHA256 },
  'SHA-384': { hash: sha384, rsa: PKCS1_SHA384 },
  'SHA-512': { hash: sha512, rsa: PKCS1_SHA512 },
} as const
type HashName = keyof typeof HASHES

/** What a key is made of: bytes for HMAC, numbers for RSA (RFC 8017 §3). */
type Material =
  | { readonly bytes: Uint8Array }
  | { readonly n: bigint; readonly e: bigint; readonly d?: bigint | undefined }

interface KeyFacts {
  readonly type: KeyType
  readonly extractable: boolean
  readonly algorithm: HmacKeyAlgorithm | RsaHashedKeyAlgorithm
  readonly usages: KeyUsage[]
}

/** The interface `CryptoKey`. Libraries look at its facts; what it is made of lies open, as these keys do in the source. */
class Key implements CryptoKey {
  readonly type: KeyType
  readonly extractable: boolean
  readonly algorithm: HmacKeyAlgorithm | RsaHashedKeyAlgorithm
  readonly usages: KeyUsage[]
  readonly hash: HashName
  readonly material: Material

  constructor(facts: KeyFacts, hash: HashName, material: Material) {
    this.type = facts.type
    this.extractable = facts.extractable
    this.algorithm = facts.algorithm
    this.usages = facts.usages
    this.hash = hash
    this.material = material
  }

  get [Symbol.toStringTag]() {
    return 'CryptoKey'
  }
}

/** The part of `SubtleCrypto` that runs use; parameters, results and names of errors are those of Web Cryptography Level 2. */
class Subtle implements Pick<SubtleCrypto, 'digest' | 'sign' | 'verify'> {
  async digest(algorithm: AlgorithmIdentifier, data: BufferSource): Promise<ArrayBuffer> {
    return bufferOf(HASHES[hashName(algorithm)].hash(bytesOf(data)))
  }

  async importKey(
    format: KeyFormat,
    data: BufferSource | JsonWebKey,
    algorithm: AlgorithmIdentifier | HmacImportParams | RsaHashedImportParams,
    extractable: boolean,
    usages: KeyUsage[],
  ): Promise<CryptoKey> {
    const name = nameOf(algorithm)
    const hash = hashName(typeof algorithm === 'object' && 'hash' in algorithm ? algorithm.hash : undefined)
    const shown = { name, hash: { name: hash } }
    if (name === 'HMAC' && format === 'raw' && isBytes(data)) {
      const bytes = bytesOf(data).slice()
      if (bytes.length === 0) throw new DOMException('An HMAC key is not empty.', 'DataError')
      assertUsages(usages, ['sign', 'verify'], 'secret')
      const facts: KeyFacts = { type: 'secret', extractable, algorithm: { ...shown, length: bytes.length * 8 }, usages }
      return new Key(facts, hash, { bytes })
    }
    if (name === 'RSASSA-PKCS1-v1_5' && format === 'jwk' && !isBytes(data)) {
      const material = rsaNumbers(data)
      const type = material.d === undefined ? 'public' : 'private'
      assertUsages(usages, [type === 'public' ? 'verify' : 'sign'], type)
      const modulusLength = material.n.toString(2).length
      const publicExponent = fromBase64url(data.e ?? '') ?? new Uint8Array()
      return new Key(
        { type, extractable, algorithm: { ...shown, modulusLength, publicExponent }, usages },
        hash,
        material,
      )
    }
    throw unknown(`${name} keys as ${format}`)
  }

  async exportKey(format: KeyFormat, key: CryptoKey): Promise<JsonWebKey | ArrayBuffer> {
    if (!(key instanceof Key)) throw new TypeError('This is no key of this page.')
    if (!key.extractable) throw misuse('export')
    const isKnown = format === 'jwk' || format === 'spki'
    if (!isKnown || key.type !== 'public' || 'bytes' in key.material) throw unknown(`${format} of a ${key.type} key`)
    const { n, e } = key.material
    if (format === 'spki') return bufferOf(rsaSpki(n, e))
    return { kty: 'RSA', n: textOf(n), e: textOf(e), key_ops: [...key.usages], ext: true }
  }

  async sign(algorithm: AlgorithmIdentifier, key: CryptoKey, data: BufferSource): Promise<ArrayBuffer> {
    const { hash, rsa, material } = keyFor('sign', algorithm, key)
    if ('bytes' in material) return bufferOf(hmac(hash, material.bytes, bytesOf(data)))
    const { n, d } = material
    if (d === undefined) throw misuse('sign')
    return bufferOf(rsa.sign({ n, d }, bytesOf(data)))
  }

  async verify(
    algorithm: AlgorithmIdentifier,
    key: CryptoKey,
    signature: BufferSource,
    data: BufferSource,
  ): Promise<boolean> {
    const { hash, rsa, material } = keyFor('verify', algorithm, key)
    const given = bytesOf(signature)
    if (!('bytes' in material)) return rsa.verify(material, bytesOf(data), given)
    const right = hmac(hash, material.bytes, bytesOf(data))
    return given.length === right.length && given.every((byte, index) => byte === right[index])
  }
}

/** Puts the stand-in where libraries look for WebCrypto: `crypto.subtle` and the interface of its keys. */
export function standInForWebCrypto(): void {
  Object.defineProperty(globalThis.crypto, 'subtle', { value: new Subtle(), configurable: true })
  Object.defineProperty(globalThis, 'CryptoKey', { value: Key, configurable: true, writable: true })
}

function assertUsages(usages: readonly KeyUsage[], possible: readonly KeyUsage[], type: KeyType): void {
  if (usages.some((usage) => !possible.includes(usage)) || (type !== 'public' && usages.length === 0))
    throw new DOMException(`A ${type} key is for: ${possible.join(', ')}.`, 'SyntaxError')
}

function keyFor(usage: 'sign' | 'verify', algorithm: AlgorithmIdentifier, key: CryptoKey) {
  if (!(key instanceof Key)) throw new TypeError('This is no key of this page.')
  if (nameOf(algorithm) !== key.algorithm.name || !key.usages.includes(usage)) throw misuse(usage)
  return { ...HASHES[key.hash], material: key.material }
}

function nameOf(algorithm: AlgorithmIdentifier): string {
  return typeof algorithm === 'string' ? algorithm : algorithm.name
}

function hashName(algorithm: AlgorithmIdentifier | undefined): HashName {
  const name = algorithm === undefined ? 'no hash' : nameOf(algorithm)
  if (!isHashName(name)) throw unknown(name)
  return name
}

function isHashName(name: string): name is HashName {
  return Object.hasOwn(HASHES, name)
}

function isBytes(data: BufferSource | JsonWebKey): data is BufferSource {
  return data instanceof ArrayBuffer || ArrayBuffer.isView(data)
}

function bytesOf(data: BufferSource): Uint8Array {
  return data instanceof ArrayBuffer
    ? new Uint8Array(data)
    : new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
}

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer
}

/** The numbers of an RSA key (RFC 7518 §6.3). */
function rsaNumbers({ kty, n, e, d }: JsonWebKey) {
  if (kty !== 'RSA') throw new DOMException('The key is not one of RSA.', 'DataError')
  return { n: numberOf(n), e: numberOf(e), d: d === undefined ? undefined : numberOf(d) }
}

/** Base64urlUInt (RFC 7518 §2). */
function numberOf(text = ''): bigint {
  const bytes = fromBase64url(text)
  if (bytes === undefined || bytes.length === 0) throw new DOMException('A number of the key is missing.', 'DataError')
  return BigInt(`0x${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`)
}

function textOf(number: bigint): string {
  return base64url(octetsOf(number))
}

function octetsOf(number: bigint): Uint8Array<ArrayBuffer> {
  const digits = number.toString(16)
  const octets = (digits.length % 2 === 0 ? digits : `0${digits}`).match(/../g) ?? []
  return Uint8Array.from(octets, (octet) => Number.parseInt(octet, 16))
}

/** A public key as SubjectPublicKeyInfo (RFC 5280 §4.1), in DER. */
function rsaSpki(n: bigint, e: bigint): Uint8Array {
  const integer = (number: bigint) => {
    const octets = octetsOf(number)
    // A first bit that is set would be a minus.
    return der(0x02, octets[0] !== undefined && octets[0] > 0x7f ? [0, ...octets] : [...octets])
  }
  const key = der(0x30, [...integer(n), ...integer(e)])
  return Uint8Array.from(der(0x30, [...RSA_ENCRYPTION, ...der(0x03, [0, ...key])]))
}

/** The algorithm rsaEncryption, 1.2.840.113549.1.1.1, with NULL for its parameters. */
const RSA_ENCRYPTION = [0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00]

function der(tag: number, content: readonly number[]): number[] {
  const { length } = content
  if (length < 0x80) return [tag, length, ...content]
  const size = octetsOf(BigInt(length))
  return [tag, 0x80 + size.length, ...size, ...content]
}

function unknown(what: string): DOMException {
  return new DOMException(`Without HTTPS or localhost this page has no ${what}.`, 'NotSupportedError')
}

function misuse(usage: KeyUsage | 'export'): DOMException {
  return new DOMException(`This key is not to ${usage} with.`, 'InvalidAccessError')
}

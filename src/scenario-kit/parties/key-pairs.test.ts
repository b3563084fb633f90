import { expect, test } from 'vitest'
import { createKeyStore, withKey } from './key-pairs.ts'
import { PAGE_KEY } from './page-keys.ts'

const ALGORITHM = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
}
const real = { subtle: crypto.subtle, getRandomValues: <Bytes>(array: Bytes) => array, randomUUID: () => 'a uuid' }
const waiting = { pending: <Result>(work: Promise<Result>) => work }
const pair = await withKey(waiting, real, 'PAGE_KEY').subtle.generateKey(ALGORITHM, false, ['sign', 'verify'])

test('a key that is made signs, and its public half checks the signature', async () => {
  const text = new TextEncoder().encode('a request')
  const signature = await crypto.subtle.sign(ALGORITHM.name, pair.privateKey, text)
  expect(await crypto.subtle.verify(ALGORITHM.name, pair.publicKey, signature, text)).toBe(true)
})

test('no script can export a private key that is not extractable, and every one the public key', async () => {
  expect(pair.privateKey.extractable).toBe(false)
  await expect(crypto.subtle.exportKey('jwk', pair.privateKey)).rejects.toThrow()
  const { kty, n, e, d } = await crypto.subtle.exportKey('jwk', pair.publicKey)
  expect({ kty, n, e, d }).toEqual({ kty: 'RSA', n: PAGE_KEY.n, e: PAGE_KEY.e, d: undefined })
})

test('the same key is made each time, and another one for somebody else', async () => {
  const modulusOf = async (whose: 'PAGE_KEY' | 'THIEF_KEY') => {
    const { subtle } = withKey(waiting, real, whose)
    const { publicKey } = await subtle.generateKey(ALGORITHM, false, ['sign', 'verify'])
    return (await subtle.exportKey('jwk', publicKey)).n
  }
  expect(await modulusOf('PAGE_KEY')).toBe(await modulusOf('PAGE_KEY'))
  expect(await modulusOf('PAGE_KEY')).not.toBe(await modulusOf('THIEF_KEY'))
})

test('a store gives back what was put in, and tells no more of it than that it is there', async () => {
  const store = createKeyStore()
  expect(await store.get('key')).toBeUndefined()
  await store.set('key', pair)
  expect(await store.get('key')).toBe(pair)
  expect(store.snapshot()).toEqual({ key: 'private key, not extractable' })
})

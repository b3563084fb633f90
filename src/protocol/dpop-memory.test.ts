import { expect, test } from 'vitest'
import { createDpopMemory } from './dpop-memory.ts'
import { createReplayCache } from './replay-cache.ts'

test('a key is taken once until it expires, then forgotten (RFC 9449 §11.1)', () => {
  const cache = createReplayCache()
  expect(cache.take('a', 10, 0)).toBe(true)
  expect(cache.take('a', 10, 9)).toBe(false)
  expect(cache.take('a', 20, 10)).toBe(true)
  for (let index = 0; index < 1000; index++) cache.take(`flood-${index}`, 15, 11)
  expect(cache.size()).toBe(1001)
  cache.take('b', 30, 20)
  expect(cache.size()).toBe(1)
})

test('a jti counts for its target (RFC 9449 §11.1)', () => {
  const memory = createDpopMemory()
  expect(memory.takeProof({ jti: '1', target: 'https://a.example/' }, 10, 0)).toBe(true)
  expect(memory.takeProof({ jti: '1', target: 'https://b.example/' }, 10, 0)).toBe(true)
  expect(memory.takeProof({ jti: '1', target: 'https://a.example/' }, 10, 0)).toBe(false)
})

test('a nonce is handed out for a minute and known for two (RFC 9449 §8.2)', () => {
  const memory = createDpopMemory()
  let count = 0
  const at = (now: number) => ({
    now: () => now,
    randomBytes: (length: number) => new Uint8Array(length).fill(count++),
  })
  const first = memory.nonce(at(0))
  expect(memory.nonce(at(59))).toBe(first)
  const second = memory.nonce(at(60))
  expect(second).not.toBe(first)
  expect([memory.knowsNonce(first, 119), memory.knowsNonce(first, 120)]).toEqual([true, false])
  memory.nonce(at(120))
  memory.nonce(at(180))
  expect(memory.knowsNonce(second, 180)).toBe(false)
  expect(memory.knowsNonce('invented', 0)).toBe(false)
})

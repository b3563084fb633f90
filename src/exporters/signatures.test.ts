import { expect, test } from 'vitest'
import type { Trace } from '../simulation/types.ts'
import { SIGNATURE_REMOVED, withoutSignatures } from './signatures.ts'

const HEADER = 'eyJhbGciOiJSUzI1NiJ9'
const CLAIMS = 'eyJzdWIiOiJhZGEifQ'

function noting(message: string): Trace {
  const note = { type: 'check', rule: 'r', clause: 'policy', passed: true, message } as const
  return [{ type: 'note', step: 0, time: 0, actor: 'as', note }]
}

test('replaces the signature of every compact JWS (RFC 7515 §7.1) and keeps what it signs', () => {
  const trace = noting(`Bearer ${HEADER}.${CLAIMS}.c2ln-_A&id_token=${HEADER}.${CLAIMS}.QUJD`)
  const expected = `Bearer ${HEADER}.${CLAIMS}.${SIGNATURE_REMOVED}&id_token=${HEADER}.${CLAIMS}.${SIGNATURE_REMOVED}`
  expect(withoutSignatures(trace)).toEqual(noting(expected))
})

test('leaves opaque tokens and host names alone', () => {
  const trace = noting('rt-1.abc.def at auth.example.com with v1.2.3')
  expect(withoutSignatures(trace)).toEqual(trace)
})

test('a megabyte of beginnings of tokens takes time in proportion', () => {
  const text = '-eyJ'.repeat(250_000)
  expect(withoutSignatures([{ text }] as never)).toEqual([{ text }])
})

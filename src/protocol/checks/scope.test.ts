import { expect, test } from 'vitest'
import { createEnvironment } from '../environment.ts'
import { resolveClient } from '../state/config.ts'
import { allowedScope, checkNarrowerScope, checkScope } from './scope.ts'

const offered = ['openid', 'email', 'offline_access', 'notes.read', 'notes.write']
const client = resolveClient({ client_id: 'app', scope: 'openid notes.read unknown' })
const allowed = allowedScope(client, offered)
const silent = createEnvironment()

test('allows what is both registered and offered (RFC 6749 §3.3)', () => {
  expect(allowed).toEqual(['openid', 'notes.read'])
  expect(checkScope('notes.read openid notes.read', { client, allowed }, silent)).toEqual(['notes.read', 'openid'])
})

test('allows everything on offer to a client that registered no scope (RFC 7591 §2)', () => {
  expect(allowedScope(resolveClient({ client_id: 'any' }), offered)).toEqual(offered)
})

test.each(['notes.write', 'unknown', 'openid"', 'NOTES.READ'])(
  'refuses the scope %s with invalid_scope (RFC 6749 §3.3)',
  (scope) => {
    expect(() => checkScope(scope, { client, allowed }, silent)).toThrow(
      expect.objectContaining({ code: 'invalid_scope' }),
    )
  },
)

test('without a scope gives what is registered and no OpenID Connect scope (RFC 6749 §3.3)', () => {
  expect(checkScope(undefined, { client, allowed }, silent)).toEqual(['notes.read'])
})

test('lets a refresh narrow the scope and never widen it (RFC 6749 §6)', () => {
  const granted = ['openid', 'notes.read']
  expect(checkNarrowerScope('notes.read', granted, silent)).toEqual(['notes.read'])
  expect(checkNarrowerScope(undefined, granted, silent)).toEqual(granted)
  expect(() => checkNarrowerScope('notes.write', granted, silent)).toThrow(
    expect.objectContaining({ code: 'invalid_scope' }),
  )
})

import { expect, test } from 'vitest'
import { type CheckNote, createEnvironment, type Note } from '../environment.ts'
import { challengeOf, checkChallenge, checkVerifier } from './pkce.ts'

// RFC 7636 Appendix B.
const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'
const silent = createEnvironment()

function ask(
  parameters: Record<string, string>,
  policy: Parameters<typeof checkChallenge>[1]['policy'],
  isPublic = true,
) {
  return checkChallenge(new Map(Object.entries(parameters)), { isPublic, policy }, silent)
}

async function failedNote(run: (environment: typeof silent) => Promise<void>): Promise<CheckNote | undefined> {
  const notes: Note[] = []
  await run(createEnvironment({ note: (note) => notes.push(note) })).catch(() => undefined)
  return notes.filter((note) => note.type === 'check').find((note) => !note.passed)
}

test('computes the S256 challenge of the published verifier (RFC 7636 Appendix B)', async () => {
  expect(await challengeOf(verifier)).toBe(challenge)
})

test('accepts a well-formed S256 challenge and returns it (RFC 7636 §4.3)', () => {
  expect(ask({ code_challenge: challenge, code_challenge_method: 'S256' }, 'required')).toBe(challenge)
})

test.each([
  ['a public client without a challenge (RFC 9700 §2.1.1)', {}],
  ['plain by name (RFC 9700 §2.1.1)', { code_challenge: challenge, code_challenge_method: 'plain' }],
  ['plain by default (RFC 7636 §4.3)', { code_challenge: challenge }],
  ['a method without a challenge (RFC 7636 §4.3)', { code_challenge_method: 'S256' }],
  ['a challenge of 42 characters (RFC 7636 §4.2)', { code_challenge: 'a'.repeat(42), code_challenge_method: 'S256' }],
  ['a challenge of 129 characters (RFC 7636 §4.2)', { code_challenge: 'a'.repeat(129), code_challenge_method: 'S256' }],
  ['a reserved character (RFC 7636 §4.2)', { code_challenge: `${'a'.repeat(43)}=`, code_challenge_method: 'S256' }],
])('refuses %s as invalid_request', (_, parameters) => {
  expect(() => ask(parameters, 'public_clients')).toThrow(expect.objectContaining({ code: 'invalid_request' }))
})

test('asks a confidential client for a challenge where the policy says required (policy)', () => {
  expect(ask({}, 'public_clients', false)).toBeUndefined()
  expect(() => ask({}, 'required', false)).toThrow(expect.objectContaining({ code: 'invalid_request' }))
})

test('asks nobody where the policy says optional, and still refuses a malformed challenge (policy)', () => {
  expect(ask({}, 'optional')).toBeUndefined()
  expect(() => ask({ code_challenge: 'short', code_challenge_method: 'S256' }, 'optional')).toThrow('malformed')
})

test('ignores challenge and verifier where the policy is a server without PKCE (policy)', async () => {
  expect(ask({ code_challenge: challenge, code_challenge_method: 'S256' }, 'unsupported')).toBeUndefined()
  await expect(
    checkVerifier('anything', { challenge: undefined, policy: 'unsupported' }, silent),
  ).resolves.toBeUndefined()
})

test('accepts the verifier of the challenge (RFC 7636 §4.6)', async () => {
  await expect(checkVerifier(verifier, { challenge, policy: 'required' }, silent)).resolves.toBeUndefined()
})

test('refuses a wrong verifier with invalid_grant and compares the hashes (RFC 7636 §4.6)', async () => {
  const wrong = verifier.replace('d', 'e')
  await expect(checkVerifier(wrong, { challenge, policy: 'required' }, silent)).rejects.toMatchObject({
    code: 'invalid_grant',
  })
  const note = await failedNote((environment) => checkVerifier(wrong, { challenge, policy: 'required' }, environment))
  expect(note).toMatchObject({
    rule: 'pkce',
    clause: 'RFC 7636 §4.6',
    sent: await challengeOf(wrong),
    expected: challenge,
  })
})

test('refuses a missing verifier with invalid_grant (RFC 7636 §4.6)', async () => {
  await expect(checkVerifier(undefined, { challenge, policy: 'optional' }, silent)).rejects.toMatchObject({
    code: 'invalid_grant',
  })
})

test('refuses a verifier when no challenge is on record: the downgrade defence (RFC 9700 §2.1.1)', async () => {
  const attempt = checkVerifier(verifier, { challenge: undefined, policy: 'optional' }, silent)
  await expect(attempt).rejects.toMatchObject({ code: 'invalid_grant', message: expect.stringContaining('downgrade') })
})

/** An error in a recording has the causes that the same error has when it is pasted. */
import { expect, test } from 'vitest'
import { CAUSES, diagnose } from '../guidance/diagnosis/index.ts'
import { isNamed } from './evidence.ts'
import { REDEEMED, reportOn, token } from './sample-har.fixture.ts'

test.each([
  [
    'invalid_client',
    'AADSTS7000215: Invalid client secret provided. Ensure the secret being sent is the secret value.',
  ],
  ['invalid_grant', 'AADSTS54005: OAuth2 Authorization code was already redeemed, please retry with a new valid code.'],
  ['invalid_grant', 'AADSTS50011: The redirect URI specified in the request does not match those configured.'],
  ['invalid_grant', 'PKCE verification failed'],
])('%s, “%s”', async (error, description) => {
  const answer = { error, error_description: description }
  const { rules } = await reportOn([token(REDEEMED, answer, 400)])
  const { explanation } = rules.find(({ id }) => id === 'token-error')?.findings[0] ?? {}
  const pasted = diagnose(JSON.stringify(answer), CAUSES, 0)
  expect(pasted.causes.length).toBeGreaterThan(0)
  expect(explanation?.causes[0]?.id).toBe(pasted.causes[0]?.id)
  expect(explanation?.certainty).toBe(pasted.certainty)
})

test.each([
  'Sign in to your account. Can’t access your account? Terms of use. Privacy & cookies.',
  'Log in. Username or email. Password. Forgot password? Remember me. Your session has expired, sign in again.',
  'Sorry, something went wrong. Try again later.',
  'Allow Print Shop to read your photos? Deny. Allow.',
])('an ordinary page names no cause: %s', (words) => {
  expect(isNamed(words)).toBe(false)
})

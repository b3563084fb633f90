import { expect, test } from 'vitest'
import { startSecondFactorExample, submit } from '../conformance/second-factors.fixture.ts'

test('refuses a recovery code that is none, and counts it (policy, RFC 4226 §7.3)', async () => {
  const example = await startSecondFactorExample({ required: 'always', maxAttempts: 2 })
  const page = await example.passPassword()
  for (const code of ['green-cow-1', '']) {
    expect((await submit(example, page, 'recovery_code', { code })).html).toContain('none of the recovery codes')
  }
  expect((await submit(example, page, 'recovery_code', { code: 'blue-fox-7' })).html).toContain('too_many_attempts')
  expect(example.failures()).toEqual(['otp_invalid', 'otp_invalid', 'too_many_attempts'])
})

test.each([
  ['a phone', 'push_send'],
  ['a one-time code', 'totp'],
  ['a recovery code', 'recovery_code'],
])('refuses %s of somebody who has enrolled something else: factor_not_enrolled (policy)', async (_, method) => {
  const other = method === 'totp' ? 'recovery_codes' : 'totp'
  const example = await startSecondFactorExample({ required: 'always' }, other)
  const page = await example.passPassword()
  // The page has no such form: somebody has made one.
  const [form = ''] = page.html.match(/<form.*?<\/form>/s) ?? []
  const made = form.replace(/(name="method" value=")\w+/, `$1${method}`)
  const refused = await example.alice.submit({ ...page, html: made }, { code: '123456' })
  expect(refused).toMatchObject({ status: 400, html: expect.stringContaining('factor_not_enrolled') })
  expect(example.failures()).toEqual(['factor_not_enrolled'])
})

test('refuses a factor that there is not: factor_not_enrolled (policy)', async () => {
  const example = await startSecondFactorExample()
  const page = await example.passPassword()
  const html = page.html.replace(/(name="method" value=")\w+/, '$1palm')
  await example.alice.submit({ ...page, html }, { code: '123456' })
  expect(example.failures()).toEqual(['factor_not_enrolled'])
})

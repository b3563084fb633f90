import { expect, test } from 'vitest'
import { sendPush, startSecondFactorExample, submit } from '../conformance/second-factors.fixture.ts'

const always = { required: 'always' } as const

test('a number to type stands on the page alone: the phone learns how long it is (NIST SP 800-63B-4 §3.1.3.1)', async () => {
  const example = await startSecondFactorExample({ ...always, pushNumber: 'typed' })
  const { page, shown } = await sendPush(example)
  expect(page.html).toContain('Type this number on your phone')
  expect(example.notifications).toMatchObject([{ numbers: [], digits: 2 }])
  expect(String(shown)).toMatch(/^\d{2}$/)
  await example.answer({ decision: 'approve', number: shown })
  expect((await submit(example, page, 'push')).html).toContain('id="consent"')
})

test.each([
  ['another number', { number: 1 }],
  ['no number', {}],
])('refuses %s where one is typed: push_number_mismatch (NIST SP 800-63B-4 §3.1.3.1)', async (_, typed) => {
  const example = await startSecondFactorExample({ ...always, pushNumber: 'typed' })
  const { page } = await sendPush(example)
  await example.answer({ decision: 'approve', ...typed })
  expect((await submit(example, page, 'push')).html).toContain('The number typed on the phone is not the one')
  expect(example.failures()).toEqual(['push_number_mismatch'])
})

test('a tap is enough where the policy says so, which NIST SP 800-63B-4 §3.1.3 no longer accepts', async () => {
  const example = await startSecondFactorExample({ ...always, pushNumber: 'none' })
  const { page, shown } = await sendPush(example)
  expect(shown).toBeNaN()
  expect(page.html).toContain('Approve the prompt on your phone.')
  expect(example.notifications).toMatchObject([{ numbers: [] }])
  await example.answer({ decision: 'approve' })
  expect((await submit(example, page, 'push')).html).toContain('id="consent"')
})

test('sends no more prompts than the policy has, for as long as a lock lasts (NIST SP 800-63B-4 §3.1.3.2)', async () => {
  const example = await startSecondFactorExample({ ...always, maxPushPrompts: 2, lockoutSeconds: 100 })
  await sendPush(example)
  // Another sign-in of the same person counts as well.
  await sendPush(example)
  const { page } = await sendPush(example)
  expect(page).toMatchObject({ status: 400, html: expect.stringContaining('too_many_prompts') })
  expect(example.notifications).toHaveLength(2)
  expect(example.failures()).toEqual(['too_many_prompts'])
  // Every other factor is left.
  expect(page.html).toContain('id="totp"')
  example.clock.elapsedSeconds += 100
  await sendPush(example)
  expect(example.notifications).toHaveLength(3)
})

test('prompts are counted since the last second factor that passed (NIST SP 800-63B-4 §3.1.3.2)', async () => {
  const example = await startSecondFactorExample({ ...always, maxPushPrompts: 2 })
  const { page } = await sendPush(example)
  await submit(example, page, 'totp', { code: await example.code() })
  const again = async () => submit(example, await example.passPassword({ prompt: 'login' }), 'push_send')
  await again()
  await again()
  expect(example.failures()).toEqual([])
  await again()
  expect(example.failures()).toEqual(['too_many_prompts'])
})

test.each([
  ['nobody answers', async () => Promise.reject(new TypeError('fetch failed'))],
  ['the push service refuses it', async () => ({ status: 410, headers: [], body: '' })],
])('says that a prompt could not be delivered, %s, and takes another factor (RFC 8030 §5)', async (_, send) => {
  const example = await startSecondFactorExample(always, 'all', send)
  const { page } = await sendPush(example)
  expect(example.failures()).toEqual(['push_delivery'])
  expect((await submit(example, page, 'totp', { code: await example.code() })).html).toContain('id="consent"')
})

const wrong = { decision: 'approve', number: 1 }

test('wrong numbers count when the phone sends them, though no page asks, and lock the phone (NIST SP 800-63B-4 §3.2.2)', async () => {
  const example = await startSecondFactorExample({ ...always, maxAttempts: 2, lockoutSeconds: 30 })
  for (let signIns = 0; signIns < 2; signIns++) {
    await sendPush(example)
    expect((await example.answer(wrong)).status).toBe(200)
  }
  const { page, shown } = await sendPush(example)
  expect((await example.answer({ decision: 'approve', number: shown })).status).toBe(400)
  expect((await submit(example, page, 'push')).html).toContain('too_many_attempts')
  example.clock.elapsedSeconds += 30
  expect((await example.answer({ decision: 'approve', number: shown })).status).toBe(200)
  expect((await submit(example, page, 'push')).html).toContain('id="consent"')
  expect(example.failures()).toEqual(['too_many_attempts', 'too_many_attempts'])
})

test('of many prompts that are open at once no more can be guessed than the policy has (NIST SP 800-63B-4 §3.2.2)', async () => {
  const example = await startSecondFactorExample({ ...always, maxAttempts: 2 })
  for (let prompts = 0; prompts < 4; prompts++) await sendPush(example)
  const push_ids = example.notifications.map(({ push_id }) => push_id)
  const answers = await Promise.all(push_ids.map((push_id) => example.answer({ ...wrong, push_id })))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 400, 400])
})

test('a wrong number counts once, however often the page asks', async () => {
  const example = await startSecondFactorExample({ ...always, maxAttempts: 2 })
  const { page } = await sendPush(example)
  await example.answer(wrong)
  for (let asked = 0; asked < 3; asked++) await submit(example, page, 'push')
  expect((await submit(example, page, 'totp', { code: await example.code() })).html).toContain('id="consent"')
})

test('while the second factor is locked a person can still deny a prompt', async () => {
  const example = await startSecondFactorExample({ ...always, maxAttempts: 1 })
  const { page } = await sendPush(example)
  await submit(example, page, 'totp', { code: '000000' })
  expect((await example.answer({ decision: 'deny' })).status).toBe(200)
  expect(example.server.snapshot().push_prompts).toMatchObject([{ status: 'denied' }])
})

test('after a prompt that nobody answered in time the same page sends another one (policy)', async () => {
  const example = await startSecondFactorExample(always)
  const { page } = await sendPush(example)
  example.clock.elapsedSeconds += 59
  expect((await submit(example, page, 'push')).html).not.toContain('id="push_send"')
  example.clock.elapsedSeconds += 1
  const lapsed = await submit(example, page, 'push')
  expect(lapsed.html).not.toContain('id="push"')
  const again = await submit(example, lapsed, 'push_send')
  const [, number] = /push-number">(\d+)</.exec(again.html) ?? []
  expect((await example.answer({ decision: 'approve', number: Number(number) })).status).toBe(200)
  expect((await submit(example, again, 'push')).html).toContain('id="consent"')
})

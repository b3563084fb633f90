import { expect, test } from 'vitest'
import { decide, enterCode, obtainCodes, poll, startDevices } from '../conformance/device.fixture.ts'
import { errorOf } from '../conformance/example-server.fixture.ts'

test.each(['before', 'after'])(
  'a denial %s the device has its tokens is no answer any more, and the page says so (RFC 8628 §3.3)',
  async (when) => {
    const example = await startDevices()
    const codes = await obtainCodes(example)
    const secondTab = await enterCode(example.alice, codes, codes.user_code)
    await decide(example, codes)
    if (when === 'after') expect(errorOf(await poll(example, codes.device_code))).toBeUndefined()
    const late = await example.alice.submit(secondTab, {}, /^Deny$/)
    expect(late.status).toBe(400)
    expect(late.html).toContain('The device was connected before')
    expect(late.html).not.toContain('not connected')
    expect(errorOf(await poll(example, codes.device_code))).toBe(when === 'after' ? 'invalid_grant' : undefined)
  },
)

test('a second denial says the same as the first (RFC 8628 §3.3)', async () => {
  const example = await startDevices()
  const codes = await obtainCodes(example)
  const secondTab = await enterCode(example.alice, codes, codes.user_code)
  await decide(example, codes, 'Deny')
  expect((await example.alice.submit(secondTab, {}, /^Deny$/)).html).toContain('Your device is not connected')
  expect(errorOf(await poll(example, codes.device_code))).toBe('access_denied')
})

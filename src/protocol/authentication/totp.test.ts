import { expect, test } from 'vitest'
import { utf8 } from '../../lib/encoding.ts'
import { totpCode, totpStep } from './totp.ts'

const secret = utf8('12345678901234567890')

test.each([
  [59, '94287082'],
  [1_111_111_109, '07081804'],
  [1_111_111_111, '14050471'],
  [1_234_567_890, '89005924'],
  [2_000_000_000, '69279037'],
  [20_000_000_000, '65353130'],
])('at second %i the code is %s (RFC 6238 Appendix B)', async (second, code) => {
  expect(await totpCode(secret, totpStep(second), 8)).toBe(code)
})

test.each([
  [0, '755224'],
  [1, '287082'],
  [2, '359152'],
  [3, '969429'],
  [9, '520489'],
])('the six digits of counter %i are %s (RFC 4226 Appendix D)', async (counter, code) => {
  expect(await totpCode(secret, counter)).toBe(code)
})

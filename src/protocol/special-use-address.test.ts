import { expect, test } from 'vitest'
import { isSpecialUseHost } from './special-use-address.ts'

const hostOf = (url: string) => new URL(url).hostname

test.each([
  'https://localhost/x',
  'https://app.localhost./x',
  'https://127.0.0.1/x',
  'https://0x7f.1/x',
  'https://2130706433/x',
  'https://10.1.2.3/x',
  'https://100.127.0.1/x',
  'https://169.254.169.254/x',
  'https://172.31.255.255/x',
  'https://192.168.0.1/x',
  'https://255.255.255.255/x',
  'https://[::1]/x',
  'https://[::]/x',
  'https://[fe80::1]/x',
  'https://[fd00::1]/x',
  'https://[::ffff:10.0.0.1]/x',
  'https://[64:ff9b::a00:1]/x',
  'https://[2002:a00:1::]/x',
  'https://[2001:db8::1]/x',
])('%s is of special use (RFC 6890)', (url) => {
  expect(isSpecialUseHost(hostOf(url))).toBe(true)
})

test.each([
  'https://app.example/x',
  'https://localhost.example/x',
  'https://172.32.0.1/x',
  'https://100.128.0.1/x',
  'https://9.9.9.9/x',
  'https://[2620:fe::fe]/x',
  'https://[2a00:1450::1]/x',
])('%s is not of special use (RFC 6890)', (url) => {
  expect(isSpecialUseHost(hostOf(url))).toBe(false)
})

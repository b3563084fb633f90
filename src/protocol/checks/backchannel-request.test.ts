import { expect, test } from 'vitest'
import { createEnvironment } from '../environment.ts'
import { checkBindingMessage } from './backchannel-request.ts'

test('counts what a phone shows of a binding message, not how it is stored (OpenID Connect CIBA §7.1)', () => {
  const check = (message: string) => checkBindingMessage(new Map([['binding_message', message]]), createEnvironment())
  expect(check('\u{1F511}'.repeat(100))).toHaveLength(200)
  expect(() => check('\u{1F511}'.repeat(101))).toThrow('at most 100 characters')
})

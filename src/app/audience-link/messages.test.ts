import * as v from 'valibot'
import { expect, test } from 'vitest'
import { audienceAddress } from './address.ts'
import { type ToAudience, type ToPresenter, toAudience, toPresenter } from './messages.ts'

const PICTURE = {
  link: '1.abc',
  picked: undefined,
  isBlank: false,
  hasSpotlight: true,
  hasCaption: true,
  hasCode: false,
  theme: 'system',
} as const

test('each end hears what is meant for it', () => {
  const shown: ToAudience = { type: 'show', picture: PICTURE }
  const pressed: ToPresenter = { type: 'command', id: 'next-step' }
  expect(v.parse(toAudience, shown)).toEqual(shown)
  expect(v.parse(toPresenter, pressed)).toEqual(pressed)
  expect(v.is(toAudience, pressed)).toBe(false)
  expect(v.is(toPresenter, shown)).toBe(false)
})

test.each([
  undefined,
  'show',
  { type: 'show' },
  { type: 'show', picture: { ...PICTURE, link: 7 } },
  { type: 'show', picture: { ...PICTURE, picked: -1 } },
  { type: 'show', picture: { ...PICTURE, theme: 'neon' } },
  { type: 'show', picture: { ...PICTURE, html: '<script>' } },
  { type: 'show', picture: { ...PICTURE, link: 'x'.repeat(200_001) } },
])('refuses what is no message: %j', (message) => {
  expect(v.is(toAudience, message)).toBe(false)
})

test('the audience’s window opens the moment, on a channel, at the presenter’s own address', () => {
  const address = audienceAddress('https://host.example/team/', 'k3', '1.abc')
  expect(address).toBe('https://host.example/team/?present=audience&channel=k3#1.abc')
})

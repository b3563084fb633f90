import { expect, test } from 'vitest'
import { decodeLab, encodeLab, isLabLink, type LabPlace } from './lab.ts'
import { decodeLink } from './link.ts'

const PLACES: readonly (readonly [string, LabPlace])[] = [
  ['lab/refresh-token-theft', { table: 'refresh-token-theft' }],
  [
    'lab/refresh-token-theft/attack/reuse-window',
    { table: 'refresh-token-theft', asked: { about: 'attack', id: 'reuse-window' } },
  ],
  ['lab/mix-up/defence/iss', { table: 'mix-up', asked: { about: 'defence', id: 'iss' } }],
]

test.each(PLACES)('%s is written and read', (fragment, place) => {
  expect(encodeLab(place)).toBe(fragment)
  expect(decodeLab(fragment)).toEqual({ ok: true, shared: place })
  expect(decodeLab(`#${fragment}`)).toEqual({ ok: true, shared: place })
  expect(isLabLink(fragment)).toBe(true)
  expect(isLabLink(`https://host.example/docs/#${fragment}`)).toBe(true)
  expect(isLabLink(`https://host.example/docs/%23${encodeURIComponent(fragment)}`)).toBe(true)
})

test.each([
  '',
  'lab',
  'lab/',
  'lab/Mix-up',
  'lab/mix-up/',
  'lab/mix-up/attack',
  'lab/mix-up/attack/',
  'lab/mix-up/defense/iss',
  'lab/mix-up/attack/code/more',
  'lab/mix-up/attack/<img src=x>',
  'lab/../mix-up',
  '1.lab/mix-up',
])('“%s” is none, and the message says what one looks like', (fragment) => {
  const read = decodeLab(fragment)
  expect(read).toMatchObject({ ok: false, problem: { code: 'not_a_link' } })
  expect(!read.ok && read.problem.message).toContain('lab/ and a scenario')
})

test('a run, a scenario and a sentence are not taken for one', () => {
  for (const text of ['1.G82Co1lweGVB', 'p1.abc', 'label', 'logout', 'our lab/mix-up test', 'https://lab/mix-up'])
    expect(isLabLink(text), text).toBe(false)
  expect(decodeLink('lab/mix-up').ok).toBe(false)
})

import { expect, test } from 'vitest'
import { siteRoot } from '../lib/site-root.ts'
import { addressOf, placeOf } from './address.ts'

const HAPPY = { scenario: 'authorization-code-pkce', outcome: 'happy' }

test('an address keeps the folder and leaves what was asked of the page', () => {
  expect(addressOf('https://host.example/docs/?embed=1#old', '1.abc')).toBe('https://host.example/docs/#1.abc')
  expect(addressOf('https://host.example/', '1.abc', { isEmbedded: true })).toBe('https://host.example/?embed=1#1.abc')
})

test('an address has the page of the outcome, from whichever page it is made', () => {
  const address = 'https://host.example/docs/r/authorization-code-pkce/happy/#1.abc'
  for (const page of [
    'https://host.example/docs/',
    'https://host.example/docs/r/logout/everywhere/?x=1#1.old',
    address,
  ])
    expect(addressOf(page, '1.abc', { place: HAPPY })).toBe(address)
  expect(addressOf(address, '1.abc')).toBe('https://host.example/docs/#1.abc')
})

test('an address names its file where the page’s does', () => {
  const page = 'https://host.example/docs/index.html#1.old'
  const address = addressOf(page, '1.abc', { place: HAPPY })
  expect(address).toBe('https://host.example/docs/r/authorization-code-pkce/happy/index.html#1.abc')
  expect(addressOf(address, '1.abc')).toBe('https://host.example/docs/index.html#1.abc')
  expect(placeOf(address)).toEqual(HAPPY)
})

test('a page says which outcome it is of; another page is of none', () => {
  expect(placeOf(addressOf('https://host.example/', '', { place: HAPPY }))).toEqual(HAPPY)
  for (const page of ['https://host.example/', 'https://host.example/r/', 'https://host.example/docs/#/r/a/b/'])
    expect(placeOf(page)).toBeUndefined()
})

test.each([
  ['https://host.example/', 'https://host.example/'],
  ['https://host.example/a/b/?embed=1#1.x', 'https://host.example/a/b/'],
  ['https://host.example/a/index.html', 'https://host.example/a/'],
  ['https://host.example/a/r/logout/everywhere/', 'https://host.example/a/'],
  ['https://host.example/r/logout/everywhere/index.html?embed=1', 'https://host.example/'],
  ['https://host.example/r/logout/', 'https://host.example/r/logout/'],
])('the files of %s lie in %s', (page, root) => {
  expect(siteRoot(page)).toBe(root)
})

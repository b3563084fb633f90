import { expect, test } from 'vitest'
import { addressOf, placeOf } from './address.ts'

const HAPPY = { scenario: 'authorization-code-pkce', outcome: 'happy' }

test('an address keeps the folder of the site', () => {
  expect(addressOf('https://host.example/docs/', '1.abc')).toBe('https://host.example/docs/#1.abc')
  expect(addressOf('https://host.example/', '1.abc', { isEmbedded: true })).toBe('https://host.example/?embed=1#1.abc')
})

test('an address has the page of the outcome', () => {
  expect(addressOf('https://host.example/docs/', '1.abc', { place: HAPPY })).toBe(
    'https://host.example/docs/r/authorization-code-pkce/happy/#1.abc',
  )
})

test('an address names its file where that of the first page does', () => {
  const home = 'https://host.example/docs/index.html'
  const address = addressOf(home, '1.abc', { place: HAPPY })
  expect(address).toBe('https://host.example/docs/r/authorization-code-pkce/happy/index.html#1.abc')
  expect(addressOf(home, '1.abc')).toBe('https://host.example/docs/index.html#1.abc')
  expect(placeOf(address, home)).toEqual(HAPPY)
})

test('a page says which outcome it is of; another page is of none', () => {
  const home = 'https://host.example/docs/'
  expect(placeOf(addressOf(home, '', { place: HAPPY }), home)).toEqual(HAPPY)
  for (const page of [home, `${home}r/`, `${home}#/r/a/b/`, `${home}x/r/a/b/`, 'https://host.example/r/a/b/'])
    expect(placeOf(page, home), page).toBeUndefined()
})

test('a folder that is called like the page of an outcome is none', () => {
  for (const home of [
    'https://host.example/r/logout/everywhere/',
    'https://host.example/r/logout/everywhere/index.html',
  ]) {
    expect(placeOf(home, home)).toBeUndefined()
    expect(placeOf(addressOf(home, '1.abc', { place: HAPPY }), home)).toEqual(HAPPY)
  }
})

import { expect, test } from 'vitest'
import { authorization, GOOD_LOGIN, toHar } from '../sample-har.fixture.ts'
import { CaptureError } from './entry-scanner.ts'
import { createHarReader, type Recording } from './har-reader.ts'

function read(text: string, pieceLength = text.length): Recording {
  const reader = createHarReader()
  for (let at = 0; at < text.length; at += pieceLength) reader.push(text.slice(at, at + pieceLength))
  return reader.end()
}

/** A HAR around entries that are given as they are. */
function around(...entries: string[]): string {
  return `{"log":{"entries":[${entries.join()}]}}`
}

test.each([1, 2, 7, 1000])('reads the same in pieces of %d characters', (length) => {
  expect(read(toHar(GOOD_LOGIN), length)).toEqual(read(toHar(GOOD_LOGIN)))
})

test('is not misled by brackets, quotes and keys inside of strings', () => {
  const [entry = ''] = [JSON.stringify(JSON.parse(toHar([authorization()])).log.entries[0])]
  const text = `{"comment":"{\\"log\\":{\\"entries\\":[{\\\\","pages":[{"entries":[{}]}],"log":{"a":{"entries":[{}]},"entries":[${entry}]}}`
  expect(read(text).exchanges).toHaveLength(1)
})

test.each([
  ['', 'empty'],
  ['  \n', 'empty'],
  ['<html>', 'does not begin with'],
  ['[1, 2]', 'does not begin with'],
  ['{"a": 1}', 'not a HAR'],
  ['{"log": {"entries": {}}}', 'not a HAR'],
  ['{"log": {"entries": [', 'cut off'],
  ['{"log": {"entries": ]}', 'brackets'],
  [`${around()} x`, 'follows its end'],
  [around(), 'empty: nothing was recorded'],
  [around('{"a": 1}'), 'no usable “'],
  [around('{"request": tru}'), 'is not valid JSON'],
  [`{"log":${'['.repeat(100_000)}`, 'nested'],
])('says what is wrong with %j', (text, words) => {
  expect(() => read(text.slice(0, 200_000))).toThrow(CaptureError)
  expect(() => read(text)).toThrow(words)
})

test('counts a damaged entry and goes on', () => {
  const good = JSON.stringify(JSON.parse(toHar([authorization()])).log.entries[0])
  expect(read(around('{"startedDateTime":"never"}', good))).toMatchObject({ damaged: 1, exchanges: [{}] })
})

test('counts pictures, scripts and what is not HTTP', () => {
  const { exchanges, assets } = read(
    toHar([
      authorization(),
      { url: 'https://shop.example/logo.png', type: 'image' },
      { url: 'https://shop.example/app.js', type: 'script' },
      { url: 'data:text/plain,hello' },
      { url: 'chrome-extension://abc/page.html' },
    ]),
  )
  expect({ exchanges: exchanges.length, assets }).toEqual({ exchanges: 1, assets: 4 })
})

test('keeps the order of time, not of the file', () => {
  const { exchanges } = read(toHar([...GOOD_LOGIN].reverse()))
  expect(exchanges).toEqual(read(toHar(GOOD_LOGIN)).exchanges)
})

test('bodies of pages are not kept, base64 is decoded', () => {
  const entry = {
    startedDateTime: '2026-01-05T09:00:00Z',
    request: { method: 'post', url: 'https://login.example/token#part', headers: [{ name: ':path', value: '/' }] },
    response: { status: 200, content: { mimeType: 'application/json', text: btoa('{"a":1}'), encoding: 'base64' } },
  }
  const page = { ...entry, response: { status: 200, content: { mimeType: 'text/html', text: '<p>secret</p>' } } }
  const [first, second] = read(around(JSON.stringify(entry), JSON.stringify(page))).exchanges
  expect(first).toMatchObject({
    request: { method: 'POST', url: 'https://login.example/token', headers: [] },
    fragment: 'part',
    response: { body: '{"a":1}' },
  })
  expect(second?.response?.body).toBe('')
})

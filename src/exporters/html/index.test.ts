import { expect, test } from 'vitest'
import { documentOf, shortDocument } from '../document/example-documents.fixture.ts'
import html from './index.ts'

test('writes client-credentials with a drawing where there is one, and the text of the others', async () => {
  const drawings = { sequence: '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"></svg>' }
  const text = html.convert(await shortDocument(), drawings)
  await expect(text).toMatchFileSnapshot('client-credentials.html.txt')
})

test('asks for nothing from anywhere, and runs nothing', async () => {
  const text = html.convert(await documentOf('implicit'), {})
  expect(text).not.toMatch(/<script|<link|<img|<iframe|\ssrc=|@import|url\(/)
  expect([...text.matchAll(/\shref="([^"]*)"/g)].map(([, target]) => target?.[0])).toContain('#')
  expect([...text.matchAll(/\shref="([^#"][^"]*)"/g)]).toEqual([])
})

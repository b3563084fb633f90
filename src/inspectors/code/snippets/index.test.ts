import { expect, test } from 'vitest'
import type { HttpRequest } from '../../../http/index.ts'
import { SNIPPETS } from './index.ts'

const REQUEST: HttpRequest = {
  method: 'POST',
  url: 'https://auth.example/token?a[]=1',
  headers: [
    ['host', 'auth.example'],
    ['content-length', '9'],
    ['sec-fetch-mode', 'cors'],
    ['Accept', 'application/json'],
    ['accept', 'text/html'],
    ['content-type', 'text/plain'],
    ['x-split', 'a\r\nx-more: b'],
    ['@/etc/passwd', 'c'],
  ],
  body: 'a="b\\c"\n$d ü €',
}

function written(id: string, changes: Partial<HttpRequest> = {}): string {
  const snippet = SNIPPETS.find((candidate) => candidate.id === id)
  return snippet?.write({ ...REQUEST, ...changes }) ?? ''
}

test('the JavaScript snippet runs, and sends what was recorded and may be sent', async () => {
  const AsyncFunction = (async () => undefined).constructor as new (
    ...text: string[]
  ) => (...given: unknown[]) => Promise<void>
  const sent: unknown[] = []
  const printed: unknown[] = []
  const answer = async (...request: unknown[]) => {
    sent.push(request)
    return new Response('{}', { status: 201 })
  }
  await new AsyncFunction('fetch', 'console', written('javascript'))(answer, {
    log: (...line: unknown[]) => printed.push(line),
  })
  const headers = { accept: 'application/json, text/html', 'content-type': 'text/plain', 'x-split': 'a  x-more: b' }
  expect(sent).toEqual([
    ['https://auth.example/token?a%5B%5D=1', { method: 'POST', headers, body: REQUEST.body, redirect: 'manual' }],
  ])
  expect(printed).toEqual([[201, '{}']])
})

test.each(SNIPPETS.filter(({ id }) => id !== 'curl'))(
  '$title: each value is one literal, and no other header is sent',
  ({ id }) => {
    const text = written(id)
    expect(text).toContain(JSON.stringify(REQUEST.body))
    expect(text).toContain('"application/json, text/html"')
    expect(text).toContain('"a  x-more: b"')
    for (const name of ['host', 'content-length', 'sec-fetch-mode', '@/etc/passwd'])
      expect(text).not.toContain(`"${name}"`)
  },
)

test.each(SNIPPETS)('$title: has no body where the request has none', ({ id }) => {
  const text = written(id, { method: 'GET', body: '' })
  expect(text).not.toMatch(/body:|data=|--data|strings|ofString\("|ByteArrayContent/)
})

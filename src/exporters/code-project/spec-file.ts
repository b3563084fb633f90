/** `tests/run.spec.ts` of the project: sends what was sent, and expects what was answered. */
import { formatDuration } from '../../projections/index.ts'
import { indentLines, writeCall, writeString, writeValue } from './literal.ts'
import type { RecordedCall, RecordedResponse } from './recorded-calls.ts'
import { importLine } from './scaffold.ts'

/** The file's text; `head` are the comment lines at its top. */
export function specFile(calls: readonly RecordedCall[], title: string, head: readonly string[]): string {
  return `${[
    ...head,
    importLine('{ expect, test }', '@playwright/test'),
    importLine('{ setupServer }', 'msw/node'),
    importLine('{ createHandlers }', '../src/handlers.ts'),
    '',
    'const server = setupServer(...createHandlers())',
    '',
    "test.beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))",
    'test.afterAll(() => server.close())',
    '',
    '/** Sends a request as it was recorded. Redirects are not followed: the next hop is its own request. */',
    'function send({ url, ...init }: RequestInit & { url: string }): Promise<Response> {',
    "  return fetch(url, { redirect: 'manual', ...init })",
    '}',
    '',
    `test(${writeString(title)}, async () => {`,
    indentLines(calls.map(writeStep), 1),
    '})',
  ].join('\n')}\n`
}

function writeStep({ title, secondsLater, request, response }: RecordedCall): string {
  const statements =
    response === 'lost'
      ? [`await expect(\n      send(${writeValue(request, 3)}),\n    ).rejects.toThrow()`]
      : [`const response = await ${writeCall('send', request, 2)}`, ...expectations(request.method, response)]
  return [
    ...(secondsLater >= 1 ? [`// ${formatDuration(secondsLater)} later`, '  '] : []).join('\n'),
    `await test.step(${writeString(title)}, async () => {\n${indentLines(statements, 2)}\n  })`,
  ].join('')
}

/** What a reader of the run would look at: the status, where it leads, what it sets, what it says. */
function expectations(method: string, { status, headers, json, lines }: RecordedResponse): string[] {
  const checks = [`expect(response.status).toBe(${status})`]
  for (const name of ['location', 'www-authenticate']) {
    const value = headers[name]
    if (typeof value === 'string') checks.push(expectEqual(`response.headers.get(${writeString(name)})`, 'toBe', value))
  }
  const cookies = headers['set-cookie']
  if (cookies !== undefined) checks.push(expectEqual('response.headers.getSetCookie()', 'toEqual', [cookies].flat()))
  if (method === 'HEAD') return checks
  if (json !== undefined) checks.push(expectEqual('await response.json()', 'toEqual', json))
  else if (lines !== undefined) checks.push(expectText(lines.join('\n')))
  return checks
}

/** A page is known by its title; other texts are compared as a whole. */
function expectText(text: string): string {
  const title = /<title>[^<]*<\/title>/i.exec(text)?.[0]
  return title === undefined
    ? expectEqual('await response.text()', 'toBe', text)
    : expectEqual('await response.text()', 'toContain', title)
}

function expectEqual(actual: string, matcher: string, expected: unknown): string {
  return writeCall(`expect(${actual}).${matcher}`, expected, 2)
}

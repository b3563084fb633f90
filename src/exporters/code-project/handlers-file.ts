/** `src/handlers.ts` of the project: a handler an endpoint, with what it answered. */
import { indentLines, writeString, writeValue } from './literal.ts'
import type { RecordedCall } from './recorded-calls.ts'
import { importLine } from './scaffold.ts'

/** A path that MSW reads as it is; in any other, some character would be part of a pattern. */
const PLAIN_URL = /^https?:\/\/[\w.-]+(?::\d+)?[\w\-./~]*$/

/** The file's text; `head` are the comment lines at its top. */
export function handlersFile(calls: readonly RecordedCall[], head: readonly string[]): string {
  const endpoints = new Map<string, [RecordedCall, ...RecordedCall[]]>()
  for (const call of calls) {
    const key = `${call.request.method} ${call.endpoint}`
    const known = endpoints.get(key)
    if (known === undefined) endpoints.set(key, [call])
    else known.push(call)
  }
  const handlers = [...endpoints.values()].map(writeHandler)
  return `${[
    ...head,
    importLine('{ http }', 'msw'),
    importLine('{ answers }', './answers.ts'),
    '',
    '/** Handlers that start with the first answers; create new ones for each test. */',
    'export function createHandlers() {',
    handlers.length === 0 ? '  return []' : `  return [\n${indentLines(handlers, 2)}\n  ]`,
    '}',
  ].join('\n')}\n`
}

function writeHandler(calls: readonly [RecordedCall, ...RecordedCall[]]): string {
  const [{ request, endpoint }] = calls
  const path = PLAIN_URL.test(endpoint) ? writeString(endpoint) : `new RegExp(${writeString(exactly(endpoint))})`
  const recorded = calls.map(({ step, parameters, response }) => ({ step, request: parameters, response }))
  return [
    `http.${request.method.toLowerCase()}(`,
    `      ${path},`,
    `      answers(${writeValue(recorded, 3, 14)}),`,
    '    ),',
  ].join('\n')
}

/** A pattern that matches one text. */
function exactly(text: string): string {
  return `^${text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}$`
}

import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOnDevice } from '../../http/index.ts'
import { NOON_MS } from '../../projections/example-trace.fixture.ts'
import { createSequence } from '../../projections/sequence/index.ts'
import type { Message, Trace } from '../../simulation/types.ts'
import { FIXTURE_NOTICE } from '../contract.ts'
import { exportableRun, outcomeNames } from '../example-runs.fixture.ts'
import script from './index.ts'

/** In place of curl: the arguments that the shell made, each closed by a NUL, and a mark where the command ends. */
const STUB = `curl() { printf '%s\\0' "$@"; printf '\\036\\0'; }\necho() { :; }\n`
const END = '\x1e'

/** What a shell calls curl with, command by command. Fails on a syntax error and on whatever a command complains about. */
function calls(text: string): string[][] {
  const run = spawnSync('/bin/sh', { input: STUB + text, encoding: 'utf8', maxBuffer: 64_000_000, env: { PATH: '' } })
  expect(run).toMatchObject({ status: 0, stderr: '' })
  const commands: string[][] = [[]]
  for (const word of run.stdout.split('\0')) {
    if (word === END) commands.push([])
    else commands.at(-1)?.push(word)
  }
  return commands.slice(0, -1)
}

test.each(outcomeNames)('%s: a shell sends every request that arrived and left the machine, in order', async (name) => {
  const run = await exportableRun(name)
  const text = script.convert(run)
  const held = new Map<string, Message>()
  const sent: string[] = []
  const kept: string[] = []
  for (const event of run.trace) {
    if (event.type === 'held' || event.type === 'rewritten') held.set(event.message.gate, event.message)
    const message = event.type === 'delivered' ? held.get(event.gate) : undefined
    if (message?.direction !== 'request') continue
    const { url } = message.request
    if (isOnDevice(url)) kept.push(url)
    else sent.push(url)
  }
  expect(calls(text).map((words) => words.find((word) => word.includes('://')))).toEqual(sent)
  for (const url of kept) expect(text).toContain(`it never leaves the machine: ${url}'`)
  expect(text).toContain(FIXTURE_NOTICE)
})

test('is written as it was', async () => {
  await expect(script.convert(await exportableRun('lost-response/strict'))).toMatchFileSnapshot('lost-response.sh')
})

const HOSTILE =
  "' '' \"'\" $(id) `id` \x24{IFS} $HOME \\ \\' \\n ; & && | > /tmp/x < # ! * ? [ ] { } ~ - -- -o --config @/etc/passwd ' ';id;' \n \r\n \t \0 \x1b[31m EOF <<EOF é 😀 \ud800 \u2028 % %s %n = : //".split(
    ' ',
  )

test('2,000 hostile requests reach curl as they are, and nothing else runs', { timeout: 60_000 }, () => {
  const text = fc.oneof(
    fc.array(fc.constantFrom(...HOSTILE, ' ', 'a'), { maxLength: 8 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: 'binary-ascii', maxLength: 40 }),
  )
  const samples = fc.sample(fc.tuple(text, text, text, text), { numRuns: 2000, seed: 7 })
  const lanes = samples.map(([title], index) => ({ id: `a${index}`, title, kind: 'app' as const }))
  const trace = samples.flatMap(([, query, value, body], index): Trace => {
    const gate = `t${index}#1`
    const url = `https://api.example/${index}?${query}`
    const request = {
      method: 'PATCH',
      url,
      headers: [['x-a', `v${value}`] as const, ['content-type', 'x/y'] as const],
      body,
    }
    const ends = { from: `a${index}`, to: 'api', purpose: 'fetch' as const }
    const message: Message = { gate, exchange: gate, direction: 'request', ...ends, request }
    const at = { step: index, time: NOON_MS }
    return [
      { ...at, type: 'held', message },
      { ...at, type: 'delivered', gate },
    ]
  })
  const recipe = { scenario: 'example', settings: {}, seed: '1', choices: [] }
  const title = samples.map(([sample]) => sample).join('')
  const model = createSequence(lanes)
  const expected = samples.map(([, query, value, body], index) => {
    const { href } = new URL(`https://api.example/${index}?${query}`)
    const header = `x-a: v${value}`.replace(/[\r\n\0]/g, ' ').trim()
    const globoff = /[[\]{}]/.test(href) ? ['--globoff'] : []
    const data = body === '' ? [] : ['--data-raw', body.replaceAll('\0', '')]
    const words = ['-i', ...globoff, href, '-X', 'PATCH', '-H', header, '-H', 'content-type: x/y', ...data]
    // A lone surrogate has no UTF-8.
    return words.map((word) => Buffer.from(word).toString())
  })
  expect(calls(script.convert({ title, recipe, step: 0, trace, model, rowCount: 0 }))).toEqual(expected)
})

/** A run in which each of these was requested. */
function runOf(urls: readonly string[], lane = 'Console') {
  const trace = urls.flatMap((url, index): Trace => {
    const gate = `t${index}#1`
    const ends = { from: 'console', to: 'nobody', purpose: 'console' as const }
    const request = { method: 'DELETE', url, headers: [], body: '' }
    const message: Message = { gate, exchange: gate, direction: 'request', ...ends, request }
    const at = { step: index, time: NOON_MS }
    return [
      { ...at, type: 'held', message },
      { ...at, type: 'delivered', gate },
    ]
  })
  const recipe = { scenario: 'example', settings: {}, seed: '1', choices: [] }
  const model = createSequence([{ id: 'console', title: lane, kind: 'app' as const }])
  return { title: 'Example', recipe, step: 0, trace, model, rowCount: 0 }
}

test('a request for a real host is no command, whatever a link holds', () => {
  const real = [
    'http://127.0.0.1:8080/admin',
    'gopher://127.0.0.1:6379/_FLUSHALL',
    'file:///etc/passwd',
    'https://169.254.169.254/latest/meta-data/',
    'http://api.example/',
    'https://api.example:8443/',
    'https://api.example.evil.test/',
    'https://user@evil.test/.example/',
    'https://evil.test#.example/',
  ]
  const text = script.convert(runOf([...real, 'https://api.example/orders']))
  expect(calls(text).map((words) => words.find((word) => word.includes('://')))).toEqual(['https://api.example/orders'])
})

test('names stand in quotes, because zsh expands what stands in a pasted comment', () => {
  const text = script.convert(runOf(['https://api.example/'], '$(touch /tmp/x) `id` \n; id'))
  const unquoted = text.replace(/'[^']*'/g, '')
  expect(unquoted).not.toMatch(/touch|id;|`/)
})

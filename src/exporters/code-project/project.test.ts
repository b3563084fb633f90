import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { NOON_MS } from '../../projections/example-trace.ts'
import { createSequence } from '../../projections/sequence/index.ts'
import type { Message, Trace } from '../../simulation/types.ts'
import { FIXTURE_NOTICE } from '../contract.ts'
import { playSolution } from '../example-runs.ts'
import codeProject from './index.ts'
import { VERSIONS } from './scaffold.ts'

type Files = Readonly<Record<string, string>>

/** Outside of the checkout, so that none of its settings help; the packages are those of the checkout. */
const workshop = mkdtempSync(join(tmpdir(), 'authlane-project-'))
symlinkSync(resolve('node_modules'), join(workshop, 'node_modules'), 'dir')
afterAll(() => rmSync(workshop, { recursive: true }))

/** Writes a project to a folder of the workshop. */
function install(name: string, files: Files): string {
  const folder = join(workshop, name)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

/** Runs a package's command as `npx` would. */
function run(folder: string, script: string, ...words: string[]) {
  // Playwright must not take this test's runner for its own.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST')))
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('node_modules', script), ...words], {
    cwd: folder,
    env: { ...env, CI: '1', FORCE_COLOR: '0' },
    encoding: 'utf8',
  })
  return { status, output: stdout + stderr }
}

function playwright(folder: string) {
  return run(folder, '@playwright/test/cli.js', 'test', '--reporter=line')
}

/** Text that means something to TypeScript, to a URL, to a pattern or to an editor. */
const HOSTILE =
  '\' " ` \x24{x} \\ \\\\ \\n \\u0041 \n \r\n \t \0 \u2028 \u2029 \u202e \ufeff \u00a0 \u0085 \ud800 😀 é */ /* // <!-- </script> __proto__ constructor & = + % %2 %zz %00 : * ( ) {} [a] ? # .. ./ ; , @ $& ^ |'.split(
    ' ',
  )

/** Exchanges of a few endpoints with hostile addresses, parameters, headers and bodies. */
function hostileTrace(count: number): Trace {
  const text = fc.oneof(
    fc.array(fc.constantFrom(...HOSTILE, ' ', 'a'), { maxLength: 6 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 20 }),
  )
  const values = fc.tuple(text, text, text, text, fc.json({ maxDepth: 2 }), fc.nat(3))
  const paths = fc.sample(text, { numRuns: 40, seed: 3 }).map((path) => path.replace(/[?#]/g, ''))
  return fc
    .sample(values, { numRuns: count, seed: 7 })
    .flatMap(([name, value, field, body, json, kind], index): Trace => {
      const type = kind === 0 ? 'application/x-www-form-urlencoded' : 'text/plain'
      const url = `https://api.example/${paths[index % paths.length]}?${new URLSearchParams([[name, '']])}${value}`
      const request = { method: kind === 3 ? 'GET' : 'POST', url, headers: headers(type, field), body }
      const response = {
        status: 200,
        headers: headers(kind === 1 ? 'application/json' : type, value),
        body: kind === 1 ? json : body,
      }
      const ends = { purpose: 'fetch', request } as const
      const [asked, answered] = [`t${index}#1`, `t${index}#2`]
      const sent: Message = { gate: asked, exchange: asked, direction: 'request', from: 'app', to: 'api', ...ends }
      const back: Message = {
        gate: answered,
        exchange: asked,
        direction: 'response',
        from: 'api',
        to: 'app',
        ...ends,
        response,
      }
      const at = { step: index, time: NOON_MS }
      return [
        { ...at, type: 'held', message: sent },
        { ...at, type: 'delivered', gate: asked },
        { ...at, type: 'held', message: back },
        { ...at, type: index % 10 === 9 ? 'dropped' : 'delivered', gate: answered },
      ]
    })
}

function headers(type: string, value: string) {
  return [
    ['content-type', type],
    ['authorization', value],
    ['x-a', value],
    ['x b', value],
    ['set-cookie', value],
  ] as const
}

test.each([
  'authorization-code-pkce/happy',
  'authorization-code-pkce/pkce-mismatch',
  'parallel-401-race/each-refreshes',
])('%s: the project is laid out, type-correct, and passes its test', { timeout: 120_000 }, async (name) => {
  const files = codeProject.files(await playSolution(name))
  const folder = install(name.replace('/', '-'), files)
  // As this checkout is laid out itself.
  const layout = ['format', '--vcs-enabled=false', `--config-path=${resolve('biome.json')}`, '.']
  expect(run(folder, '@biomejs/biome/bin/biome', ...layout)).toMatchObject({ status: 0 })
  expect(run(folder, 'typescript/bin/tsc')).toEqual({ status: 0, output: '' })
  const { status, output } = playwright(folder)
  expect(output).toContain('1 passed')
  expect(status).toBe(0)
})

test('the test of the project is in force: with another answer it fails', { timeout: 120_000 }, async () => {
  const files = codeProject.files(await playSolution('lost-response/strict'))
  const handlers = String(files['src/handlers.ts']).replace("error: 'invalid_grant'", "error: 'invalid_request'")
  const { status, output } = playwright(install('changed', { ...files, 'src/handlers.ts': handlers }))
  expect(output).toContain('1 failed')
  expect(status).toBe(1)
})

test('200 hostile exchanges: the project passes its test', { timeout: 120_000 }, () => {
  const trace = hostileTrace(200)
  const title = 'hostile */ \n \u2028 ` \' "'
  const session = { scenario: '../../etc', settings: {}, seed: '1', choices: [] }
  const model = createSequence([{ id: 'app', title, kind: 'app' }])
  const files = codeProject.files({ title, session, step: 0, trace, model, rowCount: 0 })
  expect(files['tests/run.spec.ts']?.match(/test\.step/g)).toHaveLength(200)
  expect(playwright(install('hostile', files)).output).toContain('1 passed')
})

test('is written as it was', async () => {
  const files = codeProject.files(await playSolution('lost-response/strict'))
  await expect(files['src/handlers.ts']).toMatchFileSnapshot('golden/handlers.txt')
  await expect(files['tests/run.spec.ts']).toMatchFileSnapshot('golden/run.spec.txt')
  await expect(files['README.md']).toMatchFileSnapshot('golden/readme.txt')
})

test('asks for the versions that it is tried with', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
  expect({ ...dependencies, ...devDependencies }).toMatchObject(VERSIONS)
})

test('every file of code says that its tokens are fixtures', async () => {
  const files = codeProject.files(await playSolution('lost-response/strict'))
  for (const path of ['README.md', 'src/handlers.ts', 'tests/run.spec.ts'])
    expect(files[path]).toContain(FIXTURE_NOTICE)
})

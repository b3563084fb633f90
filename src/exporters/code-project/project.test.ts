import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createSequence } from '../../projections/sequence/index.ts'
import { FIXTURE_NOTICE } from '../contract.ts'
import { exportableRun } from '../example-runs.fixture.ts'
import { hostileTrace } from '../hostile-traces.fixture.ts'
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

test.each([
  'authorization-code-pkce/happy',
  'authorization-code-pkce/pkce-mismatch',
  'parallel-401-race/each-refreshes',
])('%s: the project is laid out, type-correct, and passes its test', { timeout: 120_000 }, async (name) => {
  const files = codeProject.files(await exportableRun(name))
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
  const files = codeProject.files(await exportableRun('lost-response/strict'))
  const handlers = String(files['src/handlers.ts']).replace("error: 'invalid_grant'", "error: 'invalid_request'")
  const { status, output } = playwright(install('changed', { ...files, 'src/handlers.ts': handlers }))
  expect(output).toContain('1 failed')
  expect(status).toBe(1)
})

test('200 hostile exchanges: the project passes its test', { timeout: 120_000 }, () => {
  const trace = hostileTrace(200)
  const title = 'hostile */ \n \u2028 ` \' "'
  const recipe = { scenario: '../../etc', settings: {}, seed: '1', choices: [] }
  const model = createSequence([{ id: 'app', title, kind: 'app' }])
  const files = codeProject.files({ title, recipe, step: 0, trace, model, rowCount: 0 })
  expect(files['tests/run.spec.ts']?.match(/test\.step/g)).toHaveLength(200)
  expect(playwright(install('hostile', files)).output).toContain('1 passed')
})

test('is written as it was', async () => {
  const files = codeProject.files(await exportableRun('lost-response/strict'))
  await expect(files['src/handlers.ts']).toMatchFileSnapshot('golden/handlers.txt')
  await expect(files['tests/run.spec.ts']).toMatchFileSnapshot('golden/run.spec.txt')
  await expect(files['README.md']).toMatchFileSnapshot('golden/readme.txt')
})

test('asks for the versions that it is tried with', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
  expect({ ...dependencies, ...devDependencies }).toMatchObject(VERSIONS)
})

test('every file of code says that its tokens are fixtures', async () => {
  const files = codeProject.files(await exportableRun('lost-response/strict'))
  for (const path of ['README.md', 'src/handlers.ts', 'tests/run.spec.ts'])
    expect(files[path]).toContain(FIXTURE_NOTICE)
})

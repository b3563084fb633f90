/** The house rules hold for every source file, and each rule finds what it is for. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  FLOORS,
  findBundlerSyntax,
  findFloorViolations,
  findMissingExtensions,
  findRealWorld,
  findSharedChanges,
  findShippedFixtures,
  findSiblingImports,
  findTwoWayFolders,
  findVagueFolders,
  findWrongWays,
  LEVELS,
  placesOf,
  REAL_WORLD_DEFAULTS,
  SINGLE_PLACES,
  type Source,
} from './architecture.ts'

const LOOK_TWICE_LINES = 300
const MOST_LINES = 400

const SOURCES: readonly Source[] = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => `src/${path.replaceAll('\\', '/')}`)
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }))

test('imports point down, or sideways where the table says so', () => {
  expect(findFloorViolations(SOURCES)).toEqual([])
})

test('every folder of src has its floor', () => {
  const folders = new Set(
    SOURCES.map(({ path }) => path.split('/')).flatMap((parts) => (parts.length > 2 ? [parts[1]] : [])),
  )
  expect([...folders].sort()).toEqual([...Object.keys(FLOORS), 'app', 'shims'].sort())
})

test.each(Object.entries(LEVELS))('within %s, imports point down the levels', (folder, levels) => {
  expect(findWrongWays(folder, levels, SOURCES)).toEqual([])
})

test.each([...Object.keys(FLOORS), 'app'])('within %s, no two sub-folders import each other', (folder) => {
  expect(findTwoWayFolders(folder, SOURCES)).toEqual([])
})

test('plug-ins do not know their siblings', () => {
  expect(findSiblingImports(SOURCES)).toEqual([])
})

test('nothing that ships imports a fixture', () => {
  expect(findShippedFixtures(SOURCES)).toEqual([])
})

test('a test that changes what others use stands alone', () => {
  expect(findSharedChanges(SOURCES)).toEqual([])
})

test('below app nothing touches the real clock, randomness, timers or network', () => {
  expect(findRealWorld(SOURCES)).toEqual([])
})

test.each(Object.keys(REAL_WORLD_DEFAULTS))('%s still needs its exemption', (path) => {
  const text = SOURCES.find((source) => source.path === path)?.text ?? ''
  expect(findRealWorld([{ path: path.replace('.ts', '-unlisted.ts'), text }])).not.toEqual([])
})

test.each(Object.entries(SINGLE_PLACES))('%s stands in one file', (_, word) => {
  expect(placesOf(word, SOURCES)).toHaveLength(1)
})

test('bundler syntax stands in app alone, so that the lower floors run in plain Node', () => {
  expect(findBundlerSyntax(SOURCES)).toEqual([])
})

test('relative imports name their file, extension included', () => {
  expect(findMissingExtensions(SOURCES)).toEqual([])
})

test('no folder is named after nothing', () => {
  expect(findVagueFolders(SOURCES)).toEqual([])
})

test(`no file has more than ${MOST_LINES} lines`, () => {
  const lengths = SOURCES.map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
  const long = lengths.filter(({ lines }) => lines > LOOK_TWICE_LINES)
  for (const { path, lines } of long) console.info(`look twice: ${path} has ${lines} lines`)
  expect(long.filter(({ lines }) => lines > MOST_LINES)).toEqual([])
})

/** A source that a rule is tried on. */
const given = (path: string, text: string): Source => ({ path: `src/${path}`, text })

test.each([
  ['up', given('lib/a.ts', "import { b } from '../http/b.ts'")],
  ['to the other wing', given('protocol/a.ts', "import type { Run } from '../simulation/run.ts'")],
  ['a value where types are allowed', given('share/a.ts', "export { replay } from '../simulation/index.ts'")],
  ['on demand', given('ui/a.tsx', "const late = () => import('../app/b.ts')")],
  ['for its effect', given('stage/a.ts', "import '../diagram/b.ts'")],
  ['a package of another floor', given('simulation/a.ts', "import { SignJWT } from 'jose'")],
  ['over several lines', given('http/a.ts', "import {\n  a,\n  b,\n} from '../protocol/b.ts'")],
])('finds an import that points %s', (_, source) => {
  expect(findFloorViolations([source])).toHaveLength(1)
})

test('sees no import in a comment, and lets a test look sideways but not up', () => {
  expect(findFloorViolations([given('lib/a.ts', "// import { b } from '../http/b.ts'")])).toEqual([])
  expect(findFloorViolations([given('http/a.test.ts', "import { b } from '../lib/b.ts'\nimport 'vitest'")])).toEqual([])
  expect(findFloorViolations([given('http/a.test.ts', "import { b } from '../ui/b.ts'")])).toHaveLength(1)
})

test('a fixture may do what a test may, and nothing that ships imports it', () => {
  const fixture = given('simulation/example.fixture.ts', "import 'jose'\nimport './other.fixture.ts'")
  const tested = given('simulation/a.test.ts', "import './example.fixture.ts'")
  expect(findFloorViolations([fixture, given('simulation/example.ts', fixture.text)])).toHaveLength(1)
  expect(findShippedFixtures([fixture, tested])).toEqual([])
  expect(findShippedFixtures([given('app/a.ts', "import type { B } from '../simulation/b.fixture.ts'")])).toHaveLength(
    1,
  )
})

test('finds a test that changes what others use', () => {
  const text = "vi.stubGlobal('process', {})"
  const files = ['lib/a.test.ts', 'lib/a.alone.test.ts', 'app/a.test.ts'].map((path) => given(path, text))
  expect(findSharedChanges(files)).toEqual(['src/lib/a.test.ts'])
})

test('finds what points up the levels of a folder, or to a neighbour, or stands on no level', () => {
  const levels = [['.'], ['state'], ['tokens', 'checks']]
  const wrong = [
    given('protocol/errors.ts', "import { a } from './state/a.ts'"),
    given('protocol/state/a.ts', "import type { B } from '../tokens/b.ts'"),
    given('protocol/checks/c.ts', "import { b } from '../tokens/b.ts'"),
    given('protocol/new/d.ts', "import { e } from '../errors.ts'"),
  ]
  const right = [
    given('protocol/index.ts', "export { b } from './tokens/b.ts'"),
    given('protocol/tokens/b.ts', "import { a } from '../state/a.ts'\nimport { e } from '../errors.ts'"),
    given('protocol/state/a.test.ts', "import { b } from '../tokens/b.ts'"),
    given('lib/tokens/a.ts', "import { a } from '../checks/a.ts'"),
  ]
  expect(findWrongWays('protocol', levels, [...wrong, ...right])).toHaveLength(wrong.length)
  expect(findWrongWays('protocol', levels, right)).toEqual([])
})

test('finds sub-folders that import each other, through whichever files', () => {
  const there = given('app/panes/a.ts', "import type { B } from '../session/b.ts'")
  const back = given('app/session/deep/c.ts', "import { d } from '../../panes/d.ts'")
  const root = given('app/page.ts', "import { a } from './panes/a.ts'")
  expect(findTwoWayFolders('app', [there, back, root])).toEqual(['panes → session'])
  expect(findTwoWayFolders('app', [there, root, given('app/panes/d.ts', "import '../page.ts'")])).toEqual([])
})

test('finds a sibling', () => {
  const [a, b] = [
    given('exporters/a/index.ts', "import '../b/index.ts'"),
    given('exporters/b/index.ts', "import '../a/index.ts'"),
  ]
  expect(findSiblingImports([a, b])).toHaveLength(2)
})

test.each([
  'const now = () => Date.now()',
  'export function now() {\n  return new Date()\n}',
  'const r = `${' + 'Math.random()}`',
  'setTimeout(() => undefined, 5)',
  'crypto.getRandomValues(bytes)',
  'const load = (url: string) => fetch(url)',
  'const get = globalThis.fetch',
  'await new SignJWT({}).setIssuedAt().sign(key)',
  "new SignJWT({}).setExpirationTime('1h')",
  'await jwtVerify(token, key, { issuer })',
])('finds the real world in: %s', (text) => {
  expect(findRealWorld([given('scenarios/a.ts', text)])).toHaveLength(1)
})

test.each([
  'async function load({ fetch }: TabGlobals) {\n  return fetch("/")\n}',
  'async function load(tab: TabGlobals) {\n  const { fetch } = tab\n  return fetch(tab.Date.now())\n}',
  'tab.start(async ({ fetch }) => {\n  await fetch("/")\n})',
  'interface Globals {\n  fetch(input: string): void\n}',
  'jwtVerify(token, key, { currentDate: new Date(0) })',
  '// Date.now() is not used here',
])('finds nothing in: %s', (text) => {
  expect(findRealWorld([given('scenarios/a.ts', text)])).toEqual([])
})

test('finds bundler syntax, missing extensions and vague folders', () => {
  const source = given(
    'projections/utils/a.ts',
    "import text from './b.md?raw'\nimport './c'\nconst m = import.meta.glob('*')",
  )
  expect(findBundlerSyntax([source])).toHaveLength(2)
  expect(findMissingExtensions([source])).toEqual(['src/projections/utils/a.ts: ./c'])
  expect(findVagueFolders([source])).toHaveLength(1)
})

test('counts the places of a guarded word, a quoted name and a comment aside', () => {
  const word = SINGLE_PLACES.localStorage ?? /^$/
  const used = given('app/a.ts', "localStorage.getItem('a')")
  expect(
    placesOf(word, [used, given('ui/b.ts', "const title = 'localStorage'"), given('app/c.ts', '// localStorage')]),
  ).toEqual([used.path])
})

/** The house rules of src/README.md as functions on source text: each returns what breaks its rule. Used by the test alone. */
import { posix } from 'node:path'

/** A file. */
export interface Source {
  /** From the project's root, with `/`. */
  readonly path: string
  readonly text: string
}

interface Import {
  readonly specifier: string
  /** The file in `src` that it names, or `undefined` for a package. */
  readonly target: string | undefined
  readonly isType: boolean
}

interface Floor {
  readonly level: 0 | 1 | 2 | 3 | 4
  /** Folders it may import; `name (types)` for types alone. */
  readonly folders: readonly string[]
  /** Packages it may import. */
  readonly packages: readonly string[]
}

const REACT = ['react', 'lucide-react']

/** Who may import whom; the table of src/README.md. `app` may import everything. */
export const FLOORS: Readonly<Record<string, Floor>> = {
  lib: { level: 0, folders: [], packages: [] },
  http: { level: 0, folders: ['lib'], packages: [] },
  protocol: { level: 1, folders: ['http', 'lib'], packages: ['jose'] },
  simulation: { level: 1, folders: ['http', 'lib'], packages: [] },
  reference: { level: 0, folders: ['lib'], packages: [] },
  'scenario-kit': {
    level: 2,
    folders: ['protocol', 'simulation', 'http', 'lib'],
    packages: ['jose', 'oauth4webapi'],
  },
  scenarios: {
    level: 2,
    folders: ['scenario-kit', 'protocol', 'simulation', 'http', 'lib'],
    packages: ['jose', 'oauth4webapi'],
  },
  guidance: {
    level: 2,
    folders: ['scenario-kit', 'projections', 'reference', 'simulation (types)', 'http', 'lib'],
    packages: [],
  },
  projections: { level: 2, folders: ['simulation (types)', 'http', 'lib'], packages: [] },
  exporters: { level: 2, folders: ['projections', 'simulation (types)', 'http', 'lib'], packages: ['uqr'] },
  // Files of other people: checked by shape, as in `share`.
  capture: { level: 2, folders: ['guidance', 'projections', 'reference', 'http', 'lib'], packages: ['valibot'] },
  share: { level: 2, folders: ['simulation (types)', 'lib'], packages: ['fflate', 'valibot'] },
  site: {
    level: 3,
    folders: ['exporters', 'guidance', 'projections', 'scenario-kit', 'share', 'simulation (types)', 'lib'],
    packages: [],
  },
  ui: { level: 3, folders: ['lib'], packages: [...REACT, '@base-ui/react', 'react-resizable-panels'] },
  diagram: { level: 3, folders: ['projections', 'ui', 'lib'], packages: [...REACT, 'mermaid'] },
  stage: { level: 3, folders: ['simulation (types)', 'ui', 'lib'], packages: REACT },
  inspectors: {
    level: 3,
    folders: ['diagram', 'projections', 'protocol', 'reference', 'simulation (types)', 'http', 'ui', 'lib'],
    packages: [...REACT, 'diff', 'highlight.js', 'jose', 'lowlight', 'markdown-to-jsx'],
  },
}

/** Folders of plug-ins: each sub-folder with an `index.ts` is one, and knows none of the others. */
const PLUG_INS = ['scenarios', 'inspectors', 'exporters']

/**
 * The levels within a floor, lowest first: a sub-folder may import those of the levels below its own, never its neighbours.
 * `.` stands for the files of the floor itself, its `index.ts` aside, which is above everything.
 */
export const LEVELS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  protocol: [['.'], ['state'], ['tokens', 'checks'], ['authentication'], ['authorization-server', 'resource-server']],
}

/** What only the real world has. `binding` is the name that a parameter may shadow (`client.ts` gets its world that way). */
const REAL_WORLD: readonly { readonly what: string; readonly pattern: RegExp; readonly binding?: string }[] = [
  { what: 'the real clock', pattern: /(?<![.\w])(?:globalThis\.)?Date\.now\b/, binding: 'Date' },
  { what: 'the real clock', pattern: /\bnew Date\(\s*\)/ },
  { what: 'the real clock', pattern: /(?<![.\w])(?:globalThis\.)?performance\.now\b/ },
  { what: 'the real clock', pattern: /\.setIssuedAt\(\s*\)|\.set(?:ExpirationTime|NotBefore|IssuedAt)\(\s*['"`]/ },
  { what: 'real randomness', pattern: /\bMath\.random\b/ },
  {
    what: 'real randomness',
    pattern: /(?<![.\w])(?:globalThis\.)?crypto\.(?:getRandomValues|randomUUID)\b/,
    binding: 'crypto',
  },
  {
    what: 'a real timer',
    pattern: /(?<![.\w])(?:globalThis\.)?set(?:Timeout|Interval)\((?!\s*\w+\??:)/,
    binding: 'setTimeout',
  },
  { what: 'the real network', pattern: /(?<![.\w])fetch\((?!\s*\w+\??:)|\bglobalThis\.fetch\b/, binding: 'fetch' },
]

/** Files below `app` that may name the real world, and why. */
export const REAL_WORLD_DEFAULTS: Readonly<Record<string, string>> = {
  'src/diagram/mermaid/mermaid-frame.tsx': 'whether there is a network decides how the frame can be loaded',
  'src/protocol/environment.ts':
    'the authorization server outside of a simulation: real clock and randomness as defaults',
  'src/protocol/send-by-fetch.ts': 'both servers outside of a simulation: the real fetch as a default',
  'src/exporters/code-project/spec-file.ts': 'the text of a test that runs in somebody else’s project',
}

/** What each stands in one file, so that there is one place to guard it: in the floors that are the real page. */
export const SINGLE_PLACES: Readonly<Record<string, RegExp>> = {
  msw: /from 'msw(?:\/[^']*)?'|import\('msw/,
  mermaid: /from 'mermaid(?:\/[^']*)?'|import\('mermaid/,
  'navigator.serviceWorker': /\bnavigator\.serviceWorker\b/,
  localStorage: /(?<![.\w])(?:window\.|globalThis\.)?localStorage\b(?!['"])/,
  'location.hash': /\blocation\.hash\b/,
  BroadcastChannel: /\bBroadcastChannel\b/,
}

/** A test, or what tests alone import: examples, adapters, small worlds. */
function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || isFixture(path)
}

function isFixture(path: string): boolean {
  return /\.fixture\.tsx?$/.test(path)
}

/** The files below `app` that are not tests. */
function lowerFloors(sources: readonly Source[]): readonly Source[] {
  return sources.filter(({ path }) => floorOf(path) in FLOORS && !isTest(path))
}

/** The folder of `src` that a file is in. */
function floorOf(path: string): string {
  return path.split('/')[1] ?? ''
}

/** The plug-in that a file belongs to, such as `scenarios/device-code`. */
function plugInOf(path: string, sources: readonly Source[]): string | undefined {
  const [, floor = '', name = ''] = path.split('/')
  const folder = `${floor}/${name}`
  return PLUG_INS.includes(floor) && sources.some((source) => source.path === `src/${folder}/index.ts`)
    ? folder
    : undefined
}

/** The code without comments; with `blankStrings` also without what quoted strings say. */
function codeOf(text: string, { blankStrings }: { blankStrings: boolean }): string {
  const token = /\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g
  return text.replace(token, (part) => (part.startsWith('/') ? '' : blankStrings ? "''" : part))
}

function importsOf({ path, text }: Source): Import[] {
  const statement =
    /(?:^|\n)\s*(import|export)(\s+type\b)?[^'"`;()]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/g
  return [...codeOf(text, { blankStrings: false }).matchAll(statement)].map(([, , type, from, bare]) => {
    const specifier = from ?? bare ?? ''
    const target = specifier.startsWith('.')
      ? posix.join(posix.dirname(path), specifier.replace(/\?.*$/, ''))
      : undefined
    return { specifier, target, isType: type !== undefined }
  })
}

function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
}

/** Imports that point up, sideways, or to a package of another floor. A test may look sideways, and use any package. */
export function findFloorViolations(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const from = floorOf(source.path)
    const floor = FLOORS[from]
    if (floor === undefined) return []
    return importsOf(source).flatMap(({ specifier, target, isType }) => {
      if (target === undefined) {
        const isFree = isTest(source.path) || floor.packages.includes(packageOf(specifier))
        return isFree ? [] : [`${source.path}: ${from} has no business with the package “${specifier}”`]
      }
      const to = floorOf(target)
      const isAllowed =
        to === from ||
        floor.folders.includes(to) ||
        (isType && floor.folders.includes(`${to} (types)`)) ||
        (isTest(source.path) && (FLOORS[to]?.level ?? 4) <= floor.level)
      return isAllowed ? [] : [`${source.path}: ${from} may not import ${to}${isType ? ' types' : ''} (${specifier})`]
    })
  })
}

/** What the files of a folder import from other sub-folders of it, tests aside. `.` is the folder itself without its `index.ts`. */
function importsAcross(folder: string, sources: readonly Source[]) {
  const subFolderOf = (path: string): string | undefined => {
    if (!path.startsWith(`src/${folder}/`) || path === `src/${folder}/index.ts`) return undefined
    const [name = '', ...rest] = path.slice(`src/${folder}/`.length).split('/')
    return rest.length === 0 ? '.' : name
  }
  return sources.flatMap((source) => {
    const from = subFolderOf(source.path)
    if (from === undefined || isTest(source.path)) return []
    return importsOf(source).flatMap(({ target, specifier }) => {
      const to = target === undefined ? undefined : subFolderOf(target)
      return to === undefined || to === from ? [] : [{ path: source.path, from, to, specifier }]
    })
  })
}

/** Imports within a folder, types included, that do not point down the levels: `levels` as in {@link LEVELS}. */
export function findWrongWays(
  folder: string,
  levels: readonly (readonly string[])[],
  sources: readonly Source[],
): string[] {
  const levelOf = (subFolder: string) => levels.findIndex((level) => level.includes(subFolder))
  return importsAcross(folder, sources)
    .filter(({ from, to }) => levelOf(from) < 0 || levelOf(to) < 0 || levelOf(to) >= levelOf(from))
    .map(({ path, from, to, specifier }) => `${path}: ${from} may not import ${to} (${specifier})`)
}

/** Pairs of sub-folders that import each other, types included; the files of the folder itself are no sub-folder. */
export function findTwoWayFolders(folder: string, sources: readonly Source[]): string[] {
  const arrows = new Set(
    importsAcross(folder, sources)
      .filter(({ from, to }) => from !== '.' && to !== '.')
      .map(({ from, to }) => `${from} → ${to}`),
  )
  return [...arrows].filter((arrow) => {
    const [from = '', to = ''] = arrow.split(' → ')
    return from < to && arrows.has(`${to} → ${from}`)
  })
}

/** Imports from one plug-in into another of its kind. */
export function findSiblingImports(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const own = plugInOf(source.path, sources)
    return importsOf(source).flatMap(({ target, specifier }) => {
      const other = target === undefined ? undefined : plugInOf(target, sources)
      const isSibling =
        own !== undefined && other !== undefined && own !== other && own.split('/')[0] === other.split('/')[0]
      return isSibling ? [`${source.path}: a plug-in imports its sibling (${specifier})`] : []
    })
  })
}

/** Fixtures that code imports which ships. */
export function findShippedFixtures(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => !isTest(path))
    .flatMap((source) =>
      importsOf(source)
        .filter(({ target }) => target !== undefined && isFixture(target))
        .map(({ specifier }) => `${source.path}: ${specifier}`),
    )
}

/** Tests that would change the modules or the globals of others: below `app` those that do are called `*.alone.test.ts`. */
export function findSharedChanges(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => isTest(path) && floorOf(path) in FLOORS && !/\.alone\.test\.tsx?$/.test(path))
    .filter(({ text }) =>
      /\bvi\.(?:resetModules|(?:do)?[mM]ock|stubGlobal)\b|\bspyOn\(/.test(codeOf(text, { blankStrings: true })),
    )
    .map(({ path }) => path)
}

/** Uses of the real clock, randomness, timers and network below `app`. */
export function findRealWorld(sources: readonly Source[]): string[] {
  const checked = lowerFloors(sources).filter(({ path }) => !(path in REAL_WORLD_DEFAULTS))
  return checked.flatMap(({ path, text }) =>
    // By top-level declaration: a name that its parameters bind is not the global one in there.
    codeOf(text, { blankStrings: false })
      .split(/\n(?=\S)/)
      .flatMap((declaration) => {
        const bound = [...declaration.matchAll(/\{([^{}]*)\}\s*(?::|\)\s*=>|=(?![=>]))/g)].flatMap(([, names = '']) =>
          names.split(/\W+/),
        )
        const verifiesNow = /\bjwt(?:Verify|Decrypt)\(/.test(declaration) && !/\bcurrentDate\b/.test(declaration)
        return [
          ...REAL_WORLD.filter(
            ({ pattern, binding }) => pattern.test(declaration) && !(binding && bound.includes(binding)),
          ),
          ...(verifiesNow ? [{ what: 'the real clock (give `currentDate`)' }] : []),
        ].map(({ what }) => `${path}: uses ${what} in “${declaration.trim().split('\n', 1)}”`)
      }),
  )
}

/** The files of the page's floors in which a guarded word stands. */
export function placesOf(word: RegExp, sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => !isTest(path) && (floorOf(path) === 'app' || (FLOORS[floorOf(path)]?.level ?? 0) >= 3))
    .filter(({ text }) => word.test(codeOf(text, { blankStrings: false })))
    .map(({ path }) => path)
}

/** Bundler syntax below `app`, and style sheets below the floors that are drawn. */
export function findBundlerSyntax(sources: readonly Source[]): string[] {
  return lowerFloors(sources).flatMap((source) => [
    ...(/\bimport\.meta\b/.test(codeOf(source.text, { blankStrings: true })) ? [`${source.path}: import.meta`] : []),
    ...importsOf(source)
      .filter(
        ({ specifier }) =>
          specifier.includes('?') || (specifier.endsWith('.css') && (FLOORS[floorOf(source.path)]?.level ?? 0) < 3),
      )
      .map(({ specifier }) => `${source.path}: ${specifier}`),
  ])
}

/** Relative imports that do not name a file. */
export function findMissingExtensions(sources: readonly Source[]): string[] {
  return sources.flatMap((source) =>
    importsOf(source)
      .filter(({ target }) => target !== undefined && !/\.(?:tsx?|css|json|md|svg)$/.test(target))
      .map(({ specifier }) => `${source.path}: ${specifier}`),
  )
}

/** Folders that are named after nothing. */
export function findVagueFolders(sources: readonly Source[]): string[] {
  return sources.map(({ path }) => path).filter((path) => /\/(?:utils|helpers|common|types|hooks)\//.test(path))
}

import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { createSequence } from '../projections/sequence/index.ts'
import {
  type AnyExporter,
  EXPORT_GROUPS,
  type ExportableRun,
  type Exporter,
  FIXTURE_NOTICE,
  isOfRun,
} from './contract.ts'
import { exportableRun, outcomeNames } from './example-runs.fixture.ts'
import { SIGNATURE_REMOVED, withoutSignatures } from './signatures.ts'

// Every exporter of a run and every scenario, whoever adds one: the contract holds for all of them.
const here = fileURLToPath(new URL('.', import.meta.url))
const folders = readdirSync(here).filter((name) => existsSync(`${here}${name}/index.ts`))
const loaded = await Promise.all(
  folders.map(async (name) => {
    const module: { default: AnyExporter } = await import(`${here}${name}/index.ts`)
    return { folder: name, exporter: module.default }
  }),
)
const exporters = loaded.flatMap(({ folder, exporter }) => (isOfRun(exporter) ? [{ folder, exporter }] : []))

/** The first outcome of each scenario. */
const outcomes = outcomeNames.filter((name, index, all) => name.split('/', 1)[0] !== all[index - 1]?.split('/', 1)[0])
const runs = new Map(await Promise.all(outcomes.map(async (name) => [name, await exportableRun(name)] as const)))
const cases = exporters.flatMap(({ exporter }) =>
  [...runs].map(([name, run]) => ({ id: exporter.id, name, exporter, run })),
)

/** Everything that an exporter writes of a run, and the text that has to say what its tokens are. */
function write(exporter: Exporter, run: ExportableRun): { readonly all: string; readonly notice: string } {
  if (exporter.kind !== 'project') {
    const text = exporter.convert(run)
    return { all: text, notice: text }
  }
  const files = exporter.files(run)
  return { all: JSON.stringify(files), notice: files['README.md'] ?? '' }
}

/** The run as the page hands it over when signatures are to be left out. */
function unsigned(run: ExportableRun): ExportableRun {
  const trace = withoutSignatures(run.trace)
  const model = createSequence(run.model.lanes)
  model.push(trace)
  return { ...run, recipe: withoutSignatures(run.recipe), trace, model }
}

/** Every signature of a JWS in compact form (RFC 7515 §7.1). */
function signaturesIn(text: string): string[] {
  return [...text.matchAll(/eyJ[\w-]+\.eyJ[\w-]+\.([\w-]+)/g)].map(([, signature = '']) => signature)
}

test('there are exporters in every part of the menu, and scenarios to export', () => {
  expect(new Set(exporters.map(({ exporter }) => exporter.group))).toEqual(new Set(EXPORT_GROUPS))
  expect(runs.size).toBeGreaterThan(0)
})

test.each(exporters)(
  '$folder: its folder has its name, and the menu can tell it from the others',
  ({ folder, exporter }) => {
    expect(exporter.id).toBe(folder)
    expect(exporter.hint).toMatch(/\.$/)
    for (const key of ['title', 'fileName'] as const) {
      expect(exporters.filter((other) => other.exporter[key] === exporter[key])).toHaveLength(1)
    }
    const inGroup = exporters.filter((other) => other.exporter.group === exporter.group)
    expect(inGroup.filter((other) => other.exporter.order === exporter.order)).toHaveLength(1)
  },
)

test.each(cases)('$id of $name: says that its tokens are fixtures', ({ exporter, run }) => {
  expect(write(exporter, run).notice).toContain(FIXTURE_NOTICE)
})

test.each(cases)('$id of $name: the same run gives the same bytes', ({ exporter, run }) => {
  expect(write(exporter, { ...run, trace: structuredClone(run.trace) }).all).toBe(write(exporter, run).all)
})

test.each(cases)('$id of $name: has no signature of a run without signatures', ({ exporter, run }) => {
  const kept = signaturesIn(write(exporter, unsigned(run)).all)
  expect(kept.filter((signature) => signature !== SIGNATURE_REMOVED)).toEqual([])
})

test('the runs have signatures that could be left in', () => {
  expect([...runs.values()].some((run) => signaturesIn(JSON.stringify(run.trace)).length > 0)).toBe(true)
})

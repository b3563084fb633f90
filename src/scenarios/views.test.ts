/** The views that are projections of a run hold over every solution of every scenario. */
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { compareRuns, type Recording } from '../projections/comparison/index.ts'
import { decisionPathsAt, describeLifetime, lifetimesAt, tokensIn } from '../projections/index.ts'
import { createSequence } from '../projections/sequence/index.ts'
import type { Trace } from '../simulation/index.ts'
import { resolveSettings, type Scenario, type Solution } from './contract.ts'
import { DEFAULT_SEED, expandSolution, startRun } from './run.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const folders = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory())
const scenarios = await Promise.all(
  folders.map(async ({ name }): Promise<Scenario> => (await import(`./${name}/index.ts`)).default),
)
const cases = scenarios.flatMap((scenario) => scenario.solutions.map((solution) => ({ scenario, solution })))
const traces = new Map<Solution, Promise<Trace>>()

function traceOf(scenario: Scenario, solution: Solution): Promise<Trace> {
  const known = traces.get(solution) ?? expandSolution(scenario, solution).then(({ trace }) => trace)
  traces.set(solution, known)
  return known
}

/** A solution's trace and its rows. */
async function recordingOf(scenario: Scenario, solution: Solution): Promise<Recording> {
  const trace = await traceOf(scenario, solution)
  const session = { scenario: scenario.id, settings: solution.settings ?? {}, seed: DEFAULT_SEED, choices: [] }
  const sequence = createSequence((await startRun(scenario, session)).actors)
  sequence.push(trace)
  return { trace, sequence }
}

test.each(cases)(
  '$scenario.id / $solution.id: lifetimes know every artefact, and nothing of the future',
  async ({ scenario, solution }) => {
    const trace = await traceOf(scenario, solution)
    const end = trace.at(-1)?.step ?? 0
    const issued = new Set<string>()
    const later = new Map<string, number>()
    for (const event of trace) {
      if (event.type !== 'note' || event.note.type !== 'lifecycle') continue
      const key = `${event.note.artifact} ${event.note.id}`
      if (event.note.change === 'issued' && !issued.has(key)) issued.add(key)
      else later.set(key, (later.get(key) ?? 0) + 1)
    }
    const { items, now } = lifetimesAt(trace, end)
    expect(items.map(({ artifact, id }) => `${artifact} ${id}`)).toEqual([...issued])
    expect(new Set(items.map(({ name }) => name)).size).toBe(items.length)
    for (const item of items) {
      expect(item.changes).toHaveLength(later.get(`${item.artifact} ${item.id}`) ?? 0)
      expect(item.state === 'live', describeLifetime(item, now)).toBe(item.endedAt === undefined)
      for (const time of [item.endedAt ?? now, ...item.changes.map((change) => change.time)]) {
        expect(time).toBeGreaterThanOrEqual(item.issuedAt)
        expect(time).toBeLessThanOrEqual(now)
      }
    }
    for (let step = 0; step < end; step += 1) {
      const earlier = lifetimesAt(trace, step).items
      expect(earlier.map(({ name }) => name)).toEqual(items.slice(0, earlier.length).map(({ name }) => name))
      for (const item of earlier) expect(item.step).toBeLessThanOrEqual(step)
    }
  },
)

test.each(cases)(
  '$scenario.id / $solution.id: a token has the same name wherever the run is looked at',
  async ({ scenario, solution }) => {
    const trace = await traceOf(scenario, solution)
    const end = trace.at(-1)?.step ?? 0
    const { items } = lifetimesAt(trace, end)
    const tokens = tokensIn(trace, end)
    expect(new Set(tokens.map(({ name }) => name)).size).toBe(tokens.length)
    for (const { name, kind, jwt, sightings } of tokens) {
      const own = items.filter(({ artifact }) => artifact === kind)
      const issuedHere = own.find(({ exchange }) => exchange === sightings[0]?.exchange)
      const isNew = /^(response|redirect)/.test(sightings[0]?.where ?? '')
      const item = own.find(({ id }) => id === jwt?.claims.jti) ?? (isNew ? issuedHere : undefined)
      if (item !== undefined) expect(name).toBe(item.name)
    }
  },
)

test.each(cases)(
  '$scenario.id / $solution.id: compared with another, it parts from it where there is a reason',
  async ({ scenario, solution }) => {
    const { solutions } = scenario
    const other = solutions.find(({ id }) => id === (solution.remedy ?? solutions.find((one) => one !== solution)?.id))
    if (other === undefined) throw new Error('There is nothing to compare it with.')
    const [left, right] = [await recordingOf(scenario, solution), await recordingOf(scenario, other)]
    expect(compareRuns(left, left).divergence).toBeUndefined()
    const { rows, divergence } = compareRuns(left, right)
    expect(rows.flatMap((row) => row.left ?? [])).toEqual(left.sequence.rows)
    expect(rows.flatMap((row) => row.right ?? [])).toEqual(right.sequence.rows)
    for (const row of rows) {
      expect(row.differences.length > 0).toBe(!row.isSame && row.left !== undefined && row.right !== undefined)
      for (const difference of row.differences) expect(difference.left).not.toBe(difference.right)
    }
    if (solution.outcome !== other.outcome) expect(divergence).toBeDefined()
    const settings = [solution, other].map((one) => resolveSettings(scenario, one.settings ?? {}))
    if (divergence === undefined || JSON.stringify(settings[0]) !== JSON.stringify(settings[1])) return
    // Nothing but what somebody chose makes runs of the same settings and seed differ.
    const [ours, theirs] = [left, right].map(({ trace }) =>
      trace.flatMap((event) => (event.type === 'choice' ? [JSON.stringify(event.choice)] : [])),
    )
    const firstChoice = ours?.findIndex((choice, index) => choice !== theirs?.[index]) ?? -1
    const parting = Math.min(...[rows[divergence]?.left, rows[divergence]?.right].flatMap((row) => row?.step ?? []))
    expect(parting).toBe((firstChoice < 0 ? (ours?.length ?? 0) : firstChoice) + 1)
  },
)

test.each(cases.filter(({ scenario }) => scenario.flowchart !== undefined))(
  '$scenario.id / $solution.id: every decision lies on a path from the start of the flowchart',
  async ({ scenario, solution }) => {
    const chart = scenario.flowchart ?? { nodes: [], edges: [] }
    const trace = await traceOf(scenario, solution)
    const made = trace.filter((event) => event.type === 'note' && event.note.type === 'decision')
    const paths = decisionPathsAt(chart, trace, trace.at(-1)?.step ?? 0)
    expect(paths.flatMap(({ decisions }) => decisions)).toHaveLength(made.length)
    const start = chart.nodes.find(({ kind }) => kind === 'start')?.id
    for (const { nodes, edges } of paths) {
      expect(nodes[0]).toBe(start)
      expect(edges.map((edge) => chart.edges[edge]?.to)).toEqual(nodes.slice(1))
      expect(edges.map((edge) => chart.edges[edge]?.from)).toEqual(nodes.slice(0, -1))
    }
    // A run at rest has come to an end of each path.
    const ends = chart.nodes.flatMap(({ id, kind }) => (kind === 'end' ? [id] : []))
    for (const { nodes } of paths) expect(ends).toContain(nodes.at(-1))
  },
)

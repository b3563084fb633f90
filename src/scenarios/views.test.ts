/** The views that are projections of a run hold over every solution of every scenario. */
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { decisionPathsAt, describeLifetime, lifetimesAt, tokensIn } from '../projections/index.ts'
import type { Trace } from '../simulation/index.ts'
import type { Scenario, Solution } from './contract.ts'
import { expandSolution } from './run.ts'

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

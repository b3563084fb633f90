/** The views that are projections of a run hold over every outcome of every scenario. */
import { expect, test } from 'vitest'
import { compareRuns } from '../projections/comparison/index.ts'
import { decisionPathsAt, describeLifetime, lifetimesAt, tokensIn } from '../projections/index.ts'
import { resolveSettings } from '../scenario-kit/contract.ts'
import { cases, played } from '../scenario-kit/played.fixture.ts'

test.each(cases)(
  '$scenario.id / $outcome.id: lifetimes know every artifact, and nothing of the future',
  async ({ scenario, outcome }) => {
    const trace = (await played(scenario, outcome)).trace
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
  '$scenario.id / $outcome.id: a token has the same name wherever the run is looked at',
  async ({ scenario, outcome }) => {
    const trace = (await played(scenario, outcome)).trace
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
  '$scenario.id / $outcome.id: compared with another, it parts from it where there is a reason',
  async ({ scenario, outcome }) => {
    const { outcomes } = scenario
    const other = outcomes.find(({ id }) => id === (outcome.remedy ?? outcomes.find((one) => one !== outcome)?.id))
    if (other === undefined) throw new Error('There is nothing to compare it with.')
    const [left, right] = [await played(scenario, outcome), await played(scenario, other)]
    expect(compareRuns(left, left).divergence).toBeUndefined()
    const { rows, divergence } = compareRuns(left, right)
    expect(rows.flatMap((row) => row.left ?? [])).toEqual(left.sequence.rows)
    expect(rows.flatMap((row) => row.right ?? [])).toEqual(right.sequence.rows)
    for (const row of rows) {
      expect(row.differences.length > 0).toBe(!row.isSame && row.left !== undefined && row.right !== undefined)
      for (const difference of row.differences) expect(difference.left).not.toBe(difference.right)
    }
    if (outcome.result !== other.result) expect(divergence).toBeDefined()
    const settings = [outcome, other].map((one) => resolveSettings(scenario, one.settings ?? {}))
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
  '$scenario.id / $outcome.id: every decision lies on a path from the start of the flowchart',
  async ({ scenario, outcome }) => {
    const chart = scenario.flowchart ?? { nodes: [], edges: [] }
    const trace = (await played(scenario, outcome)).trace
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

import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import mermaid from 'mermaid'
import { beforeAll, expect, test } from 'vitest'
import { mermaidText } from '../exporters/mermaid/index.ts'
import { expectedMessages, parsedMessages, type SequenceDatabase } from '../exporters/mermaid/parsed-messages.ts'
import { createSequence } from '../projections/sequence/index.ts'
import { decodeLink, encodeLink } from '../share/index.ts'
import type { Message, Trace } from '../simulation/index.ts'
import {
  codeOf,
  matchesMessage,
  regionOf,
  runningCode,
  type Scenario,
  type Solution,
  senderOf,
  settingProblems,
} from './contract.ts'
import { serverMetadata, usualPath } from './endpoints.ts'
import { SIMULATED_ORIGINS } from './origins.ts'
import { expandSolution, replaySession } from './run.ts'

// Every scenario folder, whoever adds it: the contract holds for all of them.
const here = fileURLToPath(new URL('.', import.meta.url))
const folders = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory())
const scenarios = await Promise.all(
  folders.map(async ({ name }): Promise<Scenario> => (await import(`./${name}/index.ts`)).default),
)
const cases = scenarios.flatMap((scenario) => scenario.solutions.map((solution) => ({ scenario, solution })))
const expanded = new Map<Solution, ReturnType<typeof expandSolution>>()

function expansion(scenario: Scenario, solution: Solution) {
  const known = expanded.get(solution) ?? expandSolution(scenario, solution)
  expanded.set(solution, known)
  return known
}

function messages(trace: Trace): Message[] {
  return trace.flatMap((event) => (event.type === 'held' ? [event.message] : []))
}

beforeAll(() => {
  mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', maxTextSize: 2_000_000 })
})

test('there is at least one scenario', () => {
  expect(scenarios.length).toBeGreaterThan(0)
})

test.each(scenarios)('$id: its folder has its name, ids are unique, remedies exist', (scenario) => {
  expect(folders.map(({ name }) => name)).toContain(scenario.id)
  for (const ids of [scenario.solutions, scenario.settings].map((list) => list.map(({ id }) => id))) {
    expect(new Set(ids).size).toBe(ids.length)
  }
  for (const { remedy, settings = {} } of scenario.solutions) {
    if (remedy !== undefined) expect(scenario.solutions.map(({ id }) => id)).toContain(remedy)
    expect(settingProblems(scenario, settings)).toEqual([])
  }
})

test.each(scenarios)(
  '$id: its code has the regions it declares with every solution’s settings, and the lesson a section for each',
  (scenario) => {
    for (const { settings = {} } of scenario.solutions) {
      const sources = runningCode(scenario, settings).map(({ file }) =>
        readFileSync(`${here}${scenario.id}/${file}`, 'utf8'),
      )
      const regions = [...sources.join('\n').matchAll(/\/\/ #region (\S+)/g)].map(([, name]) => name)
      for (const { region } of scenario.regions) expect(regions).toContain(region)
    }
    const lesson = readFileSync(`${here}${scenario.id}/lesson.md`, 'utf8')
    for (const { title } of scenario.regions) expect(lesson).toContain(`\n## ${title}\n`)
  },
)

test.each(scenarios)('$id: each of its files of code runs in some solution, and varies one that exists', (scenario) => {
  const running = scenario.solutions.flatMap(({ settings = {} }) => runningCode(scenario, settings))
  const files = codeOf(scenario).map(({ file }) => file)
  expect(new Set(running.map(({ file }) => file))).toEqual(new Set(files))
  for (const { insteadOf } of codeOf(scenario)) if (insteadOf !== undefined) expect(files).toContain(insteadOf)
  if (scenario.variantOf !== undefined) expect(scenarios.map(({ id }) => id)).toContain(scenario.variantOf)
})

test.each(scenarios)('$id: its change log goes back from this version to the first', ({ version, asOf, changes }) => {
  expect(changes[0]).toMatchObject({ version, asOf })
  expect(changes.map((change) => change.version)).toEqual(changes.map((_, index) => version - index))
  expect(changes.at(-1)?.version).toBe(1)
})

test.each(cases)('$scenario.id / $solution.id: reaches its goal', async ({ scenario, solution }) => {
  const { trace } = await expansion(scenario, solution)
  expect(solution.goal.reached(trace), solution.goal.description).toBe(true)
})

test.each(cases)(
  '$scenario.id / $solution.id: no task fails, nothing talks to a host that is not simulated',
  async ({ scenario, solution }) => {
    const { trace } = await expansion(scenario, solution)
    expect(trace.filter((event) => event.type === 'failed')).toEqual([])
    for (const { request } of messages(trace)) expect(SIMULATED_ORIGINS).toContain(new URL(request.url).origin)
  },
)

test.each(cases)(
  '$scenario.id / $solution.id: each endpoint that is used has a setting for its path',
  async ({ scenario, solution }) => {
    const { trace } = await expansion(scenario, solution)
    const paths = messages(trace).map(({ request }) => usualPath(new URL(request.url), solution.settings ?? {}))
    for (const [id, url] of Object.entries(serverMetadata({}))) {
      if (id === 'issuer' || !paths.includes(new URL(url).pathname)) continue
      expect(scenario.settings.map((field) => field.id)).toContain(id)
    }
  },
)

test.each(cases)('$scenario.id / $solution.id: replays identically', async ({ scenario, solution }) => {
  const { session, trace } = await expansion(scenario, solution)
  const again = await replaySession(scenario, session)
  expect(JSON.stringify(again.trace)).toBe(JSON.stringify(trace))
})

test.each(cases)('$scenario.id / $solution.id: round-trips through a link', async ({ scenario, solution }) => {
  const { session } = await expansion(scenario, solution)
  const shared = { session, cursor: session.choices.length }
  const decoded = decodeLink(encodeLink(shared))
  expect(decoded).toEqual({ ok: true, shared })
  // The order of members too: the trace has the choices as text.
  const again = decoded.ok ? decoded.shared.session.choices : []
  expect(again.map((choice) => JSON.stringify(choice))).toEqual(session.choices.map((choice) => JSON.stringify(choice)))
})

test.each(cases)(
  '$scenario.id / $solution.id: each message of the client falls into exactly one region',
  async ({ scenario, solution }) => {
    const { trace } = await expansion(scenario, solution)
    const fetched = messages(trace).filter(
      (message) =>
        message.purpose !== 'navigation' &&
        // What other servers call the client for is not the client's doing.
        (message.purpose === 'backchannel' ? [senderOf(message)] : [message.from, message.to]).includes(
          scenario.client,
        ),
    )
    for (const message of fetched) {
      const fitting = scenario.regions.filter(({ matches }) =>
        matches.some((pattern) => matchesMessage(pattern, message, solution.settings)),
      )
      expect(
        fitting.map(({ region }) => region),
        message.request.url,
      ).toEqual([regionOf(scenario, message, solution.settings ?? {})])
    }
  },
)

test.each(cases)(
  '$scenario.id / $solution.id: the diagram has a row for every step',
  async ({ scenario, solution }) => {
    const { session, trace } = await expansion(scenario, solution)
    const run = await replaySession(scenario, session, 0)
    const sequence = createSequence(run.actors)
    sequence.push(trace)
    expect([...new Set(sequence.rows.map(({ step }) => step))]).toEqual(session.choices.map((_, index) => index + 1))
  },
)

test.each(scenarios)('$id: its actors stand in the order of the first request', async (scenario) => {
  const { session, trace } = await expansion(scenario, scenario.solutions[0])
  const run = await replaySession(scenario, session, 0)
  const seen = new Set(messages(trace).flatMap(({ from, to }) => [from, to]))
  const taking = run.actors.map(({ id }) => id).filter((id) => seen.has(id))
  expect(taking).toEqual([...seen])
})

test.each(cases)(
  '$scenario.id / $solution.id: Mermaid draws the messages of the model',
  async ({ scenario, solution }) => {
    const { session, trace } = await expansion(scenario, solution)
    const sequence = createSequence((await replaySession(scenario, session, 0)).actors)
    sequence.push(trace)
    const { db } = await mermaid.mermaidAPI.getDiagramFromText(mermaidText(sequence, sequence.rows.length))
    const drawn = parsedMessages(db as unknown as SequenceDatabase)
    expect(drawn).toEqual(expectedMessages(sequence, sequence.rows.length))
    expect(drawn.length).toBeGreaterThanOrEqual(session.choices.length)
  },
)

test.each(scenarios.filter(({ flowchart }) => flowchart !== undefined))(
  '$id: every answer in its flowchart is given by some solution, and no other',
  async (scenario) => {
    const drawn = (scenario.flowchart?.edges ?? []).flatMap(({ from, answer }) =>
      answer ? [`${from}: ${answer}`] : [],
    )
    const given = new Set<string>()
    for (const solution of scenario.solutions) {
      for (const event of (await expansion(scenario, solution)).trace) {
        if (event.type !== 'note' || event.note.type !== 'decision') continue
        given.add(`${event.note.question}: ${event.note.answer}`)
      }
    }
    expect([...given].sort()).toEqual(drawn.sort())
  },
)

import { readFileSync } from 'node:fs'
import mermaid from 'mermaid'
import { beforeAll, expect, test } from 'vitest'
import { mermaidText } from '../exporters/mermaid/index.ts'
import {
  expectedMessages,
  parsedMessages,
  type SequenceDatabase,
} from '../exporters/mermaid/parsed-messages.fixture.ts'
import { isOnDevice } from '../http/index.ts'
import { SIMULATED_URL } from '../http/simulated-hosts.ts'
import { codeOf, matchesMessage, regionOf, runningCode, senderOf, settingProblems } from '../scenario-kit/contract.ts'
import { serverMetadata, usualPath } from '../scenario-kit/endpoints.ts'
import { cases, played, scenarioIds, scenarios } from '../scenario-kit/played.fixture.ts'
import { replayRecipe } from '../scenario-kit/run.ts'
import { decodeLink, encodeLink } from '../share/index.ts'
import type { Message, Trace } from '../simulation/index.ts'

function messages(trace: Trace): Message[] {
  return trace.flatMap((event) => (event.type === 'held' ? [event.message] : []))
}

beforeAll(() => {
  mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', maxTextSize: 2_000_000 })
})

test('there is at least one scenario', () => {
  expect(scenarios.length).toBeGreaterThan(0)
})

test('the id of each scenario is the name of its folder', () => {
  expect(scenarios.map(({ id }) => id)).toEqual(scenarioIds)
})

test.each(scenarios)('$id: ids are unique, remedies exist', (scenario) => {
  for (const ids of [scenario.outcomes, scenario.settings].map((list) => list.map(({ id }) => id))) {
    expect(new Set(ids).size).toBe(ids.length)
  }
  for (const { remedy, settings = {} } of scenario.outcomes) {
    if (remedy !== undefined) expect(scenario.outcomes.map(({ id }) => id)).toContain(remedy)
    expect(settingProblems(scenario, settings)).toEqual([])
  }
})

test.each(scenarios)(
  '$id: its code has the regions it declares with every outcome’s settings, and the lesson a section for each',
  (scenario) => {
    for (const { settings = {} } of scenario.outcomes) {
      const sources = runningCode(scenario, settings).map(({ file }) =>
        readFileSync(`src/scenarios/${scenario.id}/${file}`, 'utf8'),
      )
      const regions = [...sources.join('\n').matchAll(/\/\/ #region (\S+)/g)].map(([, name]) => name)
      for (const { region } of scenario.regions) expect(regions).toContain(region)
    }
    const lesson = readFileSync(`src/scenarios/${scenario.id}/lesson.md`, 'utf8')
    for (const { title } of scenario.regions) expect(lesson).toContain(`\n## ${title}\n`)
  },
)

test.each(scenarios)('$id: each of its files of code runs in some outcome, and varies one that exists', (scenario) => {
  const running = scenario.outcomes.flatMap(({ settings = {} }) => runningCode(scenario, settings))
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

test.each(cases)('$scenario.id / $outcome.id: reaches its goal', async ({ scenario, outcome }) => {
  const { trace } = await played(scenario, outcome)
  expect(outcome.goal.reached(trace), outcome.goal.description).toBe(true)
})

test.each(cases)(
  '$scenario.id / $outcome.id: no task fails, nothing talks to a host that is not simulated',
  async ({ scenario, outcome }) => {
    const { trace } = await played(scenario, outcome)
    expect(trace.filter((event) => event.type === 'failed')).toEqual([])
    // What stays on the machine is never handed to a transport (`simulation/network.ts`).
    const sent = messages(trace).filter(({ request }) => !isOnDevice(request.url))
    for (const { request } of sent) expect(request.url).toMatch(SIMULATED_URL)
  },
)

test.each(cases)(
  '$scenario.id / $outcome.id: each endpoint that is used has a setting for its path',
  async ({ scenario, outcome }) => {
    const { trace } = await played(scenario, outcome)
    const paths = messages(trace).map(({ request }) => usualPath(new URL(request.url), outcome.settings ?? {}))
    for (const [id, url] of Object.entries(serverMetadata({}))) {
      if (id === 'issuer' || !paths.includes(new URL(url).pathname)) continue
      expect(scenario.settings.map((field) => field.id)).toContain(id)
    }
  },
)

test.each(cases)('$scenario.id / $outcome.id: replays identically', async ({ scenario, outcome }) => {
  const { recipe, trace } = await played(scenario, outcome)
  const again = await replayRecipe(scenario, recipe)
  expect(JSON.stringify(again.trace)).toBe(JSON.stringify(trace))
})

test.each(cases)('$scenario.id / $outcome.id: round-trips through a link', async ({ scenario, outcome }) => {
  const { recipe } = await played(scenario, outcome)
  const shared = { recipe, cursor: recipe.choices.length }
  const decoded = decodeLink(encodeLink(shared))
  expect(decoded).toEqual({ ok: true, shared })
  // The order of members too: the trace has the choices as text.
  const again = decoded.ok ? decoded.shared.recipe.choices : []
  expect(again.map((choice) => JSON.stringify(choice))).toEqual(recipe.choices.map((choice) => JSON.stringify(choice)))
})

test.each(cases)(
  '$scenario.id / $outcome.id: each message of the client falls into exactly one region',
  async ({ scenario, outcome }) => {
    const { trace } = await played(scenario, outcome)
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
        matches.some((pattern) => matchesMessage(pattern, message, outcome.settings)),
      )
      expect(
        fitting.map(({ region }) => region),
        message.request.url,
      ).toEqual([regionOf(scenario, message, outcome.settings ?? {})])
    }
  },
)

test.each(cases)('$scenario.id / $outcome.id: the diagram has a row for every step', async ({ scenario, outcome }) => {
  const { recipe, sequence } = await played(scenario, outcome)
  expect([...new Set(sequence.rows.map(({ step }) => step))]).toEqual(recipe.choices.map((_, index) => index + 1))
})

test.each(scenarios)('$id: its actors stand in the order of the first request', async (scenario) => {
  const { actors, trace } = await played(scenario, scenario.outcomes[0])
  const seen = new Set(messages(trace).flatMap(({ from, to }) => [from, to]))
  const taking = actors.map(({ id }) => id).filter((id) => seen.has(id))
  expect(taking).toEqual([...seen])
})

test.each(cases)(
  '$scenario.id / $outcome.id: Mermaid draws the messages of the model',
  async ({ scenario, outcome }) => {
    const { recipe, sequence } = await played(scenario, outcome)
    const { db } = await mermaid.mermaidAPI.getDiagramFromText(mermaidText(sequence, sequence.rows.length))
    const drawn = parsedMessages(db as unknown as SequenceDatabase)
    expect(drawn).toEqual(expectedMessages(sequence, sequence.rows.length))
    expect(drawn.length).toBeGreaterThanOrEqual(recipe.choices.length)
  },
)

test.each(scenarios.filter(({ flowchart }) => flowchart !== undefined))(
  '$id: every answer in its flowchart is given by some outcome, and no other',
  async (scenario) => {
    const drawn = (scenario.flowchart?.edges ?? []).flatMap(({ from, answer }) =>
      answer ? [`${from}: ${answer}`] : [],
    )
    const given = new Set<string>()
    for (const outcome of scenario.outcomes) {
      for (const event of (await played(scenario, outcome)).trace) {
        if (event.type !== 'note' || event.note.type !== 'decision') continue
        given.add(`${event.note.question}: ${event.note.answer}`)
      }
    }
    expect([...given].sort()).toEqual(drawn.sort())
  },
)

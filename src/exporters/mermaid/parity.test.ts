/** Mermaid's own list of messages, held against the model's: for every solution of every scenario. */
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import mermaid from 'mermaid'
import { beforeAll, expect, test } from 'vitest'
import { createSequence } from '../../projections/sequence/index.ts'
import type { Scenario } from '../../scenarios/contract.ts'
import { expandSolution, replaySession } from '../../scenarios/run.ts'
import exporter from './index.ts'
import { expectedMessages, parsedMessages, type SequenceDatabase } from './parsed-messages.ts'

const folders = readdirSync(fileURLToPath(new URL('../../scenarios/', import.meta.url)), { withFileTypes: true })
const scenarios = await Promise.all(
  folders
    .filter((entry) => entry.isDirectory())
    .map(async ({ name }): Promise<Scenario> => (await import(`../../scenarios/${name}/index.ts`)).default),
)
const cases = scenarios.flatMap((scenario) => scenario.solutions.map((solution) => ({ scenario, solution })))

beforeAll(() => {
  mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', maxTextSize: 2_000_000 })
})

test.each(cases)(
  '$scenario.id / $solution.id: Mermaid reads what the diagram shows',
  async ({ scenario, solution }) => {
    const { session, trace } = await expandSolution(scenario, solution)
    const { actors } = await replaySession(scenario, session, 0)
    const sequence = createSequence(actors)
    sequence.push(trace)
    const rowCount = sequence.rowsAt(session.choices.length)
    const { db } = await mermaid.mermaidAPI.getDiagramFromText(exporter.convert(sequence, rowCount))
    const drawn = parsedMessages(db as unknown as SequenceDatabase)
    expect(drawn.length).toBeGreaterThanOrEqual(session.choices.length)
    expect(drawn).toEqual(expectedMessages(sequence, rowCount))
  },
)

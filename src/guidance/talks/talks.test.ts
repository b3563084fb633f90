/** Whoever presents a talk as it is says nothing that the screen does not show. */
import { expect, test } from 'vitest'
import { findOutcome, played } from '../../scenario-kit/played.fixture.ts'
import { aftermathOf, rightOption } from '../lessons/questions.ts'
import { questionAt, TALKS } from './index.ts'

const items = TALKS.flatMap((talk) => talk.items.map((item) => ({ talk: talk.id, ...item })))
const STEP = /step (\d+) \(([^)]+)\)/gi

test.each(TALKS)('$title: six to eight runs, two questions for the room', (talk) => {
  expect(talk.items.length).toBeGreaterThanOrEqual(6)
  expect(talk.items.length).toBeLessThanOrEqual(8)
  expect(talk.items.filter(({ asks }) => asks !== undefined)).toHaveLength(2)
})

test.each(items)('$title: each step that its note names is what the note says', async (item) => {
  const { scenario, outcome } = findOutcome(item.scenario, item.outcome)
  const { sequence, recipe } = await played(scenario, outcome)
  const named = [...item.note.matchAll(STEP)]
  expect(named.length).toBeGreaterThan(1)
  for (const [words, step, label = ''] of named) {
    const labels = sequence.rows.filter((row) => row.step === Number(step)).map((row) => row.label)
    expect(
      labels.some((found) => found.startsWith(label)),
      `${words}: ${labels.join()}`,
    ).toBe(true)
  }
  // No step is named without what it is.
  expect(item.note.replace(STEP, '')).not.toMatch(/step \d+(?!\d| and)/i)
  expect(item.from ?? 0).toBeLessThan(recipe.choices.length)
})

test.each(items.filter(({ asks }) => asks !== undefined))(
  '$title: its question is answered by its run',
  async (item) => {
    const question = questionAt(item.asks)
    const { scenario, outcome } = findOutcome(item.scenario, item.outcome)
    const { trace, recipe } = await played(scenario, outcome)
    const aftermath = question && aftermathOf(question, { trace, settings: recipe.settings })
    expect(aftermath?.step).toBeGreaterThan(item.from ?? 0)
    expect(question && aftermath && rightOption(question, aftermath)).toBeDefined()
    // The note says where to stop.
    expect(item.note).toContain(`Stop before step ${aftermath?.step} and `)
  },
)

test('a question that no lesson has is none', () => {
  expect(questionAt('races/parallel-401s/nothing')).toBeUndefined()
  expect(questionAt(undefined)).toBeUndefined()
})

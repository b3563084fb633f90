import { expect, test } from 'vitest'
import { linkOf, readLink } from '../link.ts'
import { selectReached, selectRemedy } from '../selectors/outcome.ts'
import { selectTurn } from '../selectors/turn.ts'
import { current } from '../state/store.ts'
import { act } from './acting.ts'
import { changeSettings, open, openOutcome, openScenario, restart, undoReplacement, watchOutcome } from './opening.ts'
import { goTo, pause, runToEnd, stepBack, stepForward } from './playback.ts'

const SCENARIO = 'authorization-code-pkce'

/** Opens an outcome and goes to its end. */
async function finish(outcome: string): Promise<void> {
  await openScenario(SCENARIO)
  await watchOutcome(outcome)
  pause()
  await runToEnd()
}

/** What the store would look like on another machine: the trace without anything the page adds. */
function traceText(): string {
  return JSON.stringify(current().run.trace)
}

test('opens a scenario with its first message on the wire and nothing done', async () => {
  await openScenario(SCENARIO)
  const { recipe, run, view } = current()
  expect(recipe.choices).toEqual([])
  expect(view.cursor).toBe(0)
  expect(run.sequence.waitingAt(0)).toHaveLength(1)
  expect(selectTurn(current())).toBe('step')
})

test('delivers the next message by a step, and shows the moment before by a step back', async () => {
  await openScenario(SCENARIO)
  await stepForward()
  expect(current().view.cursor).toBe(1)
  stepBack()
  expect(current().view.cursor).toBe(0)
  expect(current().recipe.choices).toHaveLength(1)
  const steps = current().run.liveSteps
  await stepForward()
  expect(current().run.liveSteps).toBe(steps)
})

test('says that it is the person’s turn when nothing is on the wire', async () => {
  await openScenario(SCENARIO)
  await runToEnd()
  const { choices } = current().recipe
  expect(selectTurn(current())).toBe('stage')
  await stepForward()
  expect(current().recipe.choices).toBe(choices)
})

test('forks when the person acts in the past, and takes that back', async () => {
  await finish('happy')
  const { choices } = current().recipe
  const whole = traceText()
  await goTo(4)
  await act({ type: 'advance', seconds: 60 })
  expect(current().recipe.choices).toEqual([...choices.slice(0, 4), { type: 'advance', seconds: 60 }])
  expect(current().run.notice?.offers).toBe('undo')
  await undoReplacement()
  await goTo(choices.length)
  expect(current().recipe.choices).toEqual(choices)
  expect(traceText()).toBe(whole)
})

test('keeps what is recorded when the person does just that', async () => {
  await finish('happy')
  const { choices } = current().recipe
  await goTo(2)
  await act(choices[2] ?? { type: 'advance', seconds: 1 })
  expect(current().view.cursor).toBe(3)
  expect(current().recipe.choices).toBe(choices)
})

test('explains a choice that does not fit and keeps the run', async () => {
  await finish('happy')
  const before = traceText()
  const { choices } = current().recipe
  await act({ type: 'deliver', gate: 'nobody#1' })
  expect(current().run.notice?.tone).toBe('problem')
  expect(current().run.notice?.details.join()).toContain('nobody#1')
  expect(current().recipe.choices).toEqual(choices)
  expect(traceText()).toBe(before)
})

test('starts again when a setting changes, and leaves defaults out of the recipe', async () => {
  await finish('happy')
  await changeSettings({ access_token_lifetime: 60 })
  expect(current().recipe).toMatchObject({ settings: { access_token_lifetime: 60 }, choices: [] })
  await changeSettings({ access_token_lifetime: 300 })
  expect(current().recipe.settings).toEqual({})
})

test('starts again from the beginning, and takes that back', async () => {
  await finish('happy')
  const { choices } = current().recipe
  await restart()
  expect(current().recipe.choices).toEqual([])
  await undoReplacement()
  expect(current().recipe.choices).toEqual(choices)
})

test('knows which outcome the run has come to and what would fix it', async () => {
  await finish('pkce-mismatch')
  expect(selectReached(current()).map((outcome) => outcome.id)).toContain('pkce-mismatch')
  expect(selectRemedy(current())?.id).toBe('happy')
})

test('opens its own link at the same step of the same run', async () => {
  await finish('refresh')
  const whole = traceText()
  await goTo(7)
  const reading = await readLink(linkOf(current()))
  await openScenario(SCENARIO)
  if (!('moment' in reading)) throw new Error(reading.problems.join())
  await open(reading.moment)
  expect(current().view.cursor).toBe(7)
  expect(current().run.liveSteps).toBe(7)
  await goTo(current().recipe.choices.length)
  expect(traceText()).toBe(whole)
})

test('opens a link as far as its choices fit and says where they stop fitting', async () => {
  await finish('happy')
  const { recipe } = current()
  const choices = [...recipe.choices.slice(0, 3), { type: 'drop', gate: 'nobody#9' } as const]
  await open({ recipe: { ...recipe, choices }, cursor: 4 })
  expect(current().recipe.choices).toEqual(recipe.choices.slice(0, 3))
  expect(current().run.notice?.title).toContain('step 3')
})

test('says what is wrong with a link that names another scenario, or a setting that cannot be', async () => {
  await openScenario(SCENARIO)
  const { recipe, view } = current()
  const state = current()
  const strange = await readLink(linkOf({ ...state, recipe: { ...recipe, scenario: 'no-such' }, view }))
  expect(strange).toEqual({ problems: ['It asks for a scenario that does not exist here: “no-such”.'] })
  const impossible = await readLink(linkOf({ ...state, recipe: { ...recipe, settings: { code_lifetime: -5 } }, view }))
  expect(impossible).toMatchObject({ scenario: SCENARIO, problems: [expect.stringContaining('code lifetime')] })
  expect(await readLink('1.cut-off')).toMatchObject({ problems: [expect.any(String)] })
})

test('an announced outcome may end with a message that is held up; once that arrives the run is under way again', async () => {
  await openOutcome({ scenario: 'two-tabs-race', outcome: 'no-answer' })
  expect(selectTurn(current())).toBe('step')
  expect(selectReached(current()).map(({ id }) => id)).toEqual(['no-answer'])
  expect(selectRemedy(current())?.id).toBe('answer-in-time')
  await open({ recipe: current().recipe, cursor: current().view.cursor })
  expect(selectReached(current())).toEqual([])
})

/** Lessons in a live run: questions hold it up, verdicts come from what happened, goals are noticed. */
import { expect, test } from 'vitest'
import { courses } from '../../guidance/lessons/courses/index.ts'
import { watchLessons } from '../effects/lessons.ts'
import { selectIsGoalReached, selectLessonHere, selectQuestion, selectVerdict } from '../selectors/lesson.ts'
import { current } from '../state/store.ts'
import { act } from './acting.ts'
import { answerQuestion, leaveLesson, showHint, showSolution, skipQuestion, startLesson } from './lessons.ts'
import { openScenario } from './opening.ts'
import { runToEnd, stepForward } from './playback.ts'

const races = courses.find(({ id }) => id === 'races') ?? courses[0]
watchLessons()

/** Starts a lesson and plays the way that shows it, until its question is asked. */
async function untilQuestion(lesson: string): Promise<void> {
  if (races === undefined) return
  await startLesson(
    races,
    races.lessons.findIndex(({ id }) => id === lesson),
  )
  await showSolution()
  await runToEnd()
}

/** The number of the option with this label. */
function option(start: string): number {
  return selectQuestion(current())?.options.findIndex(({ label }) => label.startsWith(start)) ?? -1
}

test('a lesson starts its scenario with nothing done, and a question holds up the run', async () => {
  await untilQuestion('parallel-401s')
  expect(selectQuestion(current())?.id).toBe('second-refresh')
  expect(current().learning.isAnswerWanted).toBe(true)
  const { cursor } = current().view
  await stepForward()
  expect(current().view.cursor).toBe(cursor)
})

test('a right answer is kept, the goal is noticed when the run has come to it', async () => {
  await untilQuestion('parallel-401s')
  await answerQuestion(option('400'))
  expect(selectVerdict(current())).toMatchObject({ isRight: true, happened: '400: a replay' })
  expect(selectVerdict(current())?.failure).toContain('used before')
  expect(current().learning.progress.reached).not.toContain('races/parallel-401s')
  await runToEnd()
  expect(selectIsGoalReached(current())).toBe(true)
  expect(current().learning.progress).toMatchObject({
    reached: ['races/parallel-401s'],
    answered: { 'races/parallel-401s/second-refresh': 'right' },
  })
})

test('a wrong answer is told what happened', async () => {
  await untilQuestion('parallel-401s')
  await answerQuestion(option('200'))
  expect(selectVerdict(current())).toMatchObject({ isRight: false, happened: '400: a replay' })
  expect(current().learning.progress.answered['races/parallel-401s/second-refresh']).toBe('wrong')
})

test('a question can be skipped, or gone past by hand', async () => {
  await untilQuestion('two-tabs')
  const { cursor } = current().view
  skipQuestion()
  await stepForward()
  expect(current().view.cursor).toBeGreaterThan(cursor)
  expect(selectVerdict(current())).toBeUndefined()

  await untilQuestion('two-tabs')
  const choice = current().recipe.choices[current().view.cursor]
  if (choice !== undefined) await act(choice)
  expect(current().view.cursor).toBe(cursor + 1)
  expect(current().learning.progress.answered['races/two-tabs/second-tab']).toBeUndefined()
})

test('what is right follows the settings: within a reuse window a second use is answered', async () => {
  await untilQuestion('lost-answer')
  expect(current().recipe.settings).toEqual({ refresh_policy: 'reuse_window' })
  await answerQuestion(option('200'))
  expect(selectVerdict(current())?.isRight).toBe(true)
})

test('hints come one by one, another scenario is none of the lesson’s business, and leaving ends it', async () => {
  await untilQuestion('two-tabs')
  showHint()
  expect(current().learning.hintsShown).toBe(1)
  await openScenario('logout')
  expect(selectLessonHere(current())).toBeUndefined()
  leaveLesson()
  expect(current().learning).toMatchObject({ lesson: undefined, hintsShown: 0, answers: {} })
})

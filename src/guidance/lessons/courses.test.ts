/** Every lesson can be done, none is done from the start, and every question has exactly one right answer there. */
import { expect, test } from 'vitest'
import { specificationUrl } from '../../reference/specifications.ts'
import { resolveSettings, settingProblems } from '../../scenario-kit/contract.ts'
import { findOutcome, played } from '../../scenario-kit/played.fixture.ts'
import { freshRecipe, replayRecipe } from '../../scenario-kit/run.ts'
import { courses } from './courses/index.ts'
import { aftermathOf, questionBefore } from './questions.ts'

const lessons = courses.flatMap((course) =>
  course.lessons.map((lesson) => ({ id: `${course.id}/${lesson.id}`, lesson })),
)
const questions = lessons.flatMap(({ id, lesson }) =>
  (lesson.predictions ?? []).map((prediction) => ({ id: `${id}/${prediction.id}`, lesson, prediction })),
)

const shownBy = ({ scenario, outcome }: (typeof lessons)[number]['lesson']) => findOutcome(scenario, outcome)

test('there are six courses of three to five lessons, and no two things have one name', () => {
  expect(courses.length).toBeGreaterThanOrEqual(6)
  for (const course of courses) {
    expect(course.lessons.length).toBeGreaterThanOrEqual(3)
    expect(course.lessons.length).toBeLessThanOrEqual(5)
  }
  for (const ids of [courses, lessons, questions].map((list) => list.map(({ id }) => id))) {
    expect(new Set(ids).size).toBe(ids.length)
  }
})

test.each(lessons)('$id: says where it is written', ({ lesson }) => {
  expect(specificationUrl(lesson.reference)).toMatch(/^https:/)
})

test.each(lessons)('$id: its goal is reached by its outcome', async ({ lesson }) => {
  const { scenario, outcome } = shownBy(lesson)
  expect(outcome.goal.reached((await played(scenario, outcome)).trace)).toBe(true)
})

test.each(lessons)('$id: its settings fit, and its goal is not reached at the beginning', async ({ lesson }) => {
  const { scenario, outcome } = shownBy(lesson)
  const recipe = { ...freshRecipe(scenario.id), settings: lesson.settings ?? {} }
  expect(settingProblems(scenario, recipe.settings)).toEqual([])
  expect(outcome.goal.reached((await replayRecipe(scenario, recipe)).trace)).toBe(false)
})

test.each(lessons.filter(({ lesson }) => lesson.settings !== undefined))(
  '$id: starts with settings that are not the defaults',
  ({ lesson }) => {
    const { scenario } = shownBy(lesson)
    const defaults = resolveSettings(scenario, {})
    for (const [id, value] of Object.entries(lesson.settings ?? {})) expect(value).not.toBe(defaults[id])
  },
)

test.each(questions)('$id: is asked in the run that shows the lesson, and one option is right', async (question) => {
  const { lesson, prediction } = question
  const { scenario, outcome } = shownBy(lesson)
  const { trace, recipe } = await played(scenario, outcome)
  const asked = recipe.choices.flatMap((choice, step) => {
    const before = trace.filter((event) => event.step <= step)
    return questionBefore(lesson, { trace: before, settings: recipe.settings }, choice) === prediction ? [step + 1] : []
  })
  const aftermath = aftermathOf(prediction, { trace, settings: recipe.settings })
  expect(asked).toEqual([aftermath?.step])
  expect(prediction.options.filter((option) => aftermath && option.holds(aftermath))).toHaveLength(1)
  expect(new Set(prediction.options.map(({ label }) => label)).size).toBe(prediction.options.length)
})

test('the right option does not always stand in the same place', async () => {
  const places = await Promise.all(
    questions.map(async ({ lesson, prediction }) => {
      const { scenario, outcome } = shownBy(lesson)
      const { trace, recipe } = await played(scenario, outcome)
      const aftermath = aftermathOf(prediction, { trace, settings: recipe.settings })
      return prediction.options.findIndex((option) => aftermath && option.holds(aftermath))
    }),
  )
  for (const place of [0, 1, 2]) expect(places.filter((found) => found === place).length).toBeGreaterThan(3)
})

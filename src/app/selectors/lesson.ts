/** The lesson that is open, the question that holds up the run, and what became of the last answer. */

import type { Course, Lesson, Prediction } from '../../guidance/lessons/contract.ts'
import { courses } from '../../guidance/lessons/courses/index.ts'
import { aftermathOf, questionBefore, rightOption } from '../../guidance/lessons/questions.ts'
import { eventsUpTo, failureAt } from '../../projections/index.ts'
import type { Choice, Settings, Trace } from '../../simulation/index.ts'
import type { LearningSlice } from '../state/learning.ts'
import type { AppState } from '../state/store.ts'
import { memoise } from './memoise.ts'
import { selectLastRow, selectWaiting } from './moment.ts'
import { selectReached } from './outcome.ts'

/** A lesson in its course. */
export interface PlacedLesson {
  readonly course: Course
  readonly lesson: Lesson
  /** From 0. */
  readonly index: number
}

const lessonAt = memoise((courseId: string | undefined, lessonId: string | undefined): PlacedLesson | undefined => {
  const course = courses.find(({ id }) => id === courseId)
  const index = course?.lessons.findIndex(({ id }) => id === lessonId) ?? -1
  const lesson = course?.lessons[index]
  return course && lesson && { course, lesson, index }
})

/** The lesson that is open; `undefined` also when there is none of its ids, as another version of the page may have kept them. */
export function selectLesson({ learning }: AppState): PlacedLesson | undefined {
  return lessonAt(learning.lesson?.course, learning.lesson?.lesson)
}

/** The open lesson, if the page shows its scenario; else lessons have no say in the run. */
export function selectLessonHere(state: AppState): PlacedLesson | undefined {
  const placed = selectLesson(state)
  return placed?.lesson.scenario === state.recipe.scenario ? placed : undefined
}

/** Whether the run has come to the lesson’s goal. */
export function selectIsGoalReached(state: AppState): boolean {
  const goal = selectLessonHere(state)?.lesson.outcome
  return goal !== undefined && selectReached(state).some(({ id }) => id === goal)
}

type Answers = LearningSlice['answers']

/** The question of the open lesson that is asked before a choice, unless it was answered; the trace ends right before it. */
export function openQuestion(state: AppState, trace: Trace, choice: Choice): Prediction | undefined {
  const placed = selectLessonHere(state)
  return placed && askedBefore(placed.lesson, state.learning.answers, trace, state.recipe.settings, choice)
}

function askedBefore(lesson: Lesson, answers: Answers, trace: Trace, settings: Settings, choice: Choice) {
  const question = questionBefore(lesson, { trace, settings }, choice)
  return question && answers[question.id] === undefined ? question : undefined
}

const questionAt = memoise(
  (
    lesson: Lesson,
    answers: Answers,
    trace: Trace,
    settings: Settings,
    cursor: number,
    recorded: Choice | undefined,
    gate: string | undefined,
  ): Prediction | undefined => {
    const choice = recorded ?? (gate === undefined ? undefined : ({ type: 'deliver', gate } as const))
    return choice && askedBefore(lesson, answers, eventsUpTo(trace, cursor), settings, choice)
  },
)

/** The question that is asked before the next step. */
export function selectQuestion(state: AppState): Prediction | undefined {
  const { recipe, run, view, learning } = state
  const lesson = selectLessonHere(state)?.lesson
  if (lesson?.predictions === undefined) return undefined
  const [next] = selectWaiting(state)
  const recorded = recipe.choices[view.cursor]
  return questionAt(lesson, learning.answers, run.trace, recipe.settings, view.cursor, recorded, next?.gate)
}

/** What became of an answer. */
export interface Verdict {
  readonly question: Prediction
  readonly answer: string
  readonly isRight: boolean
  /** What happened, in the words of an option; without it something that no option says. */
  readonly happened: string | undefined
  /** The rule that was broken, as a sentence. */
  readonly failure: string | undefined
}

const verdictAt = memoise(
  (
    lesson: Lesson,
    answers: Answers,
    trace: Trace,
    settings: Settings,
    cursor: number,
    row: ReturnType<typeof selectLastRow>,
  ): Verdict | undefined => {
    for (const question of lesson.predictions ?? []) {
      const answer = question.options[Number(answers[question.id])]
      const aftermath = answer && aftermathOf(question, { trace, settings })
      if (answer === undefined || aftermath?.step !== cursor) continue
      const happened = rightOption(question, aftermath)
      const failure = row && failureAt(trace, row)?.message
      return { question, answer: answer.label, isRight: happened === answer, happened: happened?.label, failure }
    }
    return undefined
  },
)

/** The verdict on the answer to the question that was asked before the step at the cursor. */
export function selectVerdict(state: AppState): Verdict | undefined {
  const { recipe, run, view, learning } = state
  const lesson = selectLessonHere(state)?.lesson
  if (lesson?.predictions === undefined) return undefined
  return verdictAt(lesson, learning.answers, run.trace, recipe.settings, view.cursor, selectLastRow(state))
}

/** Working through a lesson: starting it, answering its questions, asking for help, and what was reached. */

import type { Course } from '../../guidance/lessons/contract.ts'
import { freshRecipe } from '../../scenario-kit/run.ts'
import type { Choice, Trace } from '../../simulation/index.ts'
import { openQuestion, selectLesson, selectLessonHere, selectQuestion, selectVerdict } from '../selectors/lesson.ts'
import type { Progress } from '../state/learning.ts'
import { mergedProgress, writeProgressFile } from '../state/progress.ts'
import { commit, current } from '../state/store.ts'
import { replacedNotice } from './notices.ts'
import { open, watchOutcome } from './opening.ts'
import { stepForward } from './playback.ts'
import { saveFile } from './saving.ts'

const UNTOUCHED = { answers: {}, hintsShown: 0, isAnswerWanted: false }

/** Opens a lesson at its beginning, and its scenario with the lesson’s settings. */
export function startLesson(course: Course, index: number): Promise<void> {
  const lesson = course.lessons[index]
  if (lesson === undefined) return Promise.resolve()
  const { recipe, view } = current()
  const notice =
    recipe.choices.length === 0
      ? undefined
      : replacedNotice({ recipe, cursor: view.cursor }, 'The lesson is open.', ['Undo brings back the previous run.'])
  commit({
    learning: { ...UNTOUCHED, lesson: { course: course.id, lesson: lesson.id }, playing: undefined },
    view: { compactPane: 'diagram' },
  })
  return open({ recipe: { ...freshRecipe(lesson.scenario), settings: lesson.settings ?? {} }, cursor: 0 }, notice)
}

/** Opens the lesson that is open once more, from its beginning. */
export function restartLesson(): Promise<void> {
  const placed = selectLesson(current())
  return placed === undefined ? Promise.resolve() : startLesson(placed.course, placed.index)
}

/** Closes the lesson; the run stays as it is. */
export function leaveLesson(): void {
  commit({ learning: { ...UNTOUCHED, lesson: undefined } })
}

/** Shows one more hint. */
export function showHint(): void {
  commit({ learning: { hintsShown: current().learning.hintsShown + 1 } })
}

/** Plays the way that reaches the goal; its questions are asked anew. */
export async function showSolution(): Promise<void> {
  const placed = selectLessonHere(current())
  if (placed === undefined) return
  commit({ learning: { answers: {} } })
  await watchOutcome(placed.lesson.outcome)
}

/** Answers the question that holds up the run, has its message arrive, and keeps whether the answer was right. */
export async function answerQuestion(option: number): Promise<void> {
  const question = selectQuestion(current())
  const placed = selectLessonHere(current())
  if (question === undefined || placed === undefined) return
  noteAnswer(question.id, option)
  await stepForward()
  const verdict = selectVerdict(current())
  if (verdict?.question !== question || verdict.happened === undefined) return
  const key = `${placed.course.id}/${placed.lesson.id}/${question.id}`
  takeProgress({ reached: [], answered: { [key]: verdict.isRight ? 'right' : 'wrong' } })
}

/** Goes on without an answer. */
export function skipQuestion(): void {
  const question = selectQuestion(current())
  if (question === undefined) return
  noteAnswer(question.id, 'skipped')
  void stepForward()
}

/** Holds up a run whose next choice answers a question, and asks for the answer. A presenter asks the audience. */
export function holdUp(trace: Trace, choice: Choice): boolean {
  if (current().presenter.isPresenting) return false
  const isAsked = openQuestion(current(), trace, choice) !== undefined
  if (isAsked) commit({ learning: { isAnswerWanted: true } })
  return isAsked
}

/** The question’s card has the focus. */
export function answerFocused(): void {
  commit({ learning: { isAnswerWanted: false } })
}

/** Keeps that the open lesson’s goal was reached. */
export function noteReached(): void {
  const placed = selectLessonHere(current())
  if (placed !== undefined) takeProgress({ reached: [`${placed.course.id}/${placed.lesson.id}`], answered: {} })
}

/** Adds progress to what this browser has. */
export function takeProgress(progress: Progress): void {
  commit({ learning: { progress: mergedProgress(current().learning.progress, progress) } })
}

/** Saves the progress as a file. */
export function saveProgress(): void {
  saveFile('progress.authlane.json', writeProgressFile(current().learning.progress), 'application/json')
}

function noteAnswer(id: string, answer: number | 'skipped'): void {
  commit({ learning: { answers: { ...current().learning.answers, [id]: answer }, isAnswerWanted: false } })
}

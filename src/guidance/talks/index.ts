/** The talks that come with the page, and the questions that they put to the room. */
import type { Prediction } from '../lessons/contract.ts'
import { courses } from '../lessons/courses/index.ts'
import { signedOutAtRandom } from './signed-out-at-random.ts'

export type { Talk, TalkItem } from './contract.ts'

import type { Talk } from './contract.ts'

export const TALKS: readonly Talk[] = [signedOutAtRandom]

/** A question of a lesson by its path, `COURSE/LESSON/QUESTION`. */
export function questionAt(path: string | undefined): Prediction | undefined {
  const [courseId, lessonId, id] = path?.split('/') ?? []
  const lesson = courses.find((course) => course.id === courseId)?.lessons.find((one) => one.id === lessonId)
  return lesson?.predictions?.find((prediction) => prediction.id === id)
}

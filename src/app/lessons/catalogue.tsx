/** The courses, with what has been reached in them. */
import { Circle, CircleCheck, Download, FileInput } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { saveProgress, startLesson } from '../actions/lessons.ts'
import { openDialog } from '../actions/view.ts'
import { selectLesson } from '../selectors/lesson.ts'
import { useApp } from '../state/store.ts'
import './catalogue.css'
import type { Course } from '../../guidance/lessons/contract.ts'
import { courses } from '../../guidance/lessons/courses/index.ts'

/** Every course with its lessons; a lesson’s button opens it. */
export function Catalogue() {
  const reached = useApp((state) => state.learning.progress.reached)
  const open = useApp(selectLesson)
  const first = courses.find((course) => courseProgress(course, reached) < course.lessons.length)
  const opened = open?.course ?? first
  return (
    <nav className="catalogue" aria-label="Lessons">
      <p className="catalogue-intro">
        Short tasks in real runs. Each one notices when you have reached its goal, and asks along the way what you
        expect.
      </p>
      {courses.map((course) => (
        <CourseEntry
          key={course.id}
          course={course}
          reached={reached}
          current={open?.course === course ? open.lesson.id : undefined}
          isOpen={course === opened}
        />
      ))}
      <ProgressActions />
    </nav>
  )
}

interface CourseEntryProps {
  readonly course: Course
  readonly reached: readonly string[]
  /** The lesson of this course that is open. */
  readonly current: string | undefined
  readonly isOpen: boolean
}

function CourseEntry({ course, reached, current, isOpen }: CourseEntryProps) {
  const done = courseProgress(course, reached)
  return (
    <details className="course" open={isOpen} name="course">
      <summary>
        <span className="course-title">{course.title}</span>
        <span className="course-count" data-done={done === course.lessons.length}>
          {done} of {course.lessons.length}
        </span>
        <span className="course-summary">{course.summary}</span>
      </summary>
      <ol>
        {course.lessons.map((lesson, index) => {
          const isDone = reached.includes(`${course.id}/${lesson.id}`)
          return (
            <li key={lesson.id}>
              <button
                type="button"
                className="course-lesson"
                aria-current={lesson.id === current ? 'step' : undefined}
                onClick={() => void startLesson(course, index)}
              >
                {isDone ? <CircleCheck aria-hidden="true" /> : <Circle aria-hidden="true" />}
                <span>{lesson.title}</span>
                {isDone && <span className="visually-hidden">(reached)</span>}
              </button>
            </li>
          )
        })}
      </ol>
    </details>
  )
}

/** What was reached can be taken to another browser. */
function ProgressActions() {
  const isEmpty = useApp(
    ({ learning: { progress } }) => progress.reached.length + Object.keys(progress.answered).length === 0,
  )
  return (
    <div className="catalogue-actions">
      <Button
        size="small"
        look="quiet"
        icon={<Download />}
        unavailable={isEmpty ? 'there is no progress yet' : undefined}
        onClick={saveProgress}
      >
        Save progress
      </Button>
      <Button size="small" look="quiet" icon={<FileInput />} onClick={() => openDialog('open')}>
        Open a file
      </Button>
    </div>
  )
}

function courseProgress(course: Course, reached: readonly string[]): number {
  return course.lessons.filter(({ id }) => reached.includes(`${course.id}/${id}`)).length
}

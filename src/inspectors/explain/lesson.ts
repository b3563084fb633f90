/** A scenario's lesson, cut at its headings. */

/** A lesson: what stands before the first step, and a section a step. Markdown. */
export interface Lesson {
  readonly introduction: string
  /** By heading, as written. */
  readonly sections: ReadonlyMap<string, string>
}

/** Cuts a lesson at its `## Step title` lines; the `# Title` is left out. */
export function readLesson(markdown: string): Lesson {
  const [introduction = '', ...parts] = markdown.split(/^## /m)
  const sections = parts.map((part) => {
    const end = part.indexOf('\n')
    const [heading, body] = end < 0 ? [part, ''] : [part.slice(0, end), part.slice(end + 1)]
    return [heading.trim(), body.trim()] as const
  })
  return { introduction: introduction.replace(/^# .*$/m, '').trim(), sections: new Map(sections) }
}

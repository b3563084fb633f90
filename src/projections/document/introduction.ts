/** What a lesson says before its first section, without its marks: documents have formats of their own. */
import type { IntroductionPart } from './types.ts'

/** Paragraphs and lists, in order. */
export function introductionOf(lesson: string): readonly IntroductionPart[] {
  const [introduction = ''] = lesson.split(/^## /m)
  return introduction
    .replace(/^# .*$/m, '')
    .trim()
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [first = '', ...items] = part.split(/^(?:[-*]|\d+\.) /m)
      return { text: withoutMarks(first), items: items.map(withoutMarks) }
    })
}

function withoutMarks(markdown: string): string {
  return markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*|`/g, '')
    .replace(/(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

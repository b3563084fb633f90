/** Lesson text. Loaded only when it is shown, because the Markdown reader is not needed before. */

import Markdown, { type MarkdownToJSX } from 'markdown-to-jsx/react'
import type { ComponentProps } from 'react'
import './lesson-text.css'

const OPTIONS: MarkdownToJSX.Options = {
  // Lessons are text. What looks like markup in them is shown, not run.
  disableParsingRawHTML: true,
  forceBlock: true,
  wrapper: 'div',
  overrides: { a: { component: OutsideLink }, h3: { component: 'h4' } },
}

/** Markdown as elements. */
export default function LessonText({ markdown }: { readonly markdown: string }) {
  return (
    <div className="explain-lesson">
      <Markdown options={OPTIONS}>{markdown}</Markdown>
    </div>
  )
}

function OutsideLink({ href, children }: ComponentProps<'a'>) {
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {children}
    </a>
  )
}

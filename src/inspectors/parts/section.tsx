/** The frame of every panel: sections under headings, and what is said when there is nothing to show. */
import { type ReactNode, useId } from 'react'
import './parts.css'

/** The body of an inspector. */
export function Panel({ children }: { readonly children: ReactNode }) {
  return <div className="inspector">{children}</div>
}

/** A section under a heading; `aside` stands at the end of the heading's line. */
export function Section(props: {
  readonly title: ReactNode
  readonly aside?: ReactNode
  readonly children: ReactNode
}) {
  const id = useId()
  return (
    <section className="inspector-section" aria-labelledby={id}>
      <div className="inspector-heading">
        <h3 id={id}>{props.title}</h3>
        {props.aside}
      </div>
      {props.children}
    </section>
  )
}

/** Why there is nothing to see, and what to do about it. */
export function Nothing({ children }: { readonly children: ReactNode }) {
  return <p className="inspector-nothing">{children}</p>
}

/** Small parts of the state views: a titled list, a status, name–value facts, a mark for what changed. */
import { type ReactNode, useId } from 'react'
import type { Change } from './changes.ts'

/** A list under a small heading; `none` is said when it is empty. */
export function List(props: {
  readonly title: string
  readonly none: string
  readonly children: readonly ReactNode[]
}) {
  const id = useId()
  return (
    <section className="state-list" aria-labelledby={id}>
      <h4 id={id}>{props.title}</h4>
      {props.children.length === 0 ? <p className="inspector-nothing">{props.none}</p> : <ul>{props.children}</ul>}
    </section>
  )
}

const TONES: Readonly<Record<string, 'ok' | 'error' | 'warn'>> = {
  active: 'ok',
  'Session Established': 'ok',
  used: 'warn',
  expired: 'error',
  revoked: 'error',
  'Session Expired': 'error',
}

/** A status as a word on a coloured ground. */
export function Status({ status }: { readonly status: string }) {
  return (
    <span className="badge" data-tone={TONES[status]}>
      {status}
    </span>
  )
}

/** Marks what the step changed. */
export function ChangeMark({ change }: { readonly change: Change | undefined }) {
  return change === undefined ? null : <span className="change">{change}</span>
}

/** Name–value facts of an entry. */
export function Facts({ children }: { readonly children: ReactNode }) {
  return <dl className="facts">{children}</dl>
}

/** One fact. */
export function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** The documents that the scenarios follow: their names, which of their sections, and who follows them. */
import { SPECIFICATIONS } from '../../reference/specifications.ts'
import type { Scenario } from '../../scenario-kit/contract.ts'

/** A document, and the sections of it that scenarios name. */
export interface Specification {
  readonly document: string
  readonly title: string | undefined
  /** Such as `RFC 6749 §4.1`, in the order of the document. */
  readonly clauses: readonly string[]
}

/** Every document that a scenario follows or refers to. */
export function specificationsOf(scenarios: readonly Scenario[]): readonly Specification[] {
  const clauses = new Set(scenarios.flatMap(clausesOf))
  const documents = new Set([...clauses].map(documentOf))
  return [...documents].toSorted(inOrder).map((document) => ({
    document,
    title: SPECIFICATIONS.get(document)?.title,
    clauses: [...clauses].filter((clause) => documentOf(clause) === document).toSorted(inOrder),
  }))
}

/** The scenarios that follow a document, in the order given. */
export function followersOf(scenarios: readonly Scenario[], document: string): readonly Scenario[] {
  return scenarios.filter((scenario) => clausesOf(scenario).some((clause) => documentOf(clause) === document))
}

function clausesOf({ specs, storage = [] }: Scenario): readonly string[] {
  return [...specs, ...storage.map(({ reference }) => reference)].map((clause) => clause.replace(/ \(.*\)$/, ''))
}

/** `RFC 6749` of `RFC 6749 §4.1`. */
function documentOf(clause: string): string {
  return clause.split(' §')[0] ?? clause
}

function inOrder(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true })
}

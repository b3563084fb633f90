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

/** The scenarios that follow a document, those first that are about it, otherwise in the order given. */
export function followersOf(scenarios: readonly Scenario[], document: string): readonly Scenario[] {
  return scenarios
    .filter((scenario) => clausesOf(scenario).some((clause) => documentOf(clause) === document))
    .toSorted((one, other) => distanceTo(document, clausesOf(one)) - distanceTo(document, clausesOf(other)))
}

/** More than any list of clauses has. */
const FAR = 1000

/**
 * How far whoever follows these clauses is from being about a document: how many others they name before it, and much
 * further where they follow a section of it alone.
 */
export function distanceTo(document: string, clauses: readonly string[]): number {
  const documents = [...new Set(clauses.map(documentOf))]
  const place = documents.indexOf(document)
  return place < 0 ? 2 * FAR : place + (clauses.includes(document) ? 0 : FAR)
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

/** The documents that the scenarios follow: their names, which of their sections, and who follows them. */
import type { Scenario } from '../../scenario-kit/contract.ts'

/** What people call the documents. */
const TITLES: ReadonlyMap<string, string> = new Map([
  ['RFC 4226', 'HOTP'],
  ['RFC 6238', 'TOTP, time-based one-time codes'],
  ['RFC 6265bis', 'Cookies'],
  ['RFC 6749', 'OAuth 2.0'],
  ['RFC 6750', 'Bearer tokens'],
  ['RFC 7009', 'Token revocation'],
  ['RFC 7591', 'Dynamic client registration'],
  ['RFC 7636', 'PKCE, proof key for code exchange'],
  ['RFC 7662', 'Token introspection'],
  ['RFC 8176', 'Authentication method references (amr)'],
  ['RFC 8705', 'Mutual TLS'],
  ['RFC 9068', 'JWT access tokens'],
  ['RFC 9110', 'HTTP semantics'],
  ['RFC 9207', 'Issuer identification, against mix-up attacks'],
  ['RFC 9440', 'The Client-Cert header'],
  ['RFC 9449', 'DPoP'],
  ['RFC 9470', 'Step-up authentication challenge'],
  ['RFC 9700', 'OAuth 2.0 security best current practice'],
  ['RFC 10017', 'OAuth 2.0 for browser-based applications'],
  ['OIDC Core', 'OpenID Connect'],
  ['OIDC RP-Initiated Logout', 'OpenID Connect logout'],
])

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
    title: TITLES.get(document),
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

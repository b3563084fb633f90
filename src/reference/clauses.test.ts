/** Every clause that a source cites is on the list, where what it says was checked once; and nothing else is. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CLAUSES } from './clauses.ts'
import { SPECIFICATIONS } from './specifications.ts'

const SOURCES: readonly (readonly [path: string, text: string])[] = readdirSync('src', {
  recursive: true,
  encoding: 'utf8',
})
  .filter((path) => /\.(?:tsx?|md)$/.test(path) && !path.startsWith('reference/clauses'))
  .map((path) => [path, readFileSync(`src/${path}`, 'utf8')])

const NAMES = [...SPECIFICATIONS.keys()].toSorted((one, other) => other.length - one.length)
const AND_ANOTHER = /^(?: step \d+)?(?:,| and| or| to|;)(?: and)? $/

/**
 * The clauses that a text cites: a name before the `§`, or a list behind one (`RFC 6749 §5.1, §5.2`). A `§` without either
 * is of the document that the text is about, and is not seen. What looks like a name and is none comes back as it stands.
 */
function citationsIn(text: string): readonly string[] {
  // A comment that is wrapped is one sentence.
  const flat = text.replace(/\n\s*(?:\*(?!\/)|\/\/)?\s*/g, ' ')
  const found: string[] = []
  let last: { readonly name: string; readonly end: number } | undefined
  for (const match of flat.matchAll(/§([\dA-Z][\w.]*)/g)) {
    const section = (match[1] ?? '').replace(/\.$/, '')
    const before = flat.slice(0, match.index).replace(/,? $/, '')
    const isListed = last !== undefined && AND_ANOTHER.test(flat.slice(last.end, match.index))
    const name =
      NAMES.find((candidate) => before.endsWith(candidate)) ??
      (isListed ? last?.name : /[A-Z][\w/.-]*(?: [A-Z\d][\w/.-]*)*$/.exec(before)?.[0])
    if (name === undefined) continue
    found.push(`${name} §${section}`)
    last = { name, end: match.index + 1 + section.length }
  }
  return found
}

const cited = new Map(SOURCES.flatMap(([path, text]) => citationsIn(text).map((clause) => [clause, path])))
const listed = Object.entries(CLAUSES).flatMap(([name, sections]) =>
  Object.keys(sections).map((section) => `${name} §${section}`),
)

test('every clause that is cited is on the list', () => {
  const known = new Set(listed)
  expect([...cited].filter(([clause]) => !known.has(clause)).map(([clause, path]) => `${path}: ${clause}`)).toEqual([])
})

test('every clause on the list is cited', () => {
  expect(listed.filter((clause) => !cited.has(clause))).toEqual([])
})

test('every specification of the list, and every RFC that is mentioned, has its name and address', () => {
  const mentioned = SOURCES.flatMap(([, text]) => text.match(/\bRFC \d{3,}(?:bis)?\b/g) ?? [])
  const names = new Set([...Object.keys(CLAUSES), ...mentioned])
  expect([...names].filter((name) => !SPECIFICATIONS.has(name))).toEqual([])
})

test.each([
  ['alone', 'as RFC 7636 §4.6 says.', ['RFC 7636 §4.6']],
  [
    'in a list',
    '(RFC 6749 §5.1, §5.2 and §6; RFC 6750 §3)',
    ['RFC 6749 §5.1', 'RFC 6749 §5.2', 'RFC 6749 §6', 'RFC 6750 §3'],
  ],
  ['over two lines', ' * of OpenID Connect\n * Core §2.', ['OpenID Connect Core §2']],
  ['under another name', '(OIDC Core §2)', ['OIDC Core §2']],
  ['of the document at hand', 'no refresh token (§4.4.3)', []],
])('finds a citation %s', (_, text, clauses) => {
  expect(citationsIn(text)).toEqual(clauses)
})

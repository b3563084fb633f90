/** The index: finds entries by words, forgives typing errors, and says in which field a match was. */
import MiniSearch, { type SearchResult } from 'minisearch'
import { type Entry, type EntryGroup, FIELD_NAMES, type FieldName } from './entries.ts'
import { excerpt, highlight, type Part } from './excerpt.ts'
import { distanceTo } from './specifications.ts'
import { termOf } from './terms.ts'

/** What is read of a query, in characters. */
const LONGEST_QUERY = 200
const MOST_IN_A_GROUP = 8

/** What a word in each field is worth. */
const BOOST: Readonly<Record<FieldName, number>> = {
  Title: 6,
  'Users report': 6,
  Error: 5,
  'Also known as': 4,
  Specification: 4,
  Question: 3,
  Meaning: 2,
  Summary: 2,
  Cause: 2,
  'How to tell': 1,
  Remedy: 1,
  Scenario: 1.5,
  Key: 3,
  Lesson: 0.5,
}

/** What it is worth that the query is the whole title, or the whole of what somebody asks or reports. */
const EXACT_BOOST = 20
const WHOLE: readonly FieldName[] = ['Title', 'Question', 'Users report']

/** What an entry has to have of the words that were asked for, against the one that has most of them. */
const LEAST_COVERED = 0.4

/** What a word counts that is only like the one asked for, or that a lesson has by the way. */
const NEAR = 0.7

/** Shorter words are the beginning of too many others, in letters. */
const SHORTEST_PREFIX = 4

/** A query that is the number of an RFC and nothing else. */
const RFC_NUMBER = /^(?:rfc )?(\d{3,5})$/

/** An entry that was found, and why. */
export interface Hit {
  readonly entry: Entry
  readonly title: readonly Part[]
  /** The field that the match is in, and the words around it. */
  readonly why: { readonly field: FieldName; readonly parts: readonly Part[] }
}

/** Hits of one kind, best first. */
interface HitGroup {
  readonly group: EntryGroup
  readonly items: readonly Hit[]
}

/** Finds entries: groups with the best hit first. */
export type Search = (query: string) => readonly HitGroup[]

/** Builds the index of some entries. */
export function createSearch(entries: readonly Entry[]): Search {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const index = new MiniSearch<Entry>({
    fields: [...FIELD_NAMES],
    extractField: (entry, field) => (field === 'id' ? entry.id : (entry.fields[field as FieldName] ?? '')),
    processTerm: (word) => termOf(word),
    searchOptions: {
      boost: { ...BOOST },
      prefix: (term) => term.length >= SHORTEST_PREFIX,
      // Numbers of documents are close together, and short words are close to everything.
      fuzzy: (term) => (term.length > 3 && !/\d/.test(term) ? 0.2 : false),
    },
  })
  index.addAll(entries)
  return (query) => {
    const text = query.slice(0, LONGEST_QUERY).replace(/\brfc[-_]?(?=\d)/gi, 'RFC ')
    const title = text.trim().toLowerCase()
    const boostDocument = (id: string) => {
      const fields = byId.get(id)?.fields
      return WHOLE.some((field) => fields?.[field]?.toLowerCase() === title) ? EXACT_BOOST : 1
    }
    const some = byRareWords(index.search(text, { boostDocument }))
    // One short word that is no word here: somebody is typing it.
    const isBegun = some.length === 0 && /^\p{L}{2,3}$/u.test(title)
    const found = isBegun ? index.search(text, { prefix: true, boostDocument }) : some
    const [, number] = RFC_NUMBER.exec(title) ?? []
    const results = number === undefined ? found : aboutFirst(found, `RFC ${number}`, byId)
    const groups = new Map<EntryGroup, Hit[]>()
    for (const result of results) {
      const entry = byId.get(String(result.id))
      if (entry === undefined) continue
      const hits = groups.get(entry.group) ?? []
      if (hits.length < MOST_IN_A_GROUP) groups.set(entry.group, [...hits, hitOf(entry, result)])
    }
    return [...groups].map(([group, items]) => ({ group, items }))
  }
}

/** The results once more, those first that have what few others have, without those that have little of what was asked. */
function byRareWords(results: readonly SearchResult[]): readonly SearchResult[] {
  const counts = new Map<string, number>()
  for (const term of results.flatMap(({ queryTerms }) => queryTerms)) counts.set(term, (counts.get(term) ?? 0) + 1)
  const rarity = (terms: readonly string[]) =>
    terms.reduce((sum, term) => sum + Math.log(1 + results.length / (counts.get(term) ?? 1)), 0)
  const whole = rarity([...counts.keys()])
  const covered = results.map((result) => {
    const asked = [...new Set(result.queryTerms)]
    const isTold = (term: string) => result.match[term]?.some((field) => field !== 'Lesson') === true
    const rest = asked.filter((term) => !isTold(term))
    return { result, part: (rarity(asked.filter(isTold)) + NEAR * rarity(rest)) / whole }
  })
  const most = Math.max(0, ...covered.map(({ part }) => part))
  return covered
    .filter(({ part }) => part >= most * LEAST_COVERED)
    .toSorted((one, other) => other.result.score * other.part ** 2 - one.result.score * one.part ** 2)
    .map(({ result }) => result)
}

/** The results once more, the scenarios among them in the order in which they are about a document. */
function aboutFirst(
  results: readonly SearchResult[],
  document: string,
  entries: ReadonlyMap<string, Entry>,
): readonly SearchResult[] {
  const isScenario = ({ id }: SearchResult) => entries.get(String(id))?.group === 'Scenarios'
  const distanceOf = ({ id }: SearchResult) =>
    distanceTo(document, entries.get(String(id))?.fields.Specification?.split(', ') ?? [])
  const order = [...entries.keys()]
  const placeOf = ({ id }: SearchResult) => order.indexOf(String(id))
  const ordered = results
    .filter(isScenario)
    .toSorted((one, other) => distanceOf(one) - distanceOf(other) || placeOf(one) - placeOf(other))
  return results.map((result) => (isScenario(result) ? (ordered.shift() ?? result) : result))
}

function hitOf(entry: Entry, { match }: SearchResult): Hit {
  const termsIn = (field: FieldName) => Object.keys(match).filter((term) => match[term]?.includes(field))
  const matched = FIELD_NAMES.filter((field) => termsIn(field).length > 0)
  // The title is seen anyway: another field that matched says more.
  const field = matched.find((name) => name !== 'Title') ?? whatElse(entry)
  return {
    entry,
    title: highlight(entry.fields.Title, termsIn('Title')),
    why: { field, parts: excerpt(entry.fields[field] ?? '', termsIn(field)) },
  }
}

/** What to say of an entry of which only the title matched: what it is about, before where it is written. */
function whatElse({ fields }: Entry): FieldName {
  const told: readonly FieldName[] = ['Summary', 'Meaning', 'How to tell', 'Specification', 'Key']
  return told.find((field) => fields[field]) ?? 'Title'
}

/** The index: finds entries by words, forgives typing errors, and says in which field a match was. */
import MiniSearch, { type SearchResult } from 'minisearch'
import { type Entry, type EntryGroup, FIELD_NAMES, type FieldName } from './entries.ts'
import { excerpt, highlight, type Part } from './excerpt.ts'

/** What is read of a query, in characters. */
const LONGEST_QUERY = 200
const MOST_IN_A_GROUP = 6

/** What a word in each field is worth. */
const BOOST: Readonly<Record<FieldName, number>> = {
  Title: 6,
  Error: 5,
  'Also known as': 4,
  Specification: 4,
  Meaning: 2,
  Summary: 2,
  Cause: 2,
  'How to tell': 1,
  Remedy: 1,
  Scenario: 1.5,
  Key: 3,
  Lesson: 0.5,
}

/** What it is worth that the query is the whole title. */
const EXACT_BOOST = 20

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

/** What is listed before anything is typed. */
const LISTED: readonly EntryGroup[] = ['Scenarios', 'Commands']

/** Finds entries: groups with the best hit first. Without a word, every scenario and command. */
export type Search = (query: string) => readonly HitGroup[]

/** Builds the index of some entries. */
export function createSearch(entries: readonly Entry[]): Search {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const index = new MiniSearch<Entry>({
    fields: [...FIELD_NAMES],
    extractField: (entry, field) => (field === 'id' ? entry.id : (entry.fields[field as FieldName] ?? '')),
    searchOptions: {
      boost: { ...BOOST },
      prefix: (term) => term.length > 1,
      // Numbers of documents are close together, and short words are close to everything.
      fuzzy: (term) => (term.length > 3 && !/\d/.test(term) ? 0.2 : false),
    },
  })
  index.addAll(entries)
  return (query) => {
    const text = query.slice(0, LONGEST_QUERY)
    const title = text.trim().toLowerCase()
    if (title === '') return LISTED.map((group) => ({ group, items: listed(entries, group) }))
    const boostDocument = (id: string) => (byId.get(id)?.fields.Title.toLowerCase() === title ? EXACT_BOOST : 1)
    const all = index.search(text, { combineWith: 'AND', boostDocument })
    const results = all.length > 0 ? all : index.search(text, { combineWith: 'OR', boostDocument })
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

function listed(entries: readonly Entry[], group: EntryGroup): readonly Hit[] {
  return entries
    .filter((entry) => entry.group === group)
    .map((entry) => ({
      entry,
      title: highlight(entry.fields.Title, []),
      why: { field: whatElse(entry), parts: excerpt(entry.fields[whatElse(entry)] ?? '', []) },
    }))
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

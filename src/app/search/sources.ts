/** Brings together what is searched, when somebody searches: scenarios and lessons are loaded then. */

import { CAUSES, completeCauses } from '../../guidance/diagnosis/index.ts'
import { commands } from '../commands/index.ts'
import { CARDS } from '../gallery/card-files.ts'
import { loadScenarios } from '../registry.ts'
import { loadLesson } from '../scenario-sources.ts'
import { entriesOf, type Sources } from './entries.ts'
import { places } from './places.ts'
import { createSearch, type Search } from './search-index.ts'

/** What the palette needs. */
export interface SearchSources extends Sources {
  readonly search: Search
}

let loading: Promise<SearchSources> | undefined

/** Loads everything and builds the index, once. */
export function loadSearchSources(): Promise<SearchSources> {
  loading ??= load().catch((problem: unknown) => {
    // The next opening tries again.
    loading = undefined
    throw problem
  })
  return loading
}

async function load(): Promise<SearchSources> {
  const scenarios = await loadScenarios()
  const lessons = await Promise.all(scenarios.map(async ({ id }) => [id, await loadLesson(id)] as const))
  const sources: Sources = {
    scenarios,
    lessons: new Map(lessons),
    cards: CARDS,
    causes: completeCauses(CAUSES, scenarios),
    commands: [...commands.filter(({ id }) => id !== 'search'), ...places],
  }
  return { ...sources, search: createSearch(entriesOf(sources)) }
}

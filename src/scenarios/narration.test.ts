/** Every row of every outcome says what happens in words that somebody understands who has never seen the protocol. */
import { expect, test } from 'vitest'
import { type Chapter, chaptersOf, describeActor, narrate } from '../projections/narration/index.ts'
import { createSequence } from '../projections/sequence/index.ts'
import { NAME_PRESETS } from '../scenario-kit/name-presets.ts'
import { namesIn } from '../scenario-kit/names.ts'
import { cases, played, scenarios } from '../scenario-kit/played.fixture.ts'
import { playOutcome, startRun } from '../scenario-kit/run.ts'
import type { Actor, Trace } from '../simulation/index.ts'

/** Acronyms that a newcomer meets in the first minute anyway. */
const ACRONYMS = ['API', 'ID', 'PKCE']

/** Words of the specifications that have a plainer one. */
const JARGON =
  /\b(?:grants?|scopes?|claims?|nonce|introspect\w*|bearer|endpoints?|payload|preflight|headers?|audience|issuer|JWTs?|CORS)\b/i

/** What is wrong with a sentence, as a list; what a page itself shows, in quotation marks, is as it is. */
function faultsOf(sentence: string): string[] {
  const own = sentence.replace(/“[^”]*”/g, '“”')
  return [
    sentence.length > 90 && 'too long',
    !/^[A-Z0-9]/.test(sentence) && 'begins small',
    !/[^.]\.$/.test(sentence) && 'without one full stop',
    /[_/=#{}<>]|\d{6}|[a-z][A-Z]/.test(own) && 'an identifier',
    (own.match(/\b[A-Z]{2,}\b/g) ?? []).some((word) => !ACRONYMS.includes(word)) && 'an acronym',
    JARGON.test(own) && 'a word of the specifications',
    /\s{2}|undefined|\[object/.test(sentence) && 'badly put together',
  ].filter((fault) => typeof fault === 'string')
}

function sentencesOf(trace: Trace, actors: readonly Actor[]): string[] {
  const sequence = createSequence(actors)
  sequence.push(trace)
  return sequence.rows.map((row) => narrate(trace, sequence, row).sentence)
}

test.each(cases)('$scenario.id / $outcome.id: every row has a sentence and a reason', async ({ scenario, outcome }) => {
  const { trace, sequence } = await played(scenario, outcome)
  let before: { sentence: string; kind: string } | undefined
  for (const row of sequence.rows) {
    const { sentence, why } = narrate(trace, sequence, row)
    expect(faultsOf(sentence), sentence).toEqual([])
    expect([row.label, `${row.label}.`]).not.toContain(sentence)
    expect(why, row.name).toMatch(/^.{10,159}[.…?]$/s)
    // Calls that are made side by side may say the same; a question and its answer never do.
    const kind = `${row.kind} ${row.isResponse} ${row.status}`
    if (before?.sentence === sentence) expect(kind, sentence).toBe(before.kind)
    before = { sentence, kind }
  }
})

test.each(cases)('$scenario.id / $outcome.id: a red row says first who stops', async ({ scenario, outcome }) => {
  const { trace, sequence } = await played(scenario, outcome)
  for (const row of sequence.rows) {
    const { sentence } = narrate(trace, sequence, row)
    const verb =
      /(?:refuses|stops|says no|asks again|sends the browser back|wants a (?:new sign-in|second proof)|shows an error page): \S/
    if (row.tone === 'error') expect(sentence).toMatch(verb)
    else expect(sentence).not.toMatch(verb)
  }
})

test.each(cases)('$scenario.id / $outcome.id: has chapters, in order', async ({ scenario, outcome }) => {
  const { trace, sequence } = await played(scenario, outcome)
  const chapters: readonly Chapter[] = chaptersOf(trace, sequence)
  const last = sequence.rows.at(-1)?.step ?? 0
  expect(chapters.length).toBeLessThanOrEqual(8)
  expect(chapters.length).toBeGreaterThanOrEqual(last > 10 ? 2 : 1)
  chapters.forEach(({ title, step }, index) => {
    expect(title).toMatch(/^[A-Z0-9][\w ]{3,}$/)
    expect(step).toBeGreaterThan(chapters[index - 1]?.step ?? 0)
    expect(step).toBeLessThanOrEqual(last)
    expect(title).not.toBe(chapters[index - 1]?.title)
  })
})

test.each(scenarios)('$id: a row says the same when the run has gone no further', async (scenario) => {
  const { trace, sequence } = await played(scenario, scenario.outcomes[0])
  for (const row of sequence.rows) {
    const soFar = trace.filter(({ step }) => step <= row.step)
    expect(narrate(soFar, sequence, row)).toEqual(narrate(trace, sequence, row))
  }
})

const presets = NAME_PRESETS.filter(({ title }) => ['Keycloak', 'Microsoft Entra ID'].includes(title))

test.each(scenarios.flatMap((scenario) => presets.map((preset) => ({ scenario, preset }))))(
  '$scenario.id with the names of $preset.title: says the same about whoever is called otherwise',
  async ({ scenario, preset }) => {
    const [outcome] = scenario.outcomes
    const { trace, actors } = await played(scenario, outcome)
    const settings = { ...namesIn(scenario, preset.values), ...outcome.settings }
    const renamed = await playOutcome(scenario, { ...outcome, settings })
    const { actors: theirs } = await startRun(scenario, { ...renamed.recipe, choices: [] })
    const sentences = sentencesOf(renamed.trace, theirs)
    for (const sentence of sentences) expect(faultsOf(sentence), sentence).toEqual([])
    // The same recipe with the usual paths, and their titles: paths are no part of what is said.
    expect(sentences).toEqual(sentencesOf(trace, theirs))
    expect(actors).toHaveLength(theirs.length)
  },
)

test.each(scenarios)('$id: who each actor is fits into two sentences', async (scenario) => {
  const { actors } = await played(scenario, scenario.outcomes[0])
  for (const actor of actors) {
    const words = describeActor(actor)
    expect(words).toMatch(/^[A-Z].{20,140}\.$/)
    expect(JARGON.test(words), words).toBe(false)
  }
})

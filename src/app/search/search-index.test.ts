import { expect, test } from 'vitest'
import { CAUSES } from '../../guidance/diagnosis/index.ts'
import { CARDS } from '../gallery/card-files.ts'
import { loadScenarios } from '../registry.ts'
import { loadLesson } from '../scenario-sources.ts'
import { type Entry, entriesOf, WORDS } from './entries.ts'
import type { Part } from './excerpt.ts'
import { createSearch, type Hit } from './search-index.ts'

const scenarios = await loadScenarios()
const lessons = new Map(await Promise.all(scenarios.map(async ({ id }) => [id, await loadLesson(id)] as const)))
const commands = [
  { id: 'theme', title: 'Light or dark', group: 'Page' as const, keys: ['t'], run: () => undefined },
  { id: 'restart', title: 'Restart', group: 'Run' as const, keys: ['r'], run: () => undefined },
]
const search = createSearch(entriesOf({ scenarios, lessons, cards: CARDS, causes: CAUSES, commands }))

const hitsOf = (query: string): readonly Hit[] => search(query).flatMap(({ items }) => items)
const idsOf = (query: string): readonly Entry['id'][] => hitsOf(query).map(({ entry }) => entry.id)
const textOf = (parts: readonly Part[]) => parts.map(({ text }) => text).join('')
const marked = (parts: readonly Part[]) => parts.filter(({ isMatch }) => isMatch).map(({ text }) => text)

test('finds a scenario by the number of its specification, and says so', () => {
  const hit = hitsOf('7636').find(({ entry }) => entry.id === 'scenario authorization-code-pkce')
  expect(hit?.why.field).toBe('Specification')
  expect(marked(hit?.why.parts ?? [])).toEqual(['7636'])
})

test.each([
  ['7636', 'authorization-code-pkce'],
  ['9449', 'dpop'],
  ['8628', 'device-authorization'],
  ['8693', 'token-exchange'],
  ['9207', 'mix-up'],
  ['7009', 'session-revoked'],
  ['9126', 'pushed-authorization'],
  ['6749', 'authorization-code-pkce'],
])('“%s”, with RFC before it or without, finds first of all flows the one that is about it', (number, id) => {
  for (const query of [number, `RFC ${number}`, `rfc${number}`]) {
    const [first] = hitsOf(query).filter(({ entry }) => entry.group === 'Scenarios')
    expect(first?.entry.id, query).toBe(`scenario ${id}`)
    expect(first?.why.field, query).toBe('Specification')
  }
})

test.each([
  ['invalid_grant', 'error invalid_grant'],
  ['Web Locks', 'run two-tabs-race/web-locks'],
  ['code_verifier', 'word code_verifier'],
  ['at_hash', 'word at_hash'],
  ['kid', 'word kid'],
  ['www-authenticate', 'word www-authenticate'],
  ['RFC 9470', 'specification RFC 9470'],
  ['dark', 'command theme'],
  ['restart', 'command restart'],
  ['no matching state', 'cause callback-reloaded'],
  ['double slash at the end of a redirect uri', 'run authorization-code-pkce/redirect-uri-mismatch'],
])('“%s” finds %s', (query, id) => {
  expect(idsOf(query)).toContain(id)
})

test.each([
  ['introspecton', 'scenario session-revoked'],
  ['refesh token', 'word refresh_token'],
  ['implict', 'scenario implicit'],
  ['rotaton', 'run authorization-code-pkce/refresh'],
])('forgives “%s”', (query, id) => {
  expect(idsOf(query)).toContain(id)
})

test('the title that is typed stands first', () => {
  expect(hitsOf('Implicit grant')[0]?.entry.id).toBe('scenario implicit')
  expect(hitsOf('nonce')[0]?.entry.id).toBe('word nonce')
})

test('each scenario, outcome and word is found by its title', () => {
  for (const { id, title, outcomes } of scenarios) {
    expect(idsOf(title), title).toContain(`scenario ${id}`)
    for (const outcome of outcomes) {
      expect(idsOf(`${outcome.title} ${title}`), outcome.title).toContain(`run ${id}/${outcome.id}`)
    }
  }
  for (const word of WORDS.keys()) expect(idsOf(word), word).toContain(`word ${word}`)
})

test('a word of a lesson is found there, with the words around it', () => {
  expect(lessons.get('authorization-code-pkce')).toContain('puzzle')
  const hit = hitsOf('puzzle').find(({ entry }) => entry.id === 'scenario authorization-code-pkce')
  expect(hit?.why.field).toBe('Lesson')
  expect(textOf(hit?.why.parts ?? [])).toMatch(/^… .*puzzle.* …$/)
})

test('marks only what was looked for: no empty words, no beginnings of words under four letters', () => {
  const marks = (query: string) => hitsOf(query).flatMap(({ title, why }) => [...marked(title), ...marked(why.parts)])
  expect(marks('all in one at the of to')).toEqual(marks('one'))
  expect(marks('all loops in Safari').map((word) => word.toLowerCase())).not.toContain('allowed')
  expect(marks('implic')).toContain('Implicit')
})

test('a short word that is none here is taken for the beginning of one', () => {
  expect(idsOf('pk')).toContain('scenario authorization-code-pkce')
})

test('finds nothing for nonsense, and takes any text', () => {
  expect(hitsOf('zzzzqqqq')).toEqual([])
  expect(hitsOf('(([{*\\\0'.repeat(50_000))).toEqual([])
})

test('each flow is found first by its question, and each failure by what its users report', () => {
  for (const [id, { question, symptoms }] of CARDS) {
    expect(hitsOf(question)[0]?.entry.id, question).toBe(`scenario ${id}`)
    for (const [outcome, symptom] of Object.entries(symptoms)) {
      expect(hitsOf(symptom)[0]?.entry.id, symptom).toBe(`run ${id}/${outcome}`)
    }
  }
})

/** What people write above a report, and the entries of which one has to stand first. */
const SENTENCES: readonly (readonly [sentence: string, ...first: Entry['id'][]])[] = [
  ['login loops only in Safari', 'cause silent-sign-in-blocked', 'run silent-renewal/blocked'],
  ['Safari login loop', 'cause silent-sign-in-blocked', 'run silent-renewal/blocked'],
  ['silent renew does not work in Brave', 'cause silent-sign-in-blocked'],
  ['infinite redirect loop after login', 'cause callback-ignores-error'],
  ['race condition on refresh with multiple tabs', 'cause tabs-refresh-together', 'scenario two-tabs-race'],
  ['users are signed out of all tabs when the laptop wakes up', 'cause tabs-refresh-together'],
  ['users randomly logged out on mobile networks', 'cause refresh-answer-lost', 'run lost-response/strict'],
  ['client immediately logs in again after logout', 'cause only-the-app-signed-out', 'scenario logout'],
  ['OAuth login behind nginx/reverse proxy', 'scenario behind-a-proxy', 'cause public-address-unknown'],
  ['callback runs twice in React StrictMode', 'run authorization-code-pkce/effect-twice', 'cause code-used-twice'],
  ['works with curl but blocked by CORS in the browser', 'cause cors-at-the-token-endpoint'],
  ['Outlook opens the magic link before the user does', 'cause link-opened-by-scanner'],
  ['a revoked JWT still works', 'cause revoked-token-works', 'run api-token/revoked-jwt'],
  ['refresh tokens expire after seven days', 'cause consent-screen-in-testing'],
  ['no refresh token with offline_access', 'cause refresh-token-not-asked-for', 'word offline_access'],
  [
    'somebody stole the refresh token',
    'scenario refresh-token-theft',
    'cause refresh-token-stolen',
    'run malicious-script/refresh-token-copied',
  ],
]

test.each(SENTENCES)('“%s” finds first what knows of it', (sentence, ...first) => {
  expect(first).toContain(hitsOf(sentence)[0]?.entry.id)
})

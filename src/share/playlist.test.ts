/** Playlists: the same list comes back from a link and from a file, old links stay readable, and none does harm. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  decodePlaylist,
  encodePlaylist,
  isPlaylistLink,
  type Playlist,
  readPlaylistFile,
  writePlaylistFile,
} from './index.ts'
import { packJson } from './packed-json.ts'
import { PACKING_1 } from './version-1.ts'

/** Never change the link or the list: they stand for all the playlists that were shared. */
const FROZEN_LINK_1 =
  'p1.AyrKLMkBCfoCi6TESoXc_KI8YGYDKgYWs7nQTAVV4lmiAExm2cVAybx8sEmOxdlWCuUZ-QoZicUKwJyZp1CSkaoAS4_2oMw7BHM4cikFVg71v39piUJ-GtiLScDaROFRwxQgngPSl5qiACwCHzXMRYQNqudLyvN1gQ4o1i1KRPcyyGGgyoBYr-Mt0pHcblAbWwsA'
const FROZEN_PLAYLIST: Playlist = {
  title: 'Monday morning',
  items: [
    {
      title: 'It works',
      note: 'Ask: who has seen the password?',
      run: {
        recipe: {
          scenario: 'authorization-code-pkce',
          settings: {},
          seed: 'authlane',
          choices: [
            { type: 'deliver', gate: 'tab#1' },
            { type: 'deliver', gate: 'tab#2' },
            { type: 'act', action: 'sign-in' },
          ],
        },
        cursor: 2,
      },
    },
    {
      title: 'Out of the blue — “signed out”',
      note: '',
      run: {
        recipe: {
          scenario: 'two-tabs-race',
          settings: { tabs: 3 },
          seed: 'authlane',
          choices: [{ type: 'advance', to: 'access_token' }],
        },
        cursor: 0,
      },
    },
  ],
}

const text = fc.string({ maxLength: 40, unit: 'binary' })
const playlist: fc.Arbitrary<Playlist> = fc.record({
  title: text,
  items: fc.array(
    fc.record({
      title: text,
      note: text,
      run: fc.record({
        recipe: fc.record({
          scenario: fc.string({ minLength: 1, maxLength: 20, unit: 'binary' }),
          settings: fc.constant({ lifetime: 300, rotation: true }),
          seed: text,
          choices: fc.array(
            fc.record({ type: fc.constant('deliver' as const), gate: fc.nat(9).map((number) => `tab#${number}`) }),
            { minLength: 1, maxLength: 5 },
          ),
        }),
        cursor: fc.nat(1),
      }),
    }),
    { maxLength: 6 },
  ),
})

function problemOf(fragment: string) {
  const decoded = decodePlaylist(fragment)
  return decoded.ok ? undefined : decoded.problem
}

/** A link to the frozen list, with changes. */
function linkTo(changes: Readonly<Record<string, unknown>>): string {
  return `p1.${packJson({ title: '', items: [], ...changes }, PACKING_1)}`
}

test('reads the frozen link of version 1, and writes it again to the character', () => {
  expect(decodePlaylist(`#${FROZEN_LINK_1}`)).toEqual({ ok: true, shared: FROZEN_PLAYLIST })
  expect(encodePlaylist(FROZEN_PLAYLIST)).toBe(FROZEN_LINK_1)
})

test('any playlist comes back from its link and from its file', () => {
  fc.assert(
    fc.property(playlist, (list) => {
      expect(decodePlaylist(encodePlaylist(list) ?? '')).toEqual({ ok: true, shared: list })
      expect(readPlaylistFile(writePlaylistFile(list))).toEqual({ ok: true, shared: list })
    }),
    { numRuns: 500 },
  )
})

test('what comes back is frozen', () => {
  const decoded = decodePlaylist(FROZEN_LINK_1)
  expect(decoded.ok && Object.isFrozen(decoded.shared.items[0]?.run.recipe.choices)).toBe(true)
})

test.each([
  ['nothing', '', 'not_a_link'],
  ['a link to a run', '1.Iz0LKhXll4', 'not_a_link'],
  ['a newer version', 'p2.AAAA', 'unknown_version'],
  ['half a link', FROZEN_LINK_1.slice(0, 60), 'damaged'],
  ['characters that no link has', 'p1.<img src=x>', 'damaged'],
  ['a link of a size that no playlist has', `p1.${'A'.repeat(100_001)}`, 'too_large'],
  ['what unpacks to megabytes', `p1.${packJson('A'.repeat(2_000_000), PACKING_1)}`, 'too_large'],
  ['no title', linkTo({ title: null }), 'invalid'],
  ['a member more', linkTo({ script: 'alert(1)' }), 'invalid'],
  ['items that are none', linkTo({ items: [{ title: '', note: '' }] }), 'invalid'],
  ['more items than anybody shows', linkTo({ items: Array.from({ length: 101 }, () => itemOf({})) }), 'invalid'],
  ['a cursor behind the end', linkTo({ items: [itemOf({ cursor: 7 })] }), 'invalid'],
  ['a choice that there is not', linkTo({ items: [itemOf({ choices: [{ type: 'explode' }] })] }), 'invalid'],
])('%s is a problem in words', (_what, fragment, code) => {
  const problem = problemOf(fragment)
  expect(problem?.code).toBe(code)
  expect(problem?.message).toMatch(/^.{20,400}\.$/s)
})

function itemOf(changes: Readonly<Record<string, unknown>>) {
  return { title: '', note: '', scenario: 's', settings: {}, seed: '', choices: [], cursor: 0, ...changes }
}

test('a playlist that no link can carry has none, and goes as a file', () => {
  const [item] = FROZEN_PLAYLIST.items
  const notes = fc.sample(fc.string({ minLength: 3000, maxLength: 4000, unit: 'grapheme-ascii' }), {
    numRuns: 60,
    seed: 1,
  })
  const long: Playlist = { title: '', items: notes.flatMap((note) => (item ? [{ ...item, note }] : [])) }
  expect(encodePlaylist(long)).toBeUndefined()
  expect(readPlaylistFile(writePlaylistFile(long))).toEqual({ ok: true, shared: long })
})

test.each([
  ['no JSON', '{"format": "authlane-playlist"'],
  ['a saved run', '{"format": "authlane-session", "version": 1}'],
  ['a list', '[]'],
])('%s is not taken for the file of a playlist', (_what, file) => {
  expect(readPlaylistFile(file)).toBeUndefined()
})

test('a file of another version, or with something else in it, says so', () => {
  const file = JSON.parse(writePlaylistFile(FROZEN_PLAYLIST))
  expect(readPlaylistFile(JSON.stringify({ ...file, version: 2 }))).toMatchObject({
    problem: { code: 'unknown_version' },
  })
  expect(readPlaylistFile(JSON.stringify({ ...file, items: 3 }))).toMatchObject({ problem: { code: 'invalid' } })
})

test('links to runs and to playlists are told apart', () => {
  expect(isPlaylistLink(`#${FROZEN_LINK_1}`)).toBe(true)
  expect(isPlaylistLink('p7.x')).toBe(true)
  for (const other of ['1.abc', 'parallel-401-race', '', 'p.x']) expect(isPlaylistLink(other)).toBe(false)
})

test('2,000 links that were changed on their way never throw, and change no prototype', () => {
  const change = fc.record({ at: fc.nat(FROZEN_LINK_1.length), put: fc.string({ maxLength: 4 }), cut: fc.nat(6) })
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
      const link = changes.reduce((so, { at, put, cut }) => so.slice(0, at) + put + so.slice(at + cut), FROZEN_LINK_1)
      const decoded = decodePlaylist(link)
      expect(decoded.ok || decoded.problem.message.length > 0).toBe(true)
    }),
    { numRuns: 2000 },
  )
  decodePlaylist(linkTo({ items: [{ ...itemOf({}), settings: JSON.parse('{"__proto__":{"polluted":1}}') }] }))
  expect('polluted' in {}).toBe(false)
})

/** Nothing that stands in a recording decides what is shown of it but the words of our own lists, held against 10,000 recordings. */
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createHarReader } from '../reading/har-reader.ts'
import { analyse } from '../report.ts'
import { ANSWERED_PLACES } from './answered-places.fixture.ts'
import { type Place, secretHar } from './secret-har.fixture.ts'
import { SENT_PLACES } from './sent-places.fixture.ts'

const PLACES = [...SENT_PLACES, ...ANSWERED_PLACES]

/** Each of two recordings that differ in their secrets alone. */
const PAIRS = 5000
const SEED = 20261128

/** Words of people; none of them is on a list. */
const WORDS = 'correct horse battery staple lovelace turing hopper winter summer dragon monkey sunshine'.split(' ')
const [LOWER, UPPER, DIGITS] = ['abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', '123456789']
const FOREIGN = 'éüñßøłđçãőżğışабвгдеж漢字仮名交'
const ALPHABETS = [LOWER, UPPER, DIGITS, FOREIGN]

const drawn = (alphabet: string, minLength: number, maxLength: number) =>
  fc.array(fc.constantFrom(...alphabet), { minLength, maxLength }).map((letters) => letters.join(''))
const joined = (parts: fc.Arbitrary<string>, separators: readonly string[]) =>
  fc
    .tuple(fc.array(parts, { minLength: 2, maxLength: 4 }), fc.constantFrom(...separators))
    .map(([all, separator]) => all.join(separator))

const secrets: fc.Arbitrary<string> = fc.oneof(
  drawn(LOWER, 6, 20),
  drawn(UPPER + LOWER, 7, 24),
  fc.constantFrom(...WORDS),
  joined(fc.constantFrom(...WORDS), [' ', '-', '_', '.', '']),
  drawn(DIGITS, 5, 9),
  drawn(DIGITS, 11, 16),
  joined(drawn(DIGITS, 3, 6), ['.', '-', ' ', ':']),
  joined(drawn(UPPER, 4, 4), ['-']),
  drawn(`${UPPER}${LOWER}0${DIGITS}`, 22, 43),
  drawn(`${UPPER}${LOWER}0${DIGITS}-_`, 22, 43),
  drawn(`${UPPER}${LOWER}0${DIGITS}+/`, 20, 44).map((text) => `${text}==`),
  drawn('0123456789abcdef', 32, 32),
  drawn(FOREIGN, 5, 12),
  drawn(`${FOREIGN}😀👩‍🚀`, 6, 12),
  fc.tuple(drawn(LOWER, 6, 8), drawn(LOWER, 6, 8)).map(([name, host]) => `${name}@${host}.com`),
  joined(drawn(UPPER + LOWER, 6, 9), [
    '"',
    '\\',
    ';',
    '=',
    '&',
    ',',
    '\n',
    '%20',
    "'",
    '<',
    '{"',
    '#',
    '?',
    '/',
    '://',
  ]),
  drawn(FOREIGN, 3, 8).map(encodeURIComponent),
)

interface Case {
  readonly place: Place
  readonly secret: string
}

const cases: fc.Arbitrary<readonly Case[]> = fc.uniqueArray(
  fc.tuple(fc.constantFrom(...PLACES), secrets).map(([place, secret]) => ({ place, secret: fitted(place, secret) })),
  { minLength: 1, maxLength: 4, selector: ({ place }) => place.name },
)

/** The secret as its place takes it. */
function fitted({ takes }: Place, secret: string): string {
  if (takes === 'text') return secret
  if (takes === 'no number') return /^\d{1,10}$/.test(secret) ? `n${secret}` : secret
  const letters = secret.toLowerCase().replace(/[^a-z0-9]/g, '')
  return `h${letters.length > 4 ? letters : Buffer.from(secret).toString('hex').slice(0, 40)}`
}

/** Another secret of the same shape: letters for letters, digits for digits, and the same where it was the same. */
function disguised(secret: string): string {
  return secret
    .split(/(%[0-9A-F]{2})/)
    .map((part, index) => (index % 2 === 1 ? part : [...part].map(another).join('')))
    .join('')
}

function another(letter: string): string {
  const alphabet = ALPHABETS.find((candidate) => candidate.includes(letter))
  if (alphabet === undefined) return letter
  const letters = [...alphabet]
  return letters[(letters.indexOf(letter) + Math.ceil(letters.length / 2)) % letters.length] ?? letter
}

async function shown(recorded: readonly Case[]): Promise<string> {
  const reader = createHarReader()
  reader.push(secretHar(recorded))
  return JSON.stringify(await analyse(reader.end())).replace(TIMES, '')
}

const wordsOf = (text: string) =>
  decoded(text)
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

function decoded(text: string): string {
  return text.replace(/(?:%[0-9A-F]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes)
    } catch {
      return ' '
    }
  })
}

/** Every word that the source of the report has: what is ours to say. */
const OURS: ReadonlySet<string> = new Set(
  ['src/capture', 'src/guidance', 'src/reference', 'src/projections', 'src/http'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !/\.(?:test|fixture)\.ts$/.test(path))
      .flatMap((path) => wordsOf(readFileSync(`${folder}/${path}`, 'utf8'))),
  ),
)
/** What the recordings have in common: registered domains. */
const DOMAINS: ReadonlySet<string> = new Set(['shop', 'login', 'api', 'example', 'mail', 'evil', 'co', 'uk'])
/** Moments of the recordings, and the time at which their tokens expire. */
const TIMES = /\b17676\d{5}(?:\d{3})?\b/g

/** Words of a report from five letters on, and parts of words that a secret has put together, that nobody here has written. */
function foreignWords(report: string): string[] {
  return wordsOf(report).filter((word) => word.length > 4 && !OURS.has(word) && !DOMAINS.has(word))
}

/** Where two texts part, with what stands around; `''` when they are the same. */
function firstDifference(one: string, other: string): string {
  if (one === other) return ''
  const at = [...one].findIndex((letter, index) => letter !== other[index])
  return [one, other].map((text) => text.slice(Math.max(0, at - 60), at + 60)).join(' | ')
}

/** A secret as it is, decoded and encoded. */
function formsOf(secret: string): string[] {
  return [
    secret,
    encodeURIComponent(secret),
    `${new URLSearchParams({ '': secret })}`.slice(1),
    JSON.stringify(secret).slice(1, -1),
    Buffer.from(secret).toString('base64').slice(0, 12),
    Buffer.from(secret).toString('hex'),
  ]
}

test(`${2 * PAIRS} recordings show no secret, whatever its letters and its place`, async () => {
  const used = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(cases, async (recorded) => {
      for (const { place } of recorded) used.set(place.name, (used.get(place.name) ?? 0) + 1)
      const others = recorded.map(({ place, secret }) => ({ place, secret: disguised(secret) }))
      const report = await shown(recorded)
      expect(firstDifference(report, await shown(others))).toBe('')
      expect(foreignWords(report)).toEqual([])
      const text = report.toLowerCase()
      const forms = [...recorded, ...others].flatMap(({ secret }) => formsOf(secret))
      expect(forms.filter((form) => text.includes(form.toLowerCase()))).toEqual([])
    }),
    { numRuns: PAIRS, seed: SEED },
  )
  expect(PLACES.filter(({ name }) => (used.get(name) ?? 0) < 20)).toEqual([])
}, 120_000)

import { expect, test } from 'vitest'
import { cases, findOutcome, type Played, played } from '../../scenario-kit/played.fixture.ts'
import { failureAt } from '../checks.ts'
import { lifetimesAt } from '../lifetimes/index.ts'
import { storageAt } from '../storage/index.ts'
import { tokensIn } from '../tokens.ts'
import { type Credentials, credentialsIn, HUES, type ShownCredential } from './index.ts'

interface Read extends Played {
  readonly credentials: Credentials
}

async function read(scenarioId: string, outcomeId: string): Promise<Read> {
  const { scenario, outcome } = findOutcome(scenarioId, outcomeId)
  const run = await played(scenario, outcome)
  return { ...run, credentials: credentialsIn(run.trace, run.actors) }
}

const shown = (items: readonly ShownCredential[]) => items.map(({ credential, state }) => `${credential.mark} ${state}`)

function rowOf({ sequence }: Read, step: number) {
  const row = sequence.rows.find((candidate) => candidate.step === step)
  if (row === undefined) throw new Error(`Step ${step} has no row.`)
  return row
}

const carried = (run: Read, step: number) => shown(run.credentials.carriedBy(rowOf(run, step)))
const cause = (run: Read, step: number) => run.credentials.causeOf(run.sequence, rowOf(run, step))

/** `R1 held` for what an actor has, `(R1 revoked)` for what it let go of. */
function pocket({ credentials }: Read, step: number, actor: string): string[] {
  const { items = [] } = credentials.pocketsAt(step).find((candidate) => candidate.actor === actor) ?? {}
  return items.map((item) => {
    const [words] = shown([item])
    return item.isHeld ? `${words}` : `(${words})`
  })
}

test('of two calls that are refused together, both spend R1, and the second ends the family in the app’s pocket', async () => {
  const run = await read('parallel-401-race', 'each-refreshes')
  expect([3, 7, 8, 9].map((step) => carried(run, step))).toEqual([
    ['A1 expired'],
    ['R1 held'],
    ['R1 replaced'],
    ['A2 revoked', 'R2 revoked'],
  ])
  expect([6, 7, 8, 9].map((step) => pocket(run, step, 'app'))).toEqual([
    ['A1 expired', 'R1 held'],
    ['A1 expired', 'R1 replaced'],
    ['A1 revoked', 'R1 revoked'],
    ['(A1 revoked)', '(R1 revoked)', 'A2 revoked', 'R2 revoked'],
  ])
  expect(cause(run, 10)).toEqual({ row: rowOf(run, 7).index, words: 'R1 again: used in step 7' })
  expect(cause(run, 5)).toEqual({ row: rowOf(run, 1).index, words: 'A1 expired in step 1' })
  expect(cause(run, 9)).toBeUndefined()
})

test('two tabs share one pocket: the browser’s', async () => {
  const run = await read('two-tabs-race', 'strict')
  expect(pocket(run, 10, 'browser')).toEqual(['(A1 revoked)', '(R1 revoked)', 'R2 revoked', 'A2 revoked'])
  expect(pocket(run, 10, 'tab-1')).toEqual([])
  expect(cause(run, 11)?.words).toBe('R1 again: used in step 8')
})

test('a stolen token is in two pockets, and both break at once', async () => {
  const run = await read('refresh-token-theft', 'thief-first')
  expect(pocket(run, 4, 'thief')).toEqual(['R1 held'])
  expect(pocket(run, 7, 'app')).toEqual(['A1 held', 'R1 replaced'])
  expect(pocket(run, 15, 'thief')).toEqual(['(R1 revoked)', 'R2 revoked', 'A2 revoked'])
  expect(cause(run, 19)).toEqual({ row: rowOf(run, 15).index, words: 'R2 revoked in step 15' })
})

test('a code is used once, and used again (RFC 6749 §4.1.2)', async () => {
  const run = await read('authorization-code-pkce', 'code-replayed')
  expect([17, 18].map((step) => carried(run, step))).toEqual([['C1 held'], ['C1 used']])
  expect(carried(run, 19)).toEqual(['A1 revoked', 'R1 revoked', 'I1 held'])
  expect(cause(run, 20)).toEqual({ row: rowOf(run, 17).index, words: 'C1 again: used in step 17' })
})

test('a session ends in the browser’s pocket when its server ends it, and leaves with the cookie', async () => {
  const run = await read('logout', 'no-hint')
  expect(carried(run, 10)).toEqual(['S1 held'])
  expect(pocket(run, 23, 'browser')).toEqual(['S1 held', '(C1 used)', 'B1 revoked'])
  expect(pocket(run, 29, 'browser')).toEqual(['(S1 revoked)', '(C1 used)', '(B1 revoked)'])
})

test('a message that is lost has its credentials with it', async () => {
  const run = await read('lost-response', 'strict')
  expect(rowOf(run, 6).tone).toBe('lost')
  expect(carried(run, 6)).toEqual(['A2 held', 'R2 held'])
  expect(pocket(run, 8, 'app')).toEqual(['(A1 revoked)', '(R1 revoked)'])
})

test('keys and one-time codes have a face, too', async () => {
  const key = await read('static-api-key', 'key-replaced')
  expect([2, 7, 14].map((step) => carried(key, step))).toEqual([['K1 held'], ['K1 revoked'], ['K2 held']])
  expect(cause(key, 8)?.words).toBe('K1 revoked in step 5')
  const code = await read('mfa-sign-in', 'otp-reused')
  expect(carried(code, 32)).toEqual(['S1 held', 'O1 used'])
  expect(cause(code, 33)?.words).toBe('O1 again: used in step 12')
})

test('what expired is told by the step in which the clock passed its end', async () => {
  const run = await read('authorization-code-pkce', 'code-expired')
  expect(cause(run, 18)?.words).toBe('C1 expired in step 16')
})

test('a failure that is not about a credential has no cause among them', async () => {
  const run = await read('authorization-code-pkce', 'pkce-mismatch')
  expect(carried(run, 17)).toEqual(['C1 held'])
  expect(failureAt(run.trace, rowOf(run, 18))?.rule).toBe('pkce')
  expect(cause(run, 18)).toBeUndefined()
})

test('the first message with a credential of a kind is told from the later ones', async () => {
  const run = await read('parallel-401-race', 'each-refreshes')
  const firsts = run.sequence.rows.filter((row) => run.credentials.bringsFirst(row)).map(({ step }) => step)
  expect(firsts).toEqual([3, 7])
})

const everyRun = cases.map(({ scenario, outcome }) => ({ name: `${scenario.id} / ${outcome.id}`, scenario, outcome }))

test.each(everyRun)('$name: names, marks and holders are those of the other views, all along', async (of) => {
  const run = await played(of.scenario, of.outcome)
  const { trace, actors, sequence } = run
  const credentials = credentialsIn(trace, actors)
  const marks = new Map<string, string>()
  const end = trace.at(-1)?.step ?? 0
  // Every fifth step and the last one: what each is held against is computed anew for it.
  for (const step of [...Array(Math.ceil(end / 5)).keys()].map((index) => index * 5).concat(end)) {
    const lifetimes = new Map(lifetimesAt(trace, step).items.map((lifetime) => [lifetime.name, lifetime]))
    const storage = storageAt(trace, step, actors)
    for (const { actor, items } of credentials.pocketsAt(step)) {
      const places = storage.find((one) => one.actor === actor)?.places ?? []
      const kept = places.flatMap((place) => (/^(database|key-set)$/.test(place.kind) ? [] : place.items))
      const held = items.filter(({ isHeld }) => isHeld).map(({ credential }) => credential.name)
      const faces = kept.filter(({ name }) => items.some(({ credential }) => credential.name === name))
      expect(held.sort()).toEqual(
        [...new Set(faces.map(({ name }) => name))].filter((name) => held.includes(name)).sort(),
      )
      // Whatever is live and kept is in the pocket.
      for (const { name, lifetime } of kept) {
        if (lifetime?.state === 'live' && /^(access|refresh)_token$/.test(lifetime.artifact))
          expect(held).toContain(name)
      }
      for (const { credential, state, isHeld } of items) {
        expect(marks.get(credential.mark) ?? credential.name).toBe(credential.name)
        marks.set(credential.mark, credential.name)
        expect(credential.hue).toBeLessThan(HUES)
        expect(state === 'held').toBe(lifetimes.get(credential.name)?.state === 'live')
        expect(isHeld || state !== 'held').toBe(true)
      }
    }
  }
  const tokens = tokensIn(trace, end)
  for (const { name, sightings } of tokens) {
    if (!/^(authorization code|access token|refresh token|id token) \d+$/.test(name)) continue
    for (const { gate, step } of sightings) {
      const row = sequence.rows.find((candidate) => candidate.gate === gate && candidate.step === step)
      if (row?.kind !== 'message') continue
      expect(credentials.carriedBy(row).map(({ credential }) => credential.name)).toContain(name)
    }
  }
})

test.each(everyRun)('$name: a cause comes before its row, in the step that its words name', async (of) => {
  const { trace, actors, sequence } = await played(of.scenario, of.outcome)
  const credentials = credentialsIn(trace, actors)
  for (const row of sequence.rows) {
    const found = credentials.causeOf(sequence, row)
    if (found === undefined) continue
    expect(row.tone).toBe('error')
    expect(found.row).toBeLessThan(row.index)
    expect(found.words).toMatch(new RegExp(`^[A-Z]\\d+ .* in step ${sequence.rows[found.row]?.step}$`))
  }
})

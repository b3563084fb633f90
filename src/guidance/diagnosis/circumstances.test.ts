import { expect, test } from 'vitest'
import { scenarios } from '../../scenario-kit/played.fixture.ts'
import { CAUSES } from './causes/index.ts'
import { CIRCUMSTANCES, type Circumstance, causesLeft, nextQuestion, type Traits } from './circumstances.ts'
import { completeCauses, diagnose } from './index.ts'

const NOW = 1_800_000_100
const causes = completeCauses(CAUSES, scenarios)

/** Real reports: what the person could tell, and what the thread found. `about` only where the reporter said it. */
const REPORTS: readonly {
  readonly input: string
  readonly about: Traits
  readonly cause: string
  readonly thread: string
}[] = [
  {
    input: 'invalid_grant',
    about: { moment: 'later', tabs: 'several' },
    cause: 'tabs-refresh-together',
    thread: 'directus/directus#22360',
  },
  {
    input: 'refresh_reuse_detected',
    about: { moment: 'later', tabs: 'several' },
    cause: 'tabs-refresh-together',
    thread: 'OHDSI/WebAPI#436',
  },
  {
    input: 'invalid_grant',
    about: { moment: 'later', tabs: 'one' },
    cause: 'parallel-refreshes',
    thread: 'jchable/gpx-utility-analyzer#95',
  },
  {
    input: 'invalid_grant',
    about: { moment: 'later', tabs: 'one', rhythm: 'fixed' },
    cause: 'parallel-refreshes',
    thread: 'ansari-project/ansari-frontend#71',
  },
  {
    input: 'invalid_grant',
    about: { moment: 'later', network: 'bad' },
    cause: 'refresh-answer-lost',
    thread: 'wso2/product-is#27820',
  },
  {
    input: 'invalid_grant',
    about: { moment: 'later', network: 'bad', rhythm: 'irregular' },
    cause: 'refresh-answer-lost',
    thread: 'advplyr/audiobookshelf#4630',
  },
  {
    input: 'invalid_grant',
    about: { moment: 'later', rhythm: 'fixed' },
    cause: 'refresh-token-expired',
    thread: 'outline/outline#5564',
  },
  {
    input: 'invalid_grant',
    about: { moment: 'sign-in', pace: 'quick' },
    cause: 'code-used-twice',
    thread: 'soofstad/react-oauth2-pkce#50',
  },
  {
    input: 'No matching state found in storage',
    about: { attempt: 'first', pace: 'quick' },
    cause: 'state-of-another-origin',
    thread: 'DuendeArchive/identity-model-oidc-client-js#455',
  },
  {
    input: 'No matching state found in storage',
    about: { attempt: 'first', pace: 'slow' },
    cause: 'state-aged-by-clock',
    thread: 'DuendeArchive/identity-model-oidc-client-js#93',
  },
  {
    input: 'No matching state found in storage',
    about: { attempt: 'repeat' },
    cause: 'callback-reloaded',
    thread: 'DuendeArchive/identity-model-oidc-client-js#1044',
  },
  {
    input: '401 invalid_token',
    about: { moment: 'sign-in', fresh: 'refused' },
    cause: 'token-is-opaque',
    thread: 'auth0/auth0-spa-js#822',
  },
  {
    input: '401 invalid_token',
    about: { moment: 'sign-in', fresh: 'refused' },
    cause: 'token-for-another-audience',
    thread: 'DuendeArchive/IdentityServer4#4278',
  },
  {
    input: 'redirect loop',
    about: { browser: 'some' },
    cause: 'state-cookie-not-sent',
    thread: 'freeCodeCamp/freeCodeCamp#39316',
  },
  {
    input: 'invalid_client',
    about: { elsewhere: 'works' },
    cause: 'secret-wrong',
    thread: 'thephpleague/oauth2-client#840',
  },
]

/** What is left once every question is answered as the reporter could, and skipped where they could not. */
function ask(input: string, about: Traits) {
  let left = diagnose(input, causes, NOW).causes
  const asked = new Set<Circumstance>()
  for (let next = nextQuestion(left, asked); next !== undefined; next = nextQuestion(left, asked)) {
    asked.add(next.circumstance)
    const answer = about[next.circumstance]
    if (answer !== undefined) left = causesLeft(left, { [next.circumstance]: answer })
  }
  return { left: left.map(({ id }) => id), asked }
}

test.each(REPORTS)('the answers of $thread keep $cause, and rule others out', ({ input, about, cause }) => {
  const before = diagnose(input, causes, NOW).causes.length
  const { left } = ask(input, about)
  expect(left).toContain(cause)
  expect(left.length).toBeLessThan(before)
})

test('whatever is answered, a cause is left', () => {
  const texts = new Set([...REPORTS.map(({ input }) => input), 'login_required', 'failed to fetch', 'invalid_client'])
  const walk = (left: ReturnType<typeof diagnose>['causes'], asked: ReadonlySet<Circumstance>): void => {
    expect(left.length).toBeGreaterThan(0)
    const next = nextQuestion(left, asked)
    for (const { answer } of next?.answers ?? []) {
      const rest = causesLeft(left, { [next?.circumstance ?? '']: answer })
      walk(rest, new Set([...asked, ...(next ? [next.circumstance] : [])]))
    }
  }
  for (const text of texts) walk(diagnose(text, causes, NOW).causes, new Set())
})

test.each([
  ['invalid_grant', 'moment', 7],
  ['401 invalid_token', 'moment', 3],
  ['state mismatch', 'attempt', 4],
  ['login_required', 'browser', 1],
  ['failed to fetch', 'curl', 1],
  ['redirect loop', 'browser', 2],
  ['invalid_client', 'elsewhere', 4],
])('%s is asked about first: %s, which leaves at most %i', (text, circumstance, most) => {
  const { causes: found } = diagnose(text, causes, NOW)
  const question = nextQuestion(found, new Set())
  expect(question?.circumstance).toBe(circumstance)
  const left = question?.answers.map(({ answer }) => causesLeft(found, { [circumstance]: answer }).length) ?? []
  expect(Math.max(...left)).toBe(most)
})

test('what was asked or tells nothing apart is not asked', () => {
  const { causes: found } = diagnose('login_required', causes, NOW)
  expect(nextQuestion(found, new Set(['browser']))).toBeUndefined()
  expect(nextQuestion(found.slice(0, 1), new Set())).toBeUndefined()
})

test('each circumstance tells causes apart: some cause happens in each of its answers', () => {
  for (const [name, { answers }] of Object.entries(CIRCUMSTANCES)) {
    const values = new Set(CAUSES.map(({ traits }) => traits?.[name as Circumstance]))
    expect(
      Object.keys(answers).filter((answer) => values.has(answer as never)),
      name,
    ).not.toEqual([])
  }
})

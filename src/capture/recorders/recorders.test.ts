/** The same sign-in as every recorder writes it down: nothing is refused, and the same rule is found broken. */
import { expect, test } from 'vitest'
import { analyse, createHarReader } from '../index.ts'
import { har as agentBrowser } from './agent-browser.fixture.ts'
import { har as charles } from './charles.fixture.ts'
import { har as chrome } from './chrome.fixture.ts'
import { har as fiddler } from './fiddler.fixture.ts'
import { har as firefox } from './firefox.fixture.ts'
import { har as harSanitizer } from './har-sanitizer.fixture.ts'
import { har as insomnia } from './insomnia.fixture.ts'
import { har as mitmproxy } from './mitmproxy.fixture.ts'
import { aborted, har as playwright } from './playwright.fixture.ts'
import { har as polly } from './polly.fixture.ts'
import { har as proxyman } from './proxyman.fixture.ts'
import { har as safari } from './safari.fixture.ts'

const KINDS = ['authorization request', 'authorization response', 'token request']

function read(text: string) {
  const reader = createHarReader()
  reader.push(text)
  return reader.end()
}

async function brokenRules(text: string): Promise<readonly string[]> {
  const { rules } = await analyse(read(text))
  return rules.filter(({ findings }) => findings.length > 0).map(({ id }) => id)
}

const RECORDERS = {
  agentBrowser,
  charles,
  chrome,
  fiddler,
  firefox,
  insomnia,
  mitmproxy,
  playwright,
  polly,
  proxyman,
  safari,
}

test.each(Object.entries(RECORDERS))(
  '%s: nothing is lost, and the redirect URI is found (RFC 6749 §4.1.3)',
  async (_, text) => {
    const report = await analyse(read(text))
    expect(report).toMatchObject({ damaged: 0, assets: 0, others: 0, isCut: false })
    expect(report.exchanges.map(({ kind }) => kind)).toEqual(KINDS)
    expect(report.rules[report.first?.rule ?? -1]?.id).toBe('redirect-uri-same')
    expect(await brokenRules(text)).toEqual(['redirect-uri-same', 'token-error'])
  },
)

test('a file that har-sanitizer has been over: the redirect URI is found, and what was taken out is compared with nothing', async () => {
  const report = await analyse(read(harSanitizer))
  expect(report).toMatchObject({ damaged: 0, others: 0 })
  expect(report.exchanges.map(({ kind }) => kind)).toEqual(KINDS)
  expect(await brokenRules(harSanitizer)).toEqual(['redirect-uri-same', 'token-error'])
})

test('a token request that was aborted is drawn, and is not answered (Playwright, status -1)', async () => {
  const report = await analyse(read(aborted))
  expect(report.damaged).toBe(0)
  expect(report.rows.at(-1)).toMatchObject({ isResponse: false, tone: 'error' })
  expect(await brokenRules(aborted)).toEqual(['redirect-uri-same', 'token-answer'])
})

/** The same file with something changed in every entry. */
function changed(change: (entry: Record<string, unknown>) => void): string {
  const file = JSON.parse(chrome) as { log: { entries: Record<string, unknown>[] } }
  for (const entry of file.log.entries) change(entry)
  return JSON.stringify(file)
}

test('a file without times is read in its own order', async () => {
  const text = changed((entry) => {
    delete entry.startedDateTime
  })
  expect((await analyse(read(text))).exchanges.map(({ kind }) => kind)).toEqual(KINDS)
  expect(await brokenRules(text)).toEqual(['redirect-uri-same', 'token-error'])
})

test('in a file of requests alone no answer is missed, and that is said', async () => {
  const report = await analyse(
    read(
      changed((entry) => {
        delete entry.response
      }),
    ),
  )
  expect(report.rules.filter(({ findings }) => findings.length > 0).map(({ id }) => id)).toEqual(['redirect-uri-same'])
  expect(report.coverage.unseen[0]).toContain('requests alone')
})

test.each<[string, (entry: Record<string, unknown>) => void]>([
  ['a time that is none', (entry) => Object.assign(entry, { startedDateTime: 'yesterday', time: null })],
  [
    'headers that are none',
    (entry) => Object.assign(entry.request as object, { headers: [null, 7, { name: 1 }], cookies: null }),
  ],
  [
    'a type of the wrong type',
    (entry) => Object.assign(entry, { _resourceType: null, _actor: 4, cache: null, timings: null }),
  ],
  ['a content of null', (entry) => Object.assign(entry.response as object, { content: null })],
  ['a status as text', (entry) => Object.assign(entry.response as object, { status: '200' })],
  ['a response of null', (entry) => Object.assign(entry, { response: null })],
  [
    'a stack nested 200 deep',
    (entry) => Object.assign(entry, { _initiator: JSON.parse(`${'{"parent":'.repeat(200)}{}${'}'.repeat(200)}`) }),
  ],
])('%s costs no entry', (_, change) => {
  expect(read(changed(change))).toMatchObject({ damaged: 0, exchanges: [{}, {}, {}] })
})

test('a redirect URI with a scheme of an app’s own is read (RFC 8252 §7.1)', async () => {
  const text = chrome
    .replaceAll(encodeURIComponent('https://shop.example/callback'), encodeURIComponent('com.example.shop:/callback'))
    .replaceAll('https://shop.example/callback?', 'com.example.shop:/callback?')
  const report = await analyse(read(text))
  expect(report.damaged).toBe(0)
  expect(report.exchanges.map(({ kind }) => kind)).toEqual(['authorization request', 'token request'])
  expect(await brokenRules(text)).toEqual(['redirect-uri-same', 'token-error'])
})

test('a JWT nested 20,000 deep costs nothing but its claims', async () => {
  const deep = Buffer.from(`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`).toString('base64url')
  const text = chrome.replaceAll(
    '{\\"error\\":\\"invalid_grant\\"}',
    `{\\"id_token\\":\\"eyJhbGciOiJSUzI1NiJ9.${deep}.c2ln\\"}`,
  )
  expect(text).toContain(deep)
  expect((await analyse(read(text))).exchanges.map(({ kind }) => kind)).toEqual(KINDS)
})

test('a file that ends in the middle keeps the entries before, and says so', async () => {
  const report = await analyse(read(chrome.slice(0, chrome.lastIndexOf('"serverIPAddress"'))))
  expect(report.isCut).toBe(true)
  expect(report.exchanges.map(({ kind }) => kind)).toEqual(KINDS.slice(0, 2))
})

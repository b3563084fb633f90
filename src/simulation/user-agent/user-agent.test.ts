import { expect, test } from 'vitest'
import { header, redirect } from '../../http/index.ts'
import type { Run } from '../run.ts'
import { play, playAll } from '../test-world.fixture.ts'
import type { Message, TraceEvent } from '../types.ts'
import type { Page } from './index.ts'

const SERVER = 'https://server.example'

function view(run: Run) {
  const event = run.trace.findLast((candidate) => candidate.type === 'window')
  return event?.type === 'window' ? event.view : undefined
}

function messages(run: Run): Message[] {
  return run.trace.flatMap((event: TraceEvent) => (event.type === 'held' ? [event.message] : []))
}

const requests = (run: Run) =>
  messages(run)
    .filter(({ direction }) => direction === 'request')
    .map(({ purpose, request }) => `${purpose} ${request.method} ${request.url}`)

test('submits a form of the page: hidden fields, what was typed, as the form says', async () => {
  const run = await play({}, 'next', 'next', { type: 'submit', window: 'tab', form: 'search', fields: { q: 'a b' } })
  expect(run.held()[0]?.request.url).toBe('https://app.example/found?k=1&q=a+b')
})

test('refuses a form or link that the page does not have, and lists those it has', async () => {
  const run = await play({}, 'next', 'next')
  await expect(run.apply({ type: 'submit', window: 'tab', form: 'nope', fields: {} })).rejects.toThrow(
    '“search”, “post”',
  )
  await expect(run.apply({ type: 'follow', window: 'tab', href: '/nope' })).rejects.toThrow('“/next”')
})

test('follows redirects hop by hop; the address bar shows the hop; a POST becomes a GET (RFC 9110 §15.4.4)', async () => {
  const run = await play({}, 'next', 'next', { type: 'submit', window: 'tab', form: 'post', fields: { user: 'ada' } })
  expect(view(run)).toMatchObject({ url: `${SERVER}/login`, loading: true })
  await playAll(run)
  expect(requests(run)).toEqual([
    'navigation GET https://app.example/',
    `navigation POST ${SERVER}/login`,
    'navigation GET https://app.example/in',
  ])
  expect(view(run)).toMatchObject({ url: 'https://app.example/in', loading: false, canGoBack: true })
})

test('follows 20 redirects and stops at the next one, as Chromium says it (Fetch §4.5)', async () => {
  const hops: string[] = []
  const server = async (url: URL) => {
    hops.push(url.href)
    return redirect(`${SERVER}/again`)
  }
  const run = await play({ server }, 'next', 'next', { type: 'visit', window: 'tab', url: `${SERVER}/` })
  await playAll(run)
  expect(hops).toHaveLength(21)
  expect(view(run)?.html).toContain('server.example redirected you too many times.')
  expect(view(run)?.html).toContain('ERR_TOO_MANY_REDIRECTS')
  const note = run.trace.findLast((event) => event.type === 'note')
  expect(note).toMatchObject({ actor: 'browser', note: { rule: 'redirect_count', passed: false } })
})

test('sends Origin, Referer and Sec-Fetch headers as a browser does (Fetch Metadata §2.3)', async () => {
  const run = await play({}, 'next', 'next', { type: 'submit', window: 'tab', form: 'post', fields: {} })
  const request = run.held()[0]?.request ?? { headers: [] }
  expect(header(request, 'origin')).toBe('https://app.example')
  expect(header(request, 'referer')).toBe('https://app.example/')
  expect(header(request, 'sec-fetch-site')).toBe('cross-site')
  expect(header(messages(run)[0]?.request ?? request, 'sec-fetch-site')).toBe('none')
})

test('keeps cookies of a response and sends them back to their site alone', async () => {
  const run = await play({}, 'next', 'next', { type: 'submit', window: 'tab', form: 'post', fields: {} })
  await playAll(run)
  await run.apply({ type: 'visit', window: 'tab', url: `${SERVER}/open` })
  expect(header(run.held()[0]?.request ?? { headers: [] }, 'cookie')).toBe('sid=1')
  await run.apply({ type: 'visit', window: 'tab', url: 'https://app.example/' })
  expect(header(run.held().at(-1)?.request ?? { headers: [] }, 'cookie')).toBeUndefined()
})

test('goes back and forward through its history and reloads the entry it is at', async () => {
  const run = await play({}, 'next', 'next', { type: 'follow', window: 'tab', href: '/next' }, 'next', 'next')
  await run.apply({ type: 'browse', window: 'tab', command: 'back' })
  await playAll(run)
  expect(view(run)).toMatchObject({ url: 'https://app.example/', canGoBack: false, canGoForward: true })
  await run.apply({ type: 'browse', window: 'tab', command: 'forward' })
  await playAll(run)
  await run.apply({ type: 'browse', window: 'tab', command: 'reload' })
  await playAll(run)
  expect(requests(run).at(-1)).toBe('navigation GET https://app.example/next')
  await expect(run.apply({ type: 'browse', window: 'tab', command: 'forward' })).rejects.toThrow(
    'nothing to go forward',
  )
})

test('a new navigation leaves the old one alone: its answer is discarded when it comes', async () => {
  const run = await play({}, { type: 'visit', window: 'tab', url: 'https://app.example/other' })
  expect(run.held().map(({ gate }) => gate)).toEqual(['tab#1', 'tab#2'])
  await playAll(run)
  expect(view(run)?.url).toBe('https://app.example/other')
  expect(run.trace.filter((event) => event.type === 'discarded')).toHaveLength(1)
})

test('a script that is gone gets no answer, and its fetch can do no more harm', async () => {
  const seen: string[] = []
  const load = async (page: Page) => {
    if (page.url.pathname !== '/') return
    await page.globals.fetch(`${SERVER}/open`)
    seen.push('answer')
  }
  const run = await play({ load }, 'next', 'next', { type: 'follow', window: 'tab', href: '/next' })
  while (run.held().some(({ gate }) => gate.startsWith('tab#'))) {
    await run.apply({ type: 'deliver', gate: run.held().find(({ gate }) => gate.startsWith('tab#'))?.gate ?? '' })
  }
  await playAll(run)
  expect(seen).toEqual([])
  expect(run.trace.filter((event) => event.type === 'discarded')).toHaveLength(1)
})

test('asks first by a visible preflight when a header is not safelisted (Fetch §4.8), and remembers the answer', async () => {
  const load = async (page: Page) => {
    await page.globals.fetch(`${SERVER}/open`, { headers: { 'x-test': '1' } })
    await page.globals.fetch(`${SERVER}/open`, { headers: { 'x-test': '2' } })
  }
  const run = await playAll(await play({ load }))
  expect(requests(run).slice(1)).toEqual([
    `preflight OPTIONS ${SERVER}/open`,
    `fetch GET ${SERVER}/open`,
    `fetch GET ${SERVER}/open`,
  ])
})

test('keeps an answer without Access-Control-Allow-Origin from the script and says why (Fetch §4.10)', async () => {
  const seen: string[] = []
  const load = async (page: Page) => {
    await page.globals.fetch(`${SERVER}/closed`).catch((error: unknown) => seen.push(String(error)))
  }
  const run = await playAll(await play({ load }))
  expect(seen).toEqual(['TypeError: Failed to fetch'])
  const refusal = run.trace.find((event) => event.type === 'refused')
  expect(refusal?.type === 'refused' && refusal.reason).toContain('no Access-Control-Allow-Origin')
})

test('follows a redirect to another origin for a script, and says where it came from when it withholds the answer (Fetch §4.5)', async () => {
  const load = async (page: Page) => {
    await page.globals.fetch(`${SERVER}/away`).catch(() => undefined)
  }
  const server = async ({ pathname }: URL) =>
    pathname === '/away'
      ? redirect(`${SERVER}/closed`, [['access-control-allow-origin', '*']])
      : { status: 200, headers: [], body: '' }
  const run = await playAll(await play({ load, server }))
  const refusal = run.trace.find((event) => event.type === 'refused')
  expect(refusal?.type === 'refused' && refusal.reason).toContain(
    `Access to fetch at '${SERVER}/closed' (redirected from '${SERVER}/away') from origin 'https://app.example' has been blocked by CORS policy.`,
  )
})

test('sends no cookie with a cross-origin fetch unless credentials are included (Fetch §4.6)', async () => {
  const load = async (page: Page) => {
    if (page.url.pathname === '/in') await page.globals.fetch(`${SERVER}/open`)
  }
  const run = await play({ load }, 'next', 'next', { type: 'submit', window: 'tab', form: 'post', fields: {} })
  await playAll(run)
  const fetched = messages(run).find(({ purpose }) => purpose === 'fetch')
  expect(header(fetched?.request ?? { headers: [] }, 'cookie')).toBeUndefined()
})

test('session storage belongs to a window, local storage to the browser', async () => {
  const read: (string | null)[] = []
  const load = async ({ globals, url }: Page) => {
    read.push(globals.sessionStorage.getItem('s'), globals.localStorage.getItem('l'))
    globals.sessionStorage.setItem('s', url.pathname)
    globals.localStorage.setItem('l', url.pathname)
  }
  await play({ load }, 'next', 'next', { type: 'follow', window: 'tab', href: '/next' }, 'next', 'next')
  expect(read).toEqual([null, null, '/', '/'])
})

test('location.assign leaves the page, and history.replaceState changes the address alone', async () => {
  let seen = ''
  const load = async ({ globals, url }: Page) => {
    if (url.pathname === '/') return globals.location.assign('/app?code=1')
    globals.history.replaceState(null, '', '/clean')
    seen = globals.location.href
  }
  const run = await playAll(await play({ load }))
  expect(view(run)?.url).toBe('https://app.example/clean')
  expect(seen).toBe('https://app.example/clean')
  expect(requests(run)).toHaveLength(2)
})

test('what a page fetches names the address that it has by then (Referrer Policy §3)', async () => {
  const load = async ({ globals }: Page) => {
    await globals.fetch('/first')
    globals.history.replaceState(null, '', '/clean')
    await globals.fetch('/second')
  }
  const run = await playAll(await play({ load }))
  const referers = run.trace.flatMap((event) =>
    event.type === 'held' && event.message.direction === 'request' ? [header(event.message.request, 'referer')] : [],
  )
  expect(referers.slice(-2)).toEqual(['https://app.example/', 'https://app.example/clean'])
})

test('random values of a page come from its own stream: same seed, same bytes', async () => {
  const draws: string[] = []
  const load = async ({ globals }: Page) => {
    draws.push(globals.crypto.randomUUID())
  }
  await play({ load }, 'next', 'next')
  await play({ load }, 'next', 'next')
  expect(draws[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(draws[1]).toBe(draws[0])
})

test('document.cookie shows a script what is not HttpOnly, and the run says what it kept back (RFC 6265bis §5.8.3)', async () => {
  const read: string[] = []
  const load = async ({ globals, url }: Page) => {
    if (url.pathname === '/in') read.push(globals.document.cookie)
    else await globals.fetch('/cookies')
  }
  const run = await playAll(await play({ load }))
  await run.apply({ type: 'visit', window: 'tab', url: 'https://app.example/in' })
  await playAll(run)
  expect(read).toEqual(['open=1'])
  const refusal = run.trace.find((event) => event.type === 'refused')
  expect(refusal?.type === 'refused' && refusal.reason).toContain('HttpOnly')
})

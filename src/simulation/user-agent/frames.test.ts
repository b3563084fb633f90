import { expect, test } from 'vitest'
import { type HeaderLine, type HttpResponse, header, html } from '../../http/index.ts'
import type { Run } from '../run.ts'
import { play, playAll, type TestWorldOptions } from '../test-world.fixture.ts'
import type { Action, Simulation } from '../world.ts'
import { framingRefusal } from './frames.ts'
import type { Page, UserAgent } from './index.ts'

const APP = 'https://app.example'
const SERVER = 'https://server.example'
const COOKIES: HeaderLine[] = [
  ['set-cookie', 'none=1; Secure; SameSite=None; Path=/'],
  ['set-cookie', 'lax=1; Secure; SameSite=Lax; Path=/'],
]

/** A page of the app that puts an address into a frame. */
function framing(src: string, more: (page: Page) => void = () => undefined): (page: Page) => Promise<void> {
  return async (page) => {
    if (page.url.pathname !== '/') return more(page)
    const { document } = page.globals
    const frame = document.createElement('iframe')
    frame.src = src
    more(page)
    document.body.append(frame)
  }
}

const requestsOf = (run: Run) =>
  run.trace.flatMap((event) => (event.type === 'held' && event.message.direction === 'request' ? [event.message] : []))

/** Signs in at the server's own address, then has the app show it in a frame; the cookies that the frame's request had. */
async function cookiesInFrame(options: TestWorldOptions): Promise<string | undefined> {
  const server = async () => html(200, 'in', COOKIES)
  const run = await play({ server, ...options }, { type: 'visit', window: 'tab', url: `${SERVER}/login` })
  await playAll(run)
  await run.apply({ type: 'visit', window: 'tab', url: `${APP}/` })
  await playAll(run)
  const [framed] = requestsOf(run).filter(({ gate }) => gate.startsWith('tab/frame-'))
  expect(header(framed?.request ?? { headers: [] }, 'sec-fetch-dest')).toBe('iframe')
  return header(framed?.request ?? { headers: [] }, 'cookie')
}

test('a frame loads beside its page, and tells it where it is (HTML §9.3.3)', async () => {
  const heard: string[] = []
  const load = framing('/silent?code=1', ({ url, globals }) => {
    if (url.pathname === '/') globals.addEventListener('message', ({ data, origin }) => heard.push(`${origin} ${data}`))
    else globals.parent.postMessage(globals.location.href, APP)
  })
  const run = await playAll(await play({ load }))
  expect(requestsOf(run).map(({ gate }) => gate)).toEqual(['tab#1', 'tab/frame-1#1'])
  expect(heard).toEqual([`${APP} ${APP}/silent?code=1`])
})

test('a message for another origin than that of the window is not heard', async () => {
  const heard: string[] = []
  const load = framing('/silent', ({ url, globals }) => {
    if (url.pathname === '/') globals.addEventListener('message', ({ data }) => heard.push(data))
    else globals.parent.postMessage('secret', SERVER)
  })
  await playAll(await play({ load }))
  expect(heard).toEqual([])
})

test.each([
  ['allow', 'none=1'],
  ['block', undefined],
  ['partition', undefined],
] as const)(
  'third-party cookies, %s: a frame of another site gets %s, and never a Lax cookie',
  async (policy, expected) => {
    expect(await cookiesInFrame({ load: framing(`${SERVER}/`), thirdPartyCookies: policy })).toBe(expected)
  },
)

test('where cookies are partitioned the run says that the cookie is in the other jar', async () => {
  const server = async () => html(200, 'in', COOKIES)
  const load = framing(`${SERVER}/`)
  const run = await play(
    { server, load, thirdPartyCookies: 'partition' },
    { type: 'visit', window: 'tab', url: SERVER },
  )
  await playAll(run)
  await run.apply({ type: 'visit', window: 'tab', url: `${APP}/` })
  await playAll(run)
  const refusals = run.trace.flatMap((event) => (event.type === 'refused' ? [`${event.what}: ${event.reason}`] : []))
  expect(refusals).toContainEqual(
    expect.stringMatching(/^Cookie “none” was not sent to server.example: In a frame of app.example .* another jar/),
  )
})

test('storage in a frame of another site is not the one that the site has by itself', async () => {
  const read: (string | null)[] = []
  const loadServer = async ({ globals }: Page) => {
    read.push(globals.localStorage.getItem('l'), globals.sessionStorage.getItem('s'))
    globals.localStorage.setItem('l', '1')
    globals.sessionStorage.setItem('s', '1')
  }
  const server = async () => html(200, 'page')
  const load = framing(`${SERVER}/`)
  const run = await play({ server, load, loadServer }, { type: 'visit', window: 'tab', url: SERVER })
  await playAll(run)
  for (const url of [APP, APP]) {
    await run.apply({ type: 'visit', window: 'tab', url })
    await playAll(run)
  }
  expect(read).toEqual([null, null, null, null, '1', '1'])
})

test('a page that forbids frames is not shown in one, and its script does not run', async () => {
  const seen: string[] = []
  const loadServer = async ({ url }: Page) => void seen.push(url.href)
  const server = async () => html(200, 'page', [['x-frame-options', 'DENY']])
  const run = await playAll(await play({ server, load: framing(`${SERVER}/`), loadServer }))
  expect(seen).toEqual([])
  const refusal = run.trace.find((event) => event.type === 'refused')
  expect(refusal).toMatchObject({ reason: expect.stringContaining("'X-Frame-Options' to 'deny'") })
})

test.each([
  [[['x-frame-options', 'SAMEORIGIN']], undefined, 'sameorigin'],
  [[['content-security-policy', "default-src 'none'; frame-ancestors 'self'"]], undefined, 'ancestor'],
  [
    [
      ['content-security-policy', `frame-ancestors ${APP}`],
      ['x-frame-options', 'DENY'],
    ],
    undefined,
    undefined,
  ],
  [[], undefined, undefined],
] as const)('who may frame an answer with %j (Content Security Policy Level 3 §6.4.2.2)', (headers, own, foreign) => {
  const response: HttpResponse = { status: 200, headers, body: '' }
  expect(framingRefusal(response, new URL(APP), new URL(`${APP}/x`))).toBe(own)
  const refusal = framingRefusal(response, new URL(SERVER), new URL(APP))
  if (foreign === undefined) expect(refusal).toBeUndefined()
  else expect(refusal).toContain(foreign)
})

test('a frame that is taken out of its page gets no answer', async () => {
  const load = async ({ url, globals }: Page) => {
    if (url.pathname !== '/') return
    const frame = globals.document.createElement('iframe')
    frame.src = '/silent'
    globals.document.body.append(frame)
    globals.setTimeout(() => frame.remove(), 1000)
  }
  const run = await play({ load }, 'next', 'next', { type: 'advance', seconds: 2 })
  await playAll(run)
  expect(run.trace.find((event) => event.type === 'discarded')).toMatchObject({
    reason: 'The frame that asked is gone.',
  })
})

test.each([
  ['a frame that shows the form', [], ['tab#1', 'tab/frame-1#1', 'tab/frame-1#3']],
  ['a frame that was refused', [['x-frame-options', 'DENY']], ['tab#1', 'tab/frame-1#1']],
] as const)('a press goes through to %s', async (_, headers, gates) => {
  const form = `<form id="consent" method="post" action="/consent"><button name="decision" value="approve">Allow</button></form>`
  const server = async () => html(200, form, headers)
  const actions = (_: Simulation, page: () => Page | undefined, userAgent: UserAgent): Action[] => [
    {
      id: 'press',
      label: 'Press',
      place: 'stage',
      available: () => page() !== undefined,
      run: () => userAgent.pressThrough('tab', 'consent', { decision: 'approve' }),
    },
  ]
  const run = await playAll(await play({ server, actions, load: framing(`${SERVER}/`) }))
  await run.apply({ type: 'act', action: 'press' })
  await playAll(run)
  expect(requestsOf(run).map(({ gate }) => gate)).toEqual(gates)
})

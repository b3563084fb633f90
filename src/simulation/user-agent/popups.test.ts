import { expect, test } from 'vitest'
import { html, redirect } from '../../http/index.ts'
import type { Run } from '../run.ts'
import { play, playAll } from '../test-world.fixture.ts'
import type { Page } from './index.ts'
import type { PopupHandle } from './opener.ts'

const SERVER = 'https://server.example'
const BACK = 'https://app.example/back'

interface Seen {
  readonly opened: (PopupHandle | null)[]
  readonly heard: string[]
  readonly openers: boolean[]
}

/** The app opens the server in a popup, which comes back to the app and tells the page that opened it. */
async function visit(
  serverPolicy: string | undefined,
  action: 'go' | 'none' = 'go',
): Promise<{ run: Run; seen: Seen }> {
  const seen: Seen = { opened: [], heard: [], openers: [] }
  const load = async ({ url, window, globals }: Page) => {
    if (window === 'tab') {
      globals.addEventListener('message', ({ data, origin }) => seen.heard.push(`${origin} ${data}`))
      new globals.BroadcastChannel('answers').onmessage = ({ data }) => seen.heard.push(`channel ${data}`)
      if (action === 'none') seen.opened.push(globals.open(SERVER))
    } else if (url.href === BACK) {
      seen.openers.push(globals.opener !== null)
      globals.opener?.postMessage('back', url.origin)
      new globals.BroadcastChannel('answers').postMessage('back')
      globals.close()
    }
  }
  const run = await play({
    load,
    server: async () => ({
      ...html(200, `<a href="${BACK}">Back</a>`),
      headers: [
        ['content-type', 'text/html'],
        ...(serverPolicy === undefined ? [] : [['cross-origin-opener-policy', serverPolicy] as const]),
      ],
    }),
    actions: (_, page) => [
      {
        id: 'go',
        label: 'Go',
        place: 'page',
        available: () => true,
        run: () => page()?.run(async () => void seen.opened.push(page()?.globals.open(SERVER) ?? null)),
      },
    ],
  })
  await playAll(run)
  if (action === 'go') await run.apply({ type: 'act', action: 'go' })
  await playAll(run)
  return { run, seen }
}

const refusals = (run: Run) => run.trace.flatMap((event) => (event.type === 'refused' ? [event.what] : []))

test('a popup tells the page that opened it where it has come to, and closes itself (HTML §7.2.2.1)', async () => {
  const { run, seen } = await visit(undefined)
  expect(seen.opened[0]?.closed).toBe(false)
  await run.apply({ type: 'follow', window: 'popup', href: BACK })
  await playAll(run)
  expect(seen.openers).toEqual([true])
  expect(seen.heard).toEqual(['https://app.example back', 'channel back'])
  expect(seen.opened[0]?.closed).toBe(true)
})

test('a page with an opener policy of its own cuts the two apart, and a channel still works (HTML §7.1.3.2)', async () => {
  const { run, seen } = await visit('same-origin')
  expect(seen.opened[0]?.closed).toBe(true)
  expect(refusals(run)).toEqual(['A popup was cut off from the page that opened it'])
  await run.apply({ type: 'follow', window: 'popup', href: BACK })
  await playAll(run)
  expect(seen.openers).toEqual([false])
  expect(seen.heard).toEqual(['channel back'])
})

/** The header of each page in turn: of the app that opens a popup, of what is opened, of the app's page that it may go on to. */
interface Policies {
  readonly app: string
  readonly server?: string
  readonly back?: string
}

/** A page of the app opens another one, by default the server's. */
async function openedWith({ app, server = 'unsafe-none', back = 'unsafe-none' }: Policies, address = SERVER) {
  let handle: PopupHandle | null = null
  const openers: boolean[] = []
  const run = await play({
    load: async ({ window, globals }) => void (window === 'popup' && openers.push(globals.opener !== null)),
    appHeaders: (path) => [['cross-origin-opener-policy', path === '/back' ? back : app]],
    server: async () => html(200, `<a href="${BACK}">Back</a>`, [['cross-origin-opener-policy', server]]),
    actions: (_, page) => [
      {
        id: 'go',
        label: 'Go',
        place: 'page',
        available: () => true,
        run: () =>
          page()?.run(async () => {
            handle = page()?.globals.open(address) ?? null
          }),
      },
    ],
  })
  await playAll(run)
  await run.apply({ type: 'act', action: 'go' })
  await playAll(run)
  const isCut = () => (handle as PopupHandle | null)?.closed
  const reasons = () => run.trace.flatMap((event) => (event.type === 'refused' ? [event.reason] : []))
  return { run, isCut, openers, reasons }
}

test('a page with noopener-allow-popups keeps what it opens, unless that has a policy itself (HTML §7.1.3.2)', async () => {
  const open = await openedWith({ app: 'noopener-allow-popups' })
  expect([open.isCut(), open.reasons()]).toEqual([false, []])
  for (const server of ['same-origin', 'same-origin-allow-popups', 'noopener-allow-popups']) {
    expect((await openedWith({ app: 'noopener-allow-popups', server })).isCut(), server).toBe(true)
  }
})

test('a page with noopener-allow-popups is cut off from whoever opens it, its own origin included (HTML §7.1.3.2)', async () => {
  for (const app of ['unsafe-none', 'same-origin-allow-popups', 'same-origin', 'noopener-allow-popups']) {
    const { isCut, openers, reasons } = await openedWith({ app, back: 'noopener-allow-popups' }, BACK)
    expect([isCut(), openers], app).toEqual([true, [false]])
    expect(reasons()).toEqual([expect.stringContaining('then noopener-allow-popups (https://app.example).')])
  }
  // To compare with: two pages of one origin that are same-origin stay together.
  expect((await openedWith({ app: 'same-origin', back: 'same-origin' }, BACK)).isCut()).toBe(false)
})

test('a popup that goes on to a page with noopener-allow-popups is cut off there (HTML §7.1.3.2)', async () => {
  const { run, isCut, reasons } = await openedWith({ app: 'unsafe-none', back: 'noopener-allow-popups' })
  expect(isCut()).toBe(false)
  await run.apply({ type: 'follow', window: 'popup', href: BACK })
  await playAll(run)
  expect(isCut()).toBe(true)
  expect(reasons()[0]).toContain('first unsafe-none (https://server.example), then noopener-allow-popups')
})

test('a page that opens a window without a press gets none (HTML §7.2.2.1)', async () => {
  const { run, seen } = await visit(undefined, 'none')
  expect(seen.opened).toEqual([null])
  expect(refusals(run)).toEqual(['A popup was blocked'])
})

test('an answer on the way counts, too: a redirect with a policy cuts (HTML §7.1.3.2)', async () => {
  const openers: boolean[] = []
  const run = await play({
    load: async ({ window, globals }) => void (window === 'popup' && openers.push(globals.opener !== null)),
    server: async () => redirect(BACK, [['cross-origin-opener-policy', 'same-origin']]),
    actions: (_, page) => [
      {
        id: 'go',
        label: 'Go',
        place: 'page',
        available: () => true,
        run: () => page()?.run(async () => void page()?.globals.open(SERVER)),
      },
    ],
  })
  await playAll(run)
  await run.apply({ type: 'act', action: 'go' })
  await playAll(run)
  expect(openers).toEqual([false])
})

/** A page of the app opens another site, and each tells the other something that is meant for `targetOrigin`. */
async function talk(targetOrigin: string): Promise<{ run: Run; heard: string[] }> {
  const heard: string[] = []
  let handle: PopupHandle | null = null
  const run = await play({
    load: async ({ window, globals }) => {
      globals.addEventListener('message', ({ data, origin }) => heard.push(`${window} ${origin} ${data}`))
    },
    server: async () => html(200, 'page'),
    actions: (_, page) => [
      {
        id: 'go',
        label: 'Go',
        place: 'page',
        available: () => true,
        run: () =>
          page()?.run(async () => {
            handle = page()?.globals.open(BACK) ?? null
          }),
      },
      {
        id: 'tell',
        label: 'Tell',
        place: 'page',
        available: () => true,
        run: () => page()?.run(async () => handle?.postMessage('forth', targetOrigin)),
      },
    ],
  })
  await playAll(run)
  await run.apply({ type: 'act', action: 'go' })
  await playAll(run)
  await run.apply({ type: 'act', action: 'tell' })
  return { run, heard }
}

test('a page tells the popup that it opened, and the popup hears of which origin it is (HTML §9.3.3)', async () => {
  const { run, heard } = await talk('*')
  expect(heard).toEqual(['popup https://app.example forth'])
  expect(refusals(run)).toEqual([])
})

test('a message for another origin is not delivered, and the browser says so (HTML §9.3.3)', async () => {
  const { run, heard } = await talk(SERVER)
  expect(heard).toEqual([])
  expect(refusals(run)).toEqual(['A message was not delivered'])
})

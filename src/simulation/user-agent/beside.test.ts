import { expect, test } from 'vitest'
import type { Run } from '../run.ts'
import { play, playAll } from '../test-world.fixture.ts'
import type { Page } from './index.ts'

const OPEN = 'https://server.example/open'
const gates = (run: Run) => run.held().map(({ gate }) => gate)

test('threads of a page have their messages on the wire at the same time, named after them', async () => {
  const load = async (page: Page) => {
    for (const name of ['one', 'two']) page.start(name, async ({ fetch }) => void (await fetch(OPEN)))
  }
  const run = await play({ load }, 'next', 'next')
  expect(gates(run)).toEqual(['tab/app/one#1', 'tab/app/two#1'])
})

test('a page is busy while a thread is, and what its threads have on the wire is discarded when it is gone', async () => {
  const pages: Page[] = []
  const load = async (page: Page) => {
    pages.push(page)
    if (pages.length === 1) page.start('one', async ({ fetch }) => void (await fetch(OPEN)))
  }
  const run = await play({ load }, 'next', 'next')
  expect(pages[0]?.isBusy()).toBe(true)
  await run.apply({ type: 'browse', window: 'tab', command: 'reload' })
  await run.apply({ type: 'deliver', gate: 'tab#3' })
  await run.apply({ type: 'deliver', gate: 'tab#4' })
  await playAll(run)
  const discarded = run.trace.find((event) => event.type === 'discarded')
  expect(discarded).toMatchObject({ gate: 'tab/app/one#2', reason: 'The page that asked is gone.' })
  expect(pages[1]?.isBusy()).toBe(false)
})

test('a lock is held until its callback is through; the next one in line gets it (Web Locks API §3)', async () => {
  const load = async (page: Page) => {
    for (const name of ['one', 'two']) {
      page.start(name, ({ fetch, navigator }) =>
        navigator.locks.request('refresh', async () => void (await fetch(`${OPEN}?${name}`))),
      )
    }
  }
  const run = await play({ load }, 'next', 'next')
  expect(gates(run)).toEqual(['tab/app/one#1'])
  await run.apply({ type: 'deliver', gate: 'tab/app/one#1' })
  await run.apply({ type: 'deliver', gate: 'tab/app/one#2' })
  expect(gates(run)).toEqual(['tab/app/two#1'])
})

test('a page that is gone gives its locks back (Web Locks API §3)', async () => {
  const granted: number[] = []
  const load = async (page: Page) => {
    const number = granted.length + 1
    await page.globals.navigator.locks.request('leader', async () => {
      granted.push(number)
      if (number === 1) await new Promise(() => undefined)
    })
  }
  const run = await play({ load }, 'next', 'next', { type: 'browse', window: 'tab', command: 'reload' })
  await playAll(run)
  expect(granted).toEqual([1, 2])
})

test('the storage event is not told to the page that writes (HTML §12.2.1)', async () => {
  const heard: string[] = []
  const load = async ({ globals }: Page) => {
    globals.addEventListener('storage', ({ key }) => heard.push(key))
    globals.localStorage.setItem('own', '1')
  }
  await play({ load }, 'next', 'next')
  expect(heard).toEqual([])
})

test('a server that waits for what another request fetches does not hold up the run', async () => {
  let shared: Promise<unknown> | undefined
  const load = async (page: Page) => {
    for (const name of ['one', 'two']) page.start(name, async ({ fetch }) => void (await fetch(OPEN)))
  }
  const run = await play(
    {
      load,
      async server(_url, { network }) {
        const request = { method: 'GET', url: 'https://app.example/keys', headers: [], body: '' }
        shared ??= network.callFromServer('server', request)
        await shared
        return { status: 200, headers: [['access-control-allow-origin', '*']], body: '' }
      },
    },
    'next',
    'next',
    'next',
    'next',
  )
  expect(gates(run)).toEqual(['server@tab/app/one#1#1'])
  await run.apply({ type: 'deliver', gate: 'server@tab/app/one#1#1' })
  await run.apply({ type: 'deliver', gate: 'server@tab/app/one#1#2' })
  expect(gates(run)).toEqual(['tab/app/one#2', 'tab/app/two#2'])
})

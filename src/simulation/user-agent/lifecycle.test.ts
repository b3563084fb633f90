import { expect, test } from 'vitest'
import { play, playAll } from '../test-world.fixture.ts'
import type { Page } from './index.ts'

const OPEN = 'https://server.example/open'
const never = () => new Promise<never>(() => undefined)

test('a frozen page runs nothing: answers, timers and signals wait until it is resumed', async () => {
  const heard: string[] = []
  const pages: Page[] = []
  const load = async (page: Page) => {
    pages.push(page)
    const { setTimeout, AbortSignal, fetch } = page.globals
    setTimeout(() => heard.push('timer'), 1000)
    AbortSignal.timeout(2000).addEventListener('abort', () => heard.push('signal'))
    await fetch(OPEN)
    heard.push('answer')
  }
  const run = await play({ load }, 'next', 'next')
  pages[0]?.lifecycle.freeze()
  await playAll(run)
  await run.apply({ type: 'advance', seconds: 5 })
  expect(heard).toEqual([])
  expect(run.trace.findLast((event) => event.type === 'window')).toMatchObject({ view: { frozen: true } })
  pages[0]?.lifecycle.resume()
  await run.apply({ type: 'advance', seconds: 1 })
  expect(heard.toSorted()).toEqual(['answer', 'signal', 'timer'])
  expect(run.trace.findLast((event) => event.type === 'window')).not.toHaveProperty('view.frozen')
})

test('a signal takes a request out of the line, and no lock from its holder (Web Locks API §3)', async () => {
  const heard: string[] = []
  const load = async ({ globals: { navigator, AbortSignal } }: Page) => {
    const held = { signal: AbortSignal.timeout(1000) }
    void navigator.locks.request('refresh', held, never).catch(() => heard.push('the holder'))
    const waiting = { signal: AbortSignal.timeout(2000) }
    void navigator.locks.request('refresh', waiting, never).catch(({ name }) => heard.push(name))
  }
  const run = await play({ load }, 'next', 'next')
  await run.apply({ type: 'advance', seconds: 5 })
  expect(heard).toEqual(['TimeoutError'])
})

test('a stolen lock rejects with an AbortError, and the callback runs on (Web Locks API §3)', async () => {
  const heard: string[] = []
  const load = async (page: Page) => {
    const { locks } = page.globals.navigator
    const first = locks.request('refresh', async () => {
      await page.globals.fetch(OPEN)
      heard.push('ran on')
    })
    const stolen = first.catch(({ name }) => heard.push(name))
    await locks.request('refresh', { steal: true }, async () => void heard.push('thief'))
    await stolen
  }
  const run = await play({ load }, 'next', 'next')
  await playAll(run)
  expect(heard.toSorted()).toEqual(['AbortError', 'ran on', 'thief'])
})

test('a fetch that is aborted rejects with the reason, and its answer is discarded', async () => {
  const heard: string[] = []
  const load = async ({ globals: { fetch, AbortSignal } }: Page) => {
    await fetch(OPEN, { signal: AbortSignal.timeout(1000) }).catch(({ name }) => heard.push(name))
  }
  const run = await play({ load }, 'next', 'next')
  await run.apply({ type: 'advance', seconds: 1 })
  expect(heard).toEqual(['TimeoutError'])
  await playAll(run)
  expect(run.trace.some(({ type }) => type === 'discarded')).toBe(true)
})

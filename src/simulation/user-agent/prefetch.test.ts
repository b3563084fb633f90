import { expect, test } from 'vitest'
import { header, json } from '../../http/index.ts'
import { play } from '../test-world.fixture.ts'

const HOME = `<!doctype html><html lang="en"><head><title>Home</title></head><body>
<a href="https://server.example/open" data-prefetch>Ahead</a><a href="/next">Next</a></body></html>`

test('a marked link is fetched as soon as the page is there, with what a browser says of it (Fetch Metadata §2.3)', async () => {
  const run = await play({ home: HOME, prefetchesLinks: true }, 'next', 'next')
  expect(run.held().map(({ gate, purpose }) => [gate, purpose])).toEqual([['tab/prefetch-1#1', 'fetch']])
  const request = run.held()[0]?.request ?? { url: '', headers: [] }
  expect(request.url).toBe('https://server.example/open')
  expect(header(request, 'sec-purpose')).toBe('prefetch')
  expect(header(request, 'sec-fetch-dest')).toBe('empty')
  expect(header(request, 'sec-fetch-mode')).toBe('no-cors')
  expect(header(request, 'sec-fetch-site')).toBe('cross-site')
  expect(header(request, 'origin')).toBeUndefined()
})

test('another site’s Lax cookies stay away from it, and what it sets is kept (RFC 6265bis §5.2)', async () => {
  const sent: (string | undefined)[] = []
  const server = async (url: URL) =>
    json(200, {}, [['set-cookie', `${url.pathname.slice(1)}=1; Secure; SameSite=None`]])
  const run = await play({ home: HOME, prefetchesLinks: true, server }, 'next', 'next', 'next', 'next')
  await run.apply({ type: 'visit', window: 'tab', url: 'https://server.example/again' })
  sent.push(header(run.held()[0]?.request ?? { headers: [] }, 'cookie'))
  expect(sent).toEqual(['open=1'])
})

test('the page changes nothing while it is fetched, and one that is lost is nobody’s trouble', async () => {
  const run = await play({ home: HOME, prefetchesLinks: true }, 'next', 'next')
  await run.apply({ type: 'drop', gate: 'tab/prefetch-1#1' })
  expect(run.trace.filter(({ type }) => type === 'failed')).toEqual([])
  const view = run.trace.findLast((event) => event.type === 'window')
  expect(view).toMatchObject({ view: { url: 'https://app.example/', loading: false } })
})

test('a page that is left waits for nothing; without the option nothing is fetched', async () => {
  const left = await play({ home: HOME, prefetchesLinks: true }, 'next', 'next', {
    type: 'follow',
    window: 'tab',
    href: '/next',
  })
  const own = () => left.held().find(({ gate }) => gate.startsWith('tab#'))
  for (let message = own(); message !== undefined; message = own()) {
    await left.apply({ type: 'deliver', gate: message.gate })
  }
  await left.apply({ type: 'deliver', gate: 'tab/prefetch-1#1' })
  await left.apply({ type: 'deliver', gate: 'tab/prefetch-1#2' })
  expect(left.trace.filter(({ type }) => type === 'discarded')).toHaveLength(1)
  const plain = await play({ home: HOME }, 'next', 'next')
  expect(plain.held()).toEqual([])
})

/** The same GET request, over and over, through the product's service worker and through a bare one. */
import { startServiceWorker } from '../../../src/app/transports/service-worker.ts'

const ORIGIN = 'https://api.example'
const REQUEST = { method: 'GET', url: `${ORIGIN}/orders`, headers: [], body: '' } as const
const RESPONSE = { status: 200, headers: [['content-type', 'application/json']], body: '{"active":true}' } as const

let starting: ReturnType<typeof startServiceWorker> | undefined

/** Carries `count` exchanges one after the other; milliseconds of each. */
export async function exchangeThroughMsw(count: number): Promise<number[]> {
  const lost: string[] = []
  starting ??= startServiceWorker({
    answers: /^https:\/\/api\.example\//,
    onConsoleRequest: () => Promise.reject(new Error('nobody types here')),
    onLost: (exchange) => lost.push(exchange),
  })
  const transport = await starting
  const times = await timeEach(count, (index) =>
    transport.carry({ exchange: `tab#${index}`, request: REQUEST, serve: () => Promise.resolve(RESPONSE) }),
  )
  if (lost.length > 0) throw new Error(`${lost.length} exchanges did not get through the worker`)
  return times
}

/** The same with a worker that answers by itself. */
export async function exchangeThroughBareWorker(count: number): Promise<number[]> {
  await navigator.serviceWorker.register('./bare-worker.js')
  await navigator.serviceWorker.ready
  while (navigator.serviceWorker.controller === null) await new Promise(requestAnimationFrame)
  return timeEach(count, async () => {
    const response = await fetch(REQUEST.url, { cache: 'no-store', credentials: 'omit' })
    await response.arrayBuffer()
  })
}

async function timeEach(count: number, work: (index: number) => Promise<void>): Promise<number[]> {
  const times: number[] = []
  for (let index = 0; index < count; index++) {
    const startedAt = performance.now()
    await work(index)
    times.push(performance.now() - startedAt)
  }
  return times
}

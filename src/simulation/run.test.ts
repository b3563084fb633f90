import { expect, test } from 'vitest'
import { html } from '../http/index.ts'
import { SimulationError } from './errors.ts'
import { play, playAll } from './test-world.fixture.ts'
import type { Page } from './user-agent/index.ts'

const SERVER = 'https://server.example'
const gates = (run: { held(): readonly { gate: string }[] }) => run.held().map(({ gate }) => gate)

test('holds each request and each response at a gate named after its task', async () => {
  const run = await play({})
  expect(gates(run)).toEqual(['tab#1'])
  await run.apply({ type: 'deliver', gate: 'tab#1' })
  expect(gates(run)).toEqual(['tab#2'])
  expect(run.held()[0]?.response?.status).toBe(200)
})

test('a server is told which actor calls, as a connection has another end', async () => {
  const callers: unknown[] = []
  const load = async ({ globals }: Page) => void (await globals.fetch(`${SERVER}/open`))
  const server = async (_url: URL, _simulation: unknown, caller: string | undefined) => {
    callers.push(caller)
    return html(200, '')
  }
  await play(
    { load, server },
    'next',
    'next',
    'next',
    'next',
    {
      type: 'submit',
      window: 'tab',
      form: 'post',
      fields: { user: 'ada' },
    },
    'next',
  )
  expect(callers).toEqual(['app', 'browser'])
})

test('refuses a choice that finds no such gate, lists what is held, and leaves the run as it was', async () => {
  const run = await play({})
  const before = JSON.stringify(run.trace)
  await expect(run.apply({ type: 'deliver', gate: 'tab#9' })).rejects.toThrow('“tab#1”')
  expect(JSON.stringify(run.trace)).toBe(before)
  expect(run.steps).toBe(0)
  await run.apply({ type: 'deliver', gate: 'tab#1' })
  expect(run.steps).toBe(1)
})

test('settles only when every WebCrypto operation has come back', async () => {
  const load = async (page: Page) => {
    let bytes: ArrayBuffer = new ArrayBuffer(8)
    for (let round = 0; round < 200; round++) bytes = await page.globals.crypto.subtle.digest('SHA-256', bytes)
    await page.globals.fetch(`${SERVER}/open`)
  }
  const run = await play({ load }, 'next', 'next')
  expect(gates(run)).toEqual(['tab/app#1'])
})

test('settles when one task waits for what another one will do (single flight)', async () => {
  const run = await play(
    {
      actions: ({ tasks, network }) => {
        let flight: Promise<unknown> | undefined
        const call = async (task: string) => {
          flight ??= network.exchange({ task: 'refresh', actor: 'app', purpose: 'fetch' }, request('/refresh'))
          await flight
          await network.exchange({ task, actor: 'app', purpose: 'fetch' }, request('/retry'))
        }
        const run = () => {
          for (const task of ['b', 'a']) tasks.start(task, 'app', () => call(task))
        }
        return [{ id: 'both', label: 'Both', place: 'stage', available: () => true, run }]
      },
    },
    'next',
    'next',
    { type: 'act', action: 'both' },
  )
  expect(gates(run)).toEqual(['refresh#1'])
  await run.apply({ type: 'deliver', gate: 'refresh#1' })
  await run.apply({ type: 'deliver', gate: 'refresh#2' })
  // Both wake in the same turn; their order on the wire is by name, not by timing.
  expect(gates(run)).toEqual(['a#1', 'b#1'])
})

test('refuses a second gate of one task', async () => {
  const load = async (page: Page) => {
    await Promise.all([page.globals.fetch(`${SERVER}/open`), page.globals.fetch(`${SERVER}/open`)])
  }
  const run = await play({ load }, 'next', 'next')
  const failed = run.trace.find((event) => event.type === 'failed')
  expect(failed?.type === 'failed' && failed.error).toContain('second gate')
})

test('names an effect that arrives although nothing was released', async () => {
  let ring = () => {}
  const load = async (page: Page) => {
    await new Promise<void>((resolve) => {
      ring = resolve
    })
    await page.globals.fetch(`${SERVER}/open`)
  }
  const run = await play({ load }, 'next', 'next')
  ring()
  await Promise.resolve()
  await Promise.resolve()
  await expect(run.apply({ type: 'advance', seconds: 1 })).rejects.toThrow(SimulationError)
})

test('a lost request never reaches the server; its sender sees a network error', async () => {
  const run = await play({}, { type: 'drop', gate: 'tab#1' })
  expect(run.trace.some((event) => event.type === 'window' && event.view.html.includes('can’t be reached'))).toBe(true)
  expect(run.held()).toEqual([])
})

test('a lost response leaves its mark on the server', async () => {
  const seen: string[] = []
  const load = async (page: Page) => {
    await page.globals.fetch(`${SERVER}/open`).catch((error: unknown) => seen.push(String(error)))
  }
  const run = await play({ load }, 'next', 'next', 'next', { type: 'drop', gate: 'tab/app#2' })
  expect(seen).toEqual(['TypeError: Failed to fetch'])
  expect(run.trace.findLast((event) => event.type === 'state' && event.actor === 'server')).toMatchObject({
    state: { visits: 1 },
  })
})

test('a copy reaches the server a second time and its answer is discarded', async () => {
  const load = async (page: Page) => {
    await page.globals.fetch(`${SERVER}/open`)
  }
  const run = await play({ load }, 'next', 'next', { type: 'duplicate', gate: 'tab/app#1' })
  expect(gates(run)).toEqual(['tab/app#1', 'tab/app#1~1#1'])
  await playAll(run)
  expect(run.trace.findLast((event) => event.type === 'state' && event.actor === 'server')).toMatchObject({
    state: { visits: 2 },
  })
  expect(run.trace.filter((event) => event.type === 'discarded').map((event) => event.gate)).toEqual(['tab/app#1~1#2'])
})

test('a delayed message goes to the end of the line while the clock moves', async () => {
  const run = await play({
    actions: ({ tasks, network }) => [
      {
        id: 'call',
        label: 'Call',
        place: 'stage',
        available: () => true,
        run: () =>
          tasks.start('other', 'app', async () => {
            await network.exchange({ task: 'other', actor: 'app', purpose: 'fetch' }, request('/open'))
          }),
      },
    ],
  })
  const start = run.trace.at(-1)?.time ?? 0
  await run.apply({ type: 'act', action: 'call' })
  expect(gates(run)).toEqual(['tab#1', 'other#1'])
  await run.apply({ type: 'delay', gate: 'tab#1', seconds: 30 })
  expect(gates(run)).toEqual(['other#1', 'tab#1'])
  expect((run.trace.at(-1)?.time ?? 0) - start).toBe(30_000)
})

test('a rewrite changes what arrives; only requests can be changed', async () => {
  const load = async (page: Page) => {
    await page.globals.fetch(`${SERVER}/open`, { method: 'POST', body: new URLSearchParams({ a: '1', b: '2' }) })
  }
  const run = await play({ load }, 'next', 'next', { type: 'rewrite', gate: 'tab/app#1', parameter: 'b', value: 'x y' })
  await run.apply({ type: 'rewrite', gate: 'tab/app#1', parameter: 'a' })
  await run.apply({ type: 'deliver', gate: 'tab/app#1' })
  expect(JSON.parse(run.held()[0]?.response?.body ?? '')).toMatchObject({ body: 'b=x+y' })
  await expect(run.apply({ type: 'rewrite', gate: 'tab/app#2', parameter: 'a' })).rejects.toThrow('Only a request')
})

test('timers fire one at a time on the way, the earliest first', async () => {
  const fired: number[] = []
  const load = async ({ globals }: Page) => {
    for (const seconds of [3, 1, 2]) globals.setTimeout(() => fired.push(globals.Date.now()), seconds * 1000)
  }
  const run = await play({ load }, 'next', 'next')
  const start = run.trace.at(-1)?.time ?? 0
  await run.apply({ type: 'advance', seconds: 2 })
  expect(fired.map((time) => time - start)).toEqual([1000, 2000])
  await run.apply({ type: 'advance', to: 'noon' })
  expect(fired).toHaveLength(3)
})

test('a named step inside a server waits at a gate of its own when the world asks for it', async () => {
  const order: string[] = []
  const run = await play(
    {
      gatedSteps: ['take'],
      server: async (url, simulation) => {
        order.push(`in ${url.pathname}`)
        await simulation.network.step('server', 'take')
        order.push(`out ${url.pathname}`)
        return { status: 204, headers: [], body: '' }
      },
      actions: ({ tasks, network }) => [
        {
          id: 'race',
          label: 'Race',
          place: 'stage',
          available: () => true,
          run: () => {
            for (const task of ['a', 'b']) {
              tasks.start(task, 'app', async () => {
                await network.exchange({ task, actor: 'app', purpose: 'fetch' }, request(`/${task}`))
              })
            }
          },
        },
      ],
    },
    'next',
    'next',
    { type: 'act', action: 'race' },
    { type: 'deliver', gate: 'a#1' },
    { type: 'deliver', gate: 'b#1' },
  )
  expect(run.held().map(({ gate, direction }) => `${direction} ${gate}`)).toEqual([
    'step server@a#1#1',
    'step server@b#1#1',
  ])
  await run.apply({ type: 'deliver', gate: 'server@b#1#1' })
  await playAll(run)
  expect(order).toEqual(['in /a', 'in /b', 'out /b', 'out /a'])
})

test('a request from outside is answered at once and becomes part of the trace', async () => {
  const run = await play({}, { type: 'request', request: request('/open') })
  expect(gates(run)).toEqual(['tab#1'])
  const console = run.trace.filter((event) => event.type === 'held' && event.message.purpose === 'console')
  expect(console).toHaveLength(2)
})

function request(path: string) {
  return { method: 'GET', url: `${SERVER}${path}`, headers: [], body: '' }
}

test('a run ends with a message once its trace is as long as one can be, and stays as it was', async () => {
  const run = await play({ server: async () => html(200, 'x'.repeat(7_000_000)) })
  for (let visit = 0; visit < 2; visit++) await run.apply({ type: 'visit', window: 'tab', url: `${SERVER}/${visit}` })
  for (let held = run.held(); held[0] !== undefined; held = run.held()) {
    await run.apply({ type: 'deliver', gate: held[0].gate })
  }
  const { steps } = run
  await expect(run.apply({ type: 'advance', seconds: 1 })).rejects.toThrow(/as long as a run can be: .*20,000,000/)
  expect(run.steps).toBe(steps)
})

test('a timer that sets the next one ends a run after twenty thousand, and no choice goes on from there', async () => {
  const tick = ({ globals }: Page) => {
    globals.setTimeout(() => tick({ globals } as Page), 1000)
  }
  const run = await play({ load: async (page) => tick(page) }, 'next', 'next')
  await expect(run.apply({ type: 'advance', seconds: 315_360_000 })).rejects.toThrow(/20,000 timers have fired/)
  await expect(run.apply({ type: 'advance', seconds: 1 })).rejects.toMatchObject({ code: 'exhausted' })
})

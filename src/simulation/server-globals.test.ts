import { expect, test } from 'vitest'
import { createServerGlobals } from './server-globals.ts'
import { play, playAll } from './test-world.fixture.ts'
import type { Choice } from './types.ts'

const GO: Choice = { type: 'act', action: 'go' }

/** A world in which the action `go` has a backend post to the server; what came of it is in `results`. */
function backendWorld(results: string[]) {
  return {
    actions: (simulation: Parameters<typeof createServerGlobals>[0]) => [
      {
        id: 'go',
        label: 'Go',
        place: 'stage' as const,
        available: () => true,
        run: () =>
          simulation.tasks.start('backend/job', 'backend', async () => {
            const globals = createServerGlobals(simulation, 'backend', 'backend/job')
            const sent = globals.fetch('https://server.example/#part', {
              method: 'post',
              body: new URLSearchParams({ a: 'b c' }),
            })
            results.push(await sent.then((answer) => answer.text()).catch((error: unknown) => String(error)))
          }),
      },
    ],
  }
}

test('a backend’s fetch waits at the gates of its task, without cookies, origin or preflight', async () => {
  const results: string[] = []
  const opened = await playAll(await play(backendWorld(results)))
  await opened.apply(GO)
  const [message] = opened.held()
  expect(message).toMatchObject({ gate: 'backend/job#1', from: 'backend', to: 'server', purpose: 'backchannel' })
  expect(message?.request).toEqual({
    method: 'POST',
    url: 'https://server.example/',
    headers: [
      ['host', 'server.example'],
      ['accept', '*/*'],
      ['content-type', 'application/x-www-form-urlencoded;charset=UTF-8'],
    ],
    body: 'a=b+c',
  })
  await playAll(opened)
  expect(results).toEqual([JSON.stringify({ visits: 1, cookie: null, body: 'a=b+c' })])
})

test('a message that a backend loses is a TypeError', async () => {
  const results: string[] = []
  const opened = await playAll(await play(backendWorld(results)))
  await opened.apply(GO)
  await opened.apply({ type: 'drop', gate: 'backend/job#1' })
  expect(results).toEqual(['TypeError: fetch failed'])
})

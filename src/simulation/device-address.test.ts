import { expect, test } from 'vitest'
import { html } from '../http/index.ts'
import { createRun } from './run.ts'
import type { Transport } from './transport.ts'
import { createUserAgent } from './user-agent/index.ts'

const PROGRAM = 'http://127.0.0.1:51004'

/** A browser that is sent from a server on to a program on its own machine. */
async function playTo(target: string, origins: Readonly<Record<string, string>>) {
  const carried: string[] = []
  const transport: Transport = {
    async carry({ request, serve }) {
      carried.push(request.url)
      await serve()
    },
  }
  const answer = (actor: string) => ({ actor, handle: async () => html(200, actor) })
  const run = await createRun(
    (simulation) => {
      const userAgent = createUserAgent(simulation, { actor: 'browser', apps: {} })
      const server = {
        actor: 'server',
        handle: async () => ({ status: 303, headers: [['location', target]] as const, body: '' }),
      }
      return {
        actors: [{ id: 'browser', title: 'Browser', kind: 'browser' }],
        origins: {
          'https://server.example': server,
          ...Object.fromEntries(Object.entries(origins).map(([origin, actor]) => [origin, answer(actor)])),
        },
        snapshots: {},
        actions: [],
        userAgent,
        milestones: () => [],
        open: () => userAgent.open('tab', 'https://server.example/'),
      }
    },
    { seed: 'test', transport },
  )
  while (run.held().length > 0) await run.apply({ type: 'deliver', gate: run.held()[0]?.gate ?? '' })
  const last = run.trace.findLast((event) => event.type === 'window')
  return { carried, html: last?.type === 'window' ? last.view.html : '' }
}

test.each([
  [`${PROGRAM}/callback?code=x`, PROGRAM],
  ['com.example.app:/callback?code=x', 'com.example.app:'],
])('a message for this machine is answered here and handed to no transport: %s', async (target, origin) => {
  expect(await playTo(target, { [origin]: 'program' })).toEqual({
    carried: ['https://server.example/'],
    html: 'program',
  })
})

test('where nobody listens nothing is sent either', async () => {
  const { carried, html: page } = await playTo(`${PROGRAM}/callback?code=x`, {})
  expect(carried).toEqual(['https://server.example/'])
  expect(page).toContain('can’t be reached')
})

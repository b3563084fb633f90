import { expect, test } from 'vitest'
import { createRandom } from '../../simulation/index.ts'
import { type Arrival, createOrderGraph, type OpenGate } from './order-graph.ts'

/** Tasks that each send one message after the other: `a#1`, `a#2` … `parties` names the receiver of each. */
type Tasks = Readonly<Record<string, readonly string[]>>

const gateOf = (tasks: Tasks, task: string, number: number): OpenGate[] => {
  const party = tasks[task]?.[number - 1]
  return party === undefined ? [] : [{ gate: `${task}#${number}`, party }]
}

/** Explores all orders of some tasks; `isRead` says which messages leave their party as it was. Counts ends and visits. */
function explore(tasks: Tasks, isRead: (gate: string) => boolean = () => false) {
  const graph = createOrderGraph(
    Object.keys(tasks).flatMap((task) => gateOf(tasks, task, 1)),
    createRandom('orders'),
  )
  let visits = 0
  for (let way = graph.search(graph.root); way !== undefined; way = graph.search(graph.root)) {
    let here = graph.root
    for (let ahead: typeof way | undefined = way; ahead !== undefined; ahead = graph.search(here)) {
      const [gate] = ahead
      if (gate === undefined) {
        here.end = 'end'
        visits += 1
        break
      }
      const [task = '', number] = gate.split('#')
      const observed: Arrival = { isRead: isRead(gate), opened: gateOf(tasks, task, Number(number) + 1) }
      here = graph.arrive(here, gate, observed)
    }
  }
  return { graph, visits, orders: graph.countOrders(Number.POSITIVE_INFINITY).get('end') }
}

test('looks at each order once where all arrive at one party', () => {
  const { visits, orders } = explore({ a: ['x', 'x', 'x'], b: ['x', 'x', 'x'] })
  expect({ visits, orders }).toEqual({ visits: 20, orders: 20 })
})

test('looks at one order where each message arrives at a party of its own, and counts all of them', () => {
  const { visits, orders } = explore({ a: ['x', 'x', 'x'], b: ['y', 'y', 'y'], c: ['z', 'z'] })
  expect({ visits, orders }).toEqual({ visits: 1, orders: 560 })
})

test('tells two orders apart only by what a party receives first', () => {
  const { visits, orders } = explore({ a: ['x', 'server'], b: ['y', 'server'] })
  expect({ visits, orders }).toEqual({ visits: 2, orders: 6 })
})

test('merges the orders of requests that leave their server as it was, and not that of one that changes it', () => {
  const tasks = { a: ['server', 'x'], b: ['server', 'y'], c: ['server'] }
  expect(explore(tasks, (gate) => gate.endsWith('#1'))).toMatchObject({ visits: 1, orders: 30 })
  // Each of the two others is answered before the change or after it.
  expect(explore(tasks, (gate) => gate === 'a#1' || gate === 'b#1')).toMatchObject({ visits: 4, orders: 30 })
})

test('counts at least some orders when it may not look at all situations, and never too many', () => {
  const { graph } = explore({ a: ['x', 'x', 'x'], b: ['x', 'x', 'x'] })
  const some = graph.countOrders(20).get('end') ?? 0
  expect(some).toBeGreaterThan(0)
  expect(some).toBeLessThan(20)
})

test('tells how much has been seen, from nothing to everything', () => {
  const graph = createOrderGraph(
    [
      { gate: 'a#1', party: 'x' },
      { gate: 'b#1', party: 'x' },
    ],
    createRandom('share'),
  )
  expect(graph.shareSeen(4)).toBe(0)
  let here = graph.root
  for (const gate of ['a#1', 'b#1']) here = graph.arrive(here, gate, { isRead: false, opened: [] })
  here.end = 'end'
  expect(graph.shareSeen(4)).toBe(0.5)
  expect(graph.search(graph.root)?.[0]).toBe('b#1')
  expect(explore({ a: ['x'], b: ['x'] }).graph.shareSeen(4)).toBe(1)
})

test('refuses a gate at which nothing waits', () => {
  const graph = createOrderGraph([], createRandom('none'))
  expect(() => graph.arrive(graph.root, 'a#1', { isRead: false, opened: [] })).toThrow('a#1')
})

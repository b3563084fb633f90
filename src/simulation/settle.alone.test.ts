import { afterEach, expect, test, vi } from 'vitest'

type Settle = typeof import('./settle.ts')

/** The module with turns as Node takes them, or as a browser does. */
async function load(turns: string): Promise<Settle> {
  vi.resetModules()
  if (turns === 'a message port') vi.stubGlobal('process', Object.create(process, { nextTick: { value: undefined } }))
  const settle = await import('./settle.ts')
  vi.unstubAllGlobals()
  return settle
}

afterEach(() => vi.unstubAllGlobals())

/** Comes back after so many turns of the real event loop. */
async function after<Result>(turns: number, result: Result): Promise<Result> {
  for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve))
  return result
}

async function microtasks(count: number): Promise<void> {
  for (let task = 0; task < count; task++) await undefined
}

/** A promise that has settled, whose reactions the engine runs some turns later. */
function late<Result>(result: Result): Promise<Result> {
  const promise = Promise.resolve(result)
  const react = promise.then.bind(promise)
  vi.spyOn(promise, 'then').mockImplementation((onResult) => after(5, undefined).then(() => react(onResult)))
  return promise
}

test.each(['the tick queue', 'a message port'])('by %s: a run with nothing under way is settled', async (turns) => {
  const { settled } = await load(turns)
  const order: string[] = []
  void microtasks(100).then(() => order.push('microtasks'))
  await settled()
  expect(order).toEqual(['microtasks'])
})

test.each(['the tick queue', 'a message port'])('by %s: waits for an operation and all that follows', async (turns) => {
  const { inOrder, settled } = await load(turns)
  const order: string[] = []
  async function work() {
    await inOrder(after(3, undefined))
    await microtasks(50)
    order.push('first')
    await inOrder(after(20, undefined)).then(() => microtasks(50))
    order.push('second')
    await inOrder(Promise.reject(new Error('no'))).catch(() => microtasks(50))
    order.push('third')
  }
  void work()
  await settled()
  expect(order).toEqual(['first', 'second', 'third'])
})

test.each(['the tick queue', 'a message port'])('by %s: hands back in the order of beginning', async (turns) => {
  const { inOrder, inOrderAtOnce, settled } = await load(turns)
  const order: string[] = []
  const note = (name: string) => async () => {
    await microtasks(30)
    order.push(name)
  }
  void inOrder(after(20, undefined)).then(note('slow'))
  void inOrder(after(1, undefined)).then(note('quick'))
  void inOrderAtOnce(undefined).then(note('known'))
  void microtasks(60).then(() => order.push('microtasks'))
  await settled()
  expect(order).toEqual(['microtasks', 'slow', 'quick', 'known'])
})

test.each(['the tick queue', 'a message port'])('by %s: an engine may run reactions late', async (turns) => {
  const { inOrder, settled } = await load(turns)
  const order: string[] = []
  void inOrder(late('result')).then(async (result) => {
    await microtasks(50)
    order.push(result)
  })
  await settled()
  expect(order).toEqual(['result'])
})

test('loading may wait for operations, and counts until it is over', async () => {
  const { countPending, inOrder, settled } = await load('the tick queue')
  const order: string[] = []
  async function start() {
    await after(2, undefined)
    await inOrder(after(2, undefined))
    await after(10, undefined)
    order.push('started')
  }
  void countPending(start())
  const failed = countPending(after(1, undefined).then(() => Promise.reject(new Error('not there'))))
  failed.catch(() => order.push('failed'))
  await settled()
  expect(order).toEqual(['failed', 'started'])
  await expect(failed).rejects.toThrow('not there')
})

test('two that wait are told one after the other, each when all is at rest', async () => {
  const { inOrder, settled } = await load('the tick queue')
  const order: string[] = []
  const first = settled().then(async () => {
    await inOrder(after(5, undefined))
    await microtasks(50)
    order.push('first')
  })
  const second = settled().then(() => order.push('second'))
  await Promise.all([first, second])
  expect(order).toEqual(['first', 'second'])
})

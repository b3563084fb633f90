/** One message on the real wire: through the product's MSW worker, against the least that a service worker can do. */
import { record, spread } from './measure.ts'
import { test } from './page-fixture.ts'

/** MSW sends each request from the worker to the page and its answer back; more than this would be something else. */
const RATIO_LIMIT = 20
const ROUNDS = 8
const EXCHANGES = 40

test('exchanges through a service worker', async ({ parts, otherParts }) => {
  const throughMsw = () => parts.evaluate((count) => window.parts.exchangeThroughMsw(count), EXCHANGES)
  const throughBare = () => otherParts.evaluate((count) => window.parts.exchangeThroughBareWorker(count), EXCHANGES)
  await throughMsw()
  await throughBare()
  const msw: number[] = []
  const bare: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    msw.push(...(await throughMsw()))
    bare.push(...(await throughBare()))
  }
  const floor = spread(bare)
  record({
    what: 'an exchange through MSW',
    unit: 'ms',
    ...spread(msw),
    against: { what: 'a bare service worker', value: floor.value },
    ratioLimit: RATIO_LIMIT,
  })
})

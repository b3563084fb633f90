/** A first visit: how soon the first arrow is there to look at and to press, and what has to be loaded before. */
import { gzipSync } from 'node:zlib'
import { test } from '@playwright/test'
import { median, record, spread } from './measure.ts'
import { FIRST_ARROW, type Visit, visit } from './visit.ts'

const PAINTED_TARGET_MS = 300
const SHOWN_TARGET_MS = 500
const PAINTED_SCRIPT_TARGET_KB = 120
const SCRIPT_TARGET_KB = 150
const VISITS = 7

/** It is in the document that comes from the server. */
const FIRST_SCREEN = '.opening-diagram > svg'

test('the first arrow', async ({ browser, request }) => {
  /** What the scripts of a visit weigh that had arrived by then, compressed, in kB. */
  const weighed = async ({ scripts }: Visit): Promise<number> => {
    const bodies = await Promise.all(scripts.map(async (script) => (await request.get(script)).body()))
    return bodies.reduce((sum, body) => sum + gzipSync(body).length / 1000, 0)
  }
  const visits = async (selector: string) => {
    const all: Visit[] = []
    while (all.length < VISITS) all.push(await visit(browser, './', selector))
    const weights = await Promise.all(all.map(weighed))
    return { shown: all.map(({ shownAtMs }) => shownAtMs), scriptsKb: median(weights) }
  }

  await visit(browser, './', FIRST_ARROW)
  const painted = await visits(FIRST_SCREEN)
  record({
    what: 'the first arrow is painted, after navigation',
    unit: 'ms',
    ...spread(painted.shown),
    target: PAINTED_TARGET_MS,
  })
  record({
    what: 'JavaScript loaded before it, gzip',
    unit: 'kB',
    value: painted.scriptsKb,
    target: PAINTED_SCRIPT_TARGET_KB,
  })
  const waiting = await visits(FIRST_ARROW)
  record({
    what: 'it waits to be pressed, after navigation',
    unit: 'ms',
    ...spread(waiting.shown),
    target: SHOWN_TARGET_MS,
  })
  record({
    what: 'JavaScript loaded before that, gzip',
    unit: 'kB',
    value: waiting.scriptsKb,
    target: SCRIPT_TARGET_KB,
  })
})

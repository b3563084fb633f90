/** A first visit: how soon the first message waits to be delivered, and what has to be loaded before. */
import { gzipSync } from 'node:zlib'
import { test } from '@playwright/test'
import { median, record, spread } from './measure.ts'
import { FIRST_ARROW, type Visit, visit } from './visit.ts'

const SHOWN_TARGET_MS = 500
const SCRIPT_TARGET_KB = 150
const VISITS = 7

test('the first arrow', async ({ browser, request }) => {
  await visit(browser, './', FIRST_ARROW)
  const visits: Visit[] = []
  while (visits.length < VISITS) visits.push(await visit(browser, './', FIRST_ARROW))
  const shown = visits.map(({ shownAtMs }) => shownAtMs)
  record({ what: 'the first arrow waits, after navigation', unit: 'ms', ...spread(shown), target: SHOWN_TARGET_MS })

  const sizes = new Map<string, number>()
  for (const script of new Set(visits.flatMap(({ scripts }) => scripts))) {
    sizes.set(script, gzipSync(await (await request.get(script)).body()).length / 1000)
  }
  const loaded = visits.map(({ scripts }) => scripts.reduce((sum, script) => sum + (sizes.get(script) ?? 0), 0))
  record({ what: 'JavaScript loaded before it, gzip', unit: 'kB', value: median(loaded), target: SCRIPT_TARGET_KB })
})

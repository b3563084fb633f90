/** A pasted megabyte of log, against reading its words once. */
import { test } from '@playwright/test'
import { CAUSES, diagnose } from '../../src/guidance/diagnosis/index.ts'
import { median, processorTimeInTurn, record } from './measure.ts'

/** A paste is explained while it is typed. */
const TARGET_MS = 50
/** Beyond this something is read again and again. */
const RATIO_LIMIT = 10

test('a megabyte of log', async () => {
  const line = 'web-1 | 2026-01-05T09:00:00Z level=warn error=invalid_grant msg="Token is not active" path=/token\n'
  const text = line.repeat(1_000_000 / line.length)
  const work = async () => diagnose(text, CAUSES, 0)
  const words = async () => text.match(/\w+/g)
  const [times, floors] = await processorTimeInTurn(20, work, words)
  const against = { what: 'finding its words', value: median(floors) }
  record({
    what: 'a megabyte of log is diagnosed, processor time',
    unit: 'ms',
    value: median(times),
    against,
    target: TARGET_MS,
    ratioLimit: RATIO_LIMIT,
  })
})

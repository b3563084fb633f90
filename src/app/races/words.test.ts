import { expect, test } from 'vitest'
import type { RaceOutcome, RaceReport } from '../../scenario-kit/races/explore.ts'
import { coverageOf, ordersOf, shareOf, verdictOf } from './words.ts'

const outcome = (kind: RaceOutcome['outcome'], orders: number, tried: number): RaceOutcome => ({
  id: `${kind} ${orders}`,
  title: kind,
  summary: '',
  outcome: kind,
  orders,
  tried,
  choices: [],
})

const [works, fails] = [outcome('success', 1_500_000, 30), outcome('failure', 500_000, 20)]
const report = (changed: Partial<RaceReport>): RaceReport => ({
  coverage: 'every',
  orders: 2_000_000,
  tried: 50,
  bound: 100,
  progress: 1,
  outcomes: [works, fails],
  ...changed,
})

test('counts every order where all are accounted for', () => {
  expect(verdictOf(report({}))).toBe('The order decides: of 2,000,000, 1,500,000 work and 500,000 fail.')
  expect(coverageOf(report({}), 2)).toContain('Every one of the 2,000,000 orders from step 2')
  expect(ordersOf(report({}), works)).toBe('1,500,000 orders')
  expect(shareOf(report({}), works)).toBe(0.75)
})

test('speaks of what was tried where it is a sample', () => {
  const sample = report({ coverage: 'sampled', orders: 484_713_332_035 })
  expect(verdictOf(sample)).toBe('The order decides: of 50 tried, 30 work and 20 fail.')
  expect(coverageOf(sample, 2)).toMatch(/^A sample: 50 of at least 484 billion orders from step 2\./)
  expect(ordersOf(sample, fails)).toBe('20 of 50 tried')
  expect(shareOf(sample, fails)).toBe(0.4)
})

test('says that it was stopped', () => {
  const stopped = report({ coverage: 'under way', orders: 1234, outcomes: [works] })
  expect(coverageOf(stopped, 3)).toBe('Stopped early: 50 of at least 1,234 orders from step 3.')
  expect(verdictOf(stopped)).toBe('Every order that was tried works.')
  expect(verdictOf({ ...stopped, outcomes: [] })).toBe('No order was tried.')
})

test('needs no race to say what a single order does', () => {
  const single = report({ orders: 1, tried: 1, outcomes: [outcome('failure', 1, 1)] })
  expect(coverageOf(single, 0)).toBe('There is one order from step 0.')
  expect(verdictOf(single)).toBe('Every order fails.')
  expect(ordersOf(single, outcome('failure', 1, 1))).toBe('1 order')
})

test('never claims more orders than there are, however many', () => {
  const claim = (orders: number) => coverageOf(report({ coverage: 'sampled', orders }), 0)
  expect(claim(1_999_999)).toContain('at least 1 million')
  expect(claim(2.67e24)).toContain('at least 10^24')
})

/** What the view of races says about an exploration. */
import type { RaceReport } from '../../scenario-kit/races/explore.ts'

const exact = new Intl.NumberFormat('en')

/** Numbers from here on are rounded where they are only a lower bound, downwards, so that they stay one. */
const ROUGH_FROM = 1_000_000

/** What was done, as a sentence. */
export function coverageOf({ coverage, orders, tried }: RaceReport, from: number): string {
  const start = `from step ${from}`
  switch (coverage) {
    case 'every':
      return orders === 1
        ? `There is one order ${start}.`
        : `Every one of the ${exact.format(orders)} orders ${start} is accounted for. ${replays(tried)} told them apart: orders in which every party receives the same are replayed once.`
    case 'sampled':
      return `A sample: ${exact.format(tried)} of at least ${atLeast(orders)} orders ${start}. Each waiting message had the same chance to be next, as long as it led to something new.`
    case 'under way':
      return `Stopped early: ${exact.format(tried)} of at least ${atLeast(orders)} orders ${start}.`
    default:
      return coverage satisfies never
  }
}

/** Whether it depends on the order, as a sentence. */
export function verdictOf({ coverage, outcomes }: RaceReport): string {
  const isEvery = coverage === 'every'
  const count = (wanted: string) =>
    outcomes
      .filter(({ outcome }) => outcome === wanted)
      .reduce((sum, { orders, tried }) => sum + (isEvery ? orders : tried), 0)
  const [works, fails] = [count('success'), count('failure')]
  const all = isEvery ? 'Every order' : 'Every order that was tried'
  if (works + fails === 0) return 'No order was tried.'
  if (fails === 0) return `${all} works.`
  if (works === 0) return `${all} fails.`
  const total = exact.format(works + fails)
  return `The order decides: of ${total}${isEvery ? '' : ' tried'}, ${exact.format(works)} work and ${exact.format(fails)} fail.`
}

/** The share of an outcome, from 0 to 1: of all orders when they are known, else of those that were tried. */
export function shareOf({ coverage, orders, tried }: RaceReport, outcome: RaceReport['outcomes'][number]): number {
  return coverage === 'every' ? outcome.orders / orders : outcome.tried / tried
}

/** How many orders lead to an outcome. */
export function ordersOf({ coverage, tried }: RaceReport, outcome: RaceReport['outcomes'][number]): string {
  return coverage === 'every'
    ? `${exact.format(outcome.orders)} ${outcome.orders === 1 ? 'order' : 'orders'}`
    : `${exact.format(outcome.tried)} of ${exact.format(tried)} tried`
}

function replays(tried: number): string {
  return `${exact.format(tried)} ${tried === 1 ? 'replay' : 'replays'}`
}

/** A lower bound: large ones to three digits, never more than they are. */
function atLeast(orders: number): string {
  if (orders < ROUGH_FROM) return exact.format(orders)
  const power = Math.floor(Math.log10(orders) / 3)
  const words = ['', 'thousand', 'million', 'billion', 'trillion', 'quadrillion']
  const word = words[power]
  return word === undefined ? `10^${Math.floor(Math.log10(orders))}` : `${Math.floor(orders / 1000 ** power)} ${word}`
}

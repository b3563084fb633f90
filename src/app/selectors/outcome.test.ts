import { expect, test } from 'vitest'
import { cases, played } from '../../scenario-kit/played.fixture.ts'
import { outcomesReached } from './outcome.ts'

test.each(cases.filter(({ outcome }) => outcome.result === 'success'))(
  '$scenario.id / $outcome.id: a good end is no bad one as well, which would be spoken of first',
  async ({ scenario, outcome }) => {
    const { recipe, trace } = await played(scenario, outcome)
    const reached = outcomesReached(scenario, recipe.settings, trace)
    expect(reached).toContain(outcome)
    expect(reached.filter(({ result }) => result === 'failure').map(({ id }) => id)).toEqual([])
  },
)

import { expect, test } from 'vitest'
import { expandSolution } from './run.ts'
import stepUp from './step-up/index.ts'

test('offers the expiry of a session that a second sign-in renewed', async () => {
  const { trace } = await expandSolution(stepUp, stepUp.solutions[0])
  const renewals = trace.flatMap((event) =>
    event.type === 'note' && event.note.type === 'lifecycle' && event.note.change === 'rotated'
      ? [event.note.expires_at]
      : [],
  )
  expect(renewals).toHaveLength(1)
  const offers = trace.findLast((event) => event.type === 'offers')
  expect(offers?.milestones).toContainEqual(expect.objectContaining({ id: 'session', at: renewals[0] }))
})

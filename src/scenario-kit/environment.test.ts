import { expect, test } from 'vitest'
import stepUp from '../scenarios/step-up/index.ts'
import { playOutcome } from './run.ts'

test('offers the expiry of a session that a second sign-in renewed', async () => {
  const { trace } = await playOutcome(stepUp, stepUp.outcomes[0])
  const renewals = trace.flatMap((event) =>
    event.type === 'note' && event.note.type === 'lifecycle' && event.note.change === 'rotated'
      ? [event.note.expires_at]
      : [],
  )
  expect(renewals).toHaveLength(1)
  const offers = trace.findLast((event) => event.type === 'offers')
  expect(offers?.milestones).toContainEqual(expect.objectContaining({ id: 'session', at: renewals[0] }))
})

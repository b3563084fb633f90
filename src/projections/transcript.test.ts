import { expect, test } from 'vitest'
import { ACTORS, SIGN_IN } from './example-trace.fixture.ts'
import { createSequence } from './sequence/index.ts'
import { transcript } from './transcript.ts'

test('says the same as the diagram, in the same order, up to a step', () => {
  const sequence = createSequence(ACTORS)
  sequence.push(SIGN_IN)
  expect(transcript(SIGN_IN, sequence, 5).map(({ text }) => text)).toEqual(sequence.rows.map(({ name }) => name))
  expect(transcript(SIGN_IN, sequence, 1)).toEqual([
    {
      row: 0,
      step: 1,
      text: 'Step 1: Browser to Browser, presses Sign in, done',
      sentence: 'The person presses “Sign in”.',
      tone: 'neutral',
    },
  ])
})

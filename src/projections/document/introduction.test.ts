import { expect, test } from 'vitest'
import { introductionOf } from './introduction.ts'

test('takes what stands before the first section, without marks, lists as lists', () => {
  const lesson = `# Title

Ada *signs in* with her **password**, see [the rules](https://example.org) and \`acr\`,
and 2 * 3.

What asks for more:

- a new device;
- a rule,
  whatever it says.

## First section

Not this.
`
  expect(introductionOf(lesson)).toEqual([
    { text: 'Ada signs in with her password, see the rules and acr, and 2 * 3.', items: [] },
    { text: 'What asks for more:', items: [] },
    { text: '', items: ['a new device;', 'a rule, whatever it says.'] },
  ])
})

test('a lesson that begins with a section has no introduction', () => {
  expect(introductionOf('# Title\n\n## First\n\nText.')).toEqual([])
})

import { expect, test } from 'vitest'
import { signInTransitions } from '../../protocol/index.ts'
import { stateDiagram } from './state-diagram.ts'

test('lights the state, dots the row that fired, dashes what it passed, and notes what stays', () => {
  const open = { from: 'Closed', event: 'pushed', guard: 'unlocked', to: 'Open' }
  const knock = { from: 'Closed', event: 'pushed', guard: 'locked', to: 'Closed' }
  expect(stateDiagram([open, knock], 'Open', [open])).toBe(`stateDiagram-v2
  state "Closed" as s0
  state "Open" as s1
  [*] --> s0
  s0 --> s1: ● pushed [unlocked]
  note right of s0 : stays on<br/>pushed [locked]
  s1 --> [*]
  classDef passed stroke-width:2px,stroke-dasharray:6 4
  class s0 passed
  classDef lit stroke-width:4px,font-weight:bold
  class s1 lit
`)
})

test('each row of the server’s table stands in it once, and each state has one name', () => {
  const text = stateDiagram(signInTransitions, 'Session Established', [])
  const words = text
    .split('<br/>')
    .join('\n')
    .split('\n')
    .map((line) => line.replace(/^.*: /, '').trim())
  const rows = signInTransitions.map(({ event, guard }) => `${event} [${guard}]`)
  expect(words.filter((word) => word.endsWith(']') && !word.endsWith('[*]')).sort()).toEqual(rows.sort())
  const states = new Set(signInTransitions.flatMap(({ from, to }) => [from, to]))
  expect(text.match(/^ {2}state "/gm)).toHaveLength(states.size)
  expect(text).not.toContain('●')
})

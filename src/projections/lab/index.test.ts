import { expect, test } from 'vitest'
import { playedLab } from '../../scenario-kit/policy-lab/played-labs.fixture.ts'
import { labTable } from './index.ts'

const theft = labTable(await playedLab('refresh-token-theft'))
const proxy = labTable(await playedLab('passkey-and-proxy'))
const implicit = labTable(await playedLab('implicit'))

type Table = typeof theft

function cellOf({ columns, rows }: Table, attack: string, column: string) {
  const at = columns.findIndex(({ id }) => id === column)
  return rows.find((row) => row.attack === attack)?.cells[at]
}

test('columns are none, each defence by its plain name, all; rows are attacks by the title of their outcome', () => {
  expect(theft.columns.map(({ title }) => title)).toEqual([
    'No defence',
    'Rotation with a reuse window',
    'Rotation with reuse detection',
    'Introspection',
    'All together',
  ])
  expect(theft.rows.map(({ title }) => title)).toEqual([
    'After the revocation the thief keeps reading',
    'Nobody notices: the app is never opened again',
    'Nobody notices: no rotation',
    'The reuse window lets the thief in',
  ])
})

test('a cell says by which message, rule and clause an attack is stopped', () => {
  expect(cellOf(theft, 'reuse-window', 'rotation')).toMatchObject({
    verdict: 'stopped',
    word: 'Stopped',
    by: 'POST /token → 400 invalid_grant',
    rule: 'refresh_token_replay',
    isUsable: true,
  })
  // The replay is noticed here as well, and does not stop the thief: introspection does.
  expect(cellOf(theft, 'after-revocation', 'all')).toMatchObject({ word: 'Stopped', rule: 'introspection' })
  expect(cellOf(theft, 'reuse-window', 'introspection')).toMatchObject({ verdict: 'open', word: 'Not stopped' })
  expect(cellOf(theft, 'reuse-window', 'introspection')).not.toHaveProperty('by')
})

test('who refused is named where nothing was on the wire', () => {
  expect(cellOf(proxy, 'code-relayed', 'passkey-only')).toMatchObject({ word: 'Stopped', rule: 'rp_id' })
  expect(cellOf(proxy, 'code-relayed', 'passkey-only')?.by).toBe('Browser')
})

test('of an answer that names no rule the message is told, and nothing twice', async () => {
  const cookie = labTable(await playedLab('session-cookie'))
  const cells = cookie.rows.flatMap((row) => row.cells)
  const refused = cells.find((cell) => cell?.by === 'POST /api/orders → 403 csrf')
  expect(refused).toMatchObject({ word: 'Stopped', why: 'POST /api/orders is answered with 403.' })
  expect(refused).not.toHaveProperty('rule')
})

test('an attack that nobody refuses and that gains nothing is stopped, and says so', () => {
  expect(cellOf(implicit, 'query', 'no-token-in-query')).toMatchObject({ verdict: 'stopped', word: 'Gains nothing' })
})

test('a cell says that honest use does not work, and that its defence is on anyway', () => {
  expect(cellOf(implicit, 'redirected', 'none')).toMatchObject({ word: 'Not stopped', isUsable: false })
  expect(cellOf(implicit, 'history', 'no-redirector')?.why).toContain('on in every column')
})

test('a whole table answers the three questions', () => {
  const { attacks, defences, redundant } = theft.readings ?? { attacks: [], defences: [], redundant: [] }
  expect(attacks.map(({ says }) => says)).toEqual([
    'No defence stops it alone; all of them together do.',
    'Nothing in this table stops it: it reaches its goal in spite of all defences.',
    'Each of these 2 defences stops it alone.',
    'One defence stops it alone.',
  ])
  expect(attacks[3]?.stoppedBy.map(({ defence }) => defence)).toEqual(['Rotation with reuse detection'])
  expect(defences.find(({ defence }) => defence === 'rotation')).toMatchObject({
    clause: 'RFC 9700 §4.14.2',
    says: 'With it alone 2 of 4 attacks of this table still reach their goals.',
    leavesOpen: ['After the revocation the thief keeps reading', 'Nobody notices: the app is never opened again'],
    alone: ['The reuse window lets the thief in'],
  })
  expect(redundant).toEqual([
    {
      defence: 'reuse-window',
      title: 'Rotation with a reuse window',
      standIns: [{ attack: 'Nobody notices: no rotation', defences: ['Rotation with reuse detection'] }],
    },
  ])
})

test('a table that is not whole has gaps and answers nothing', async () => {
  const begun = labTable(await playedLab('refresh-token-theft', 2))
  expect(begun.rows[0]?.cells.map((cell) => cell?.word)).toEqual([
    'Not stopped',
    'Not stopped',
    undefined,
    undefined,
    undefined,
  ])
  expect(begun.readings).toBeUndefined()
})

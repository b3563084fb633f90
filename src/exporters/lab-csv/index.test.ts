import { expect, test } from 'vitest'
import { type LabTable, labTable } from '../../projections/lab/index.ts'
import { playedLab } from '../../scenario-kit/policy-lab/played-labs.fixture.ts'
import exporter from './index.ts'

/** Reads what RFC 4180 says a file is: records of quoted fields. */
function readCsv(text: string): string[][] {
  return text
    .split('\r\n')
    .slice(0, -1)
    .map((line) => [...line.matchAll(/"((?:[^"]|"")*)"(?:,|$)/g)].map(([, field = '']) => field.replaceAll('""', '"')))
}

test('a line a cell, under one head', async () => {
  const table = labTable(await playedLab('refresh-token-theft'))
  const [head, ...lines] = readCsv(exporter.convert(table))
  expect(lines).toHaveLength(table.rows.length * table.columns.length)
  expect(lines.every((fields) => fields.length === head?.length)).toBe(true)
  const stopped = lines.find(
    ([attack, defence]) =>
      attack === 'The reuse window lets the thief in' && defence === 'Rotation with reuse detection',
  )
  expect(stopped?.slice(2, 6)).toEqual([
    'RFC 9700 §4.14.2',
    'Stopped',
    'POST /token → 400 invalid_grant',
    'refresh_token_replay',
  ])
})

test('quotes, commas and line breaks stay in their field, and no field is a formula', () => {
  const table: LabTable = {
    scenario: { id: 'x', title: 'X' },
    columns: [{ id: 'none', title: '=1+1' }],
    rows: [
      {
        attack: 'a',
        title: 'says "stop", and\ngoes',
        summary: '',
        cells: [{ column: 'none', verdict: 'open', word: 'Not stopped', why: '@x', isUsable: false }],
      },
    ],
  }
  const [, line] = readCsv(exporter.convert(table))
  expect(line).toEqual(['says "stop", and goes', "'=1+1", '', 'Not stopped', '', '', '', 'does not work', "'@x"])
})

import { expect, test } from 'vitest'
import { labTable } from '../../projections/lab/index.ts'
import { playedLab } from '../../scenario-kit/policy-lab/played-labs.fixture.ts'
import { FIXTURE_NOTICE } from '../contract.ts'
import exporter from './index.ts'

test('a table as Markdown has its cells and the three answers', async () => {
  await expect(exporter.convert(labTable(await playedLab('refresh-token-theft')))).toMatchFileSnapshot(
    'refresh-token-theft.md',
  )
})

test('the same table gives the same bytes, and says that tokens are fixtures', async () => {
  const table = labTable(await playedLab('passkey-and-proxy'))
  expect(exporter.convert(structuredClone(table))).toBe(exporter.convert(table))
  expect(exporter.convert(table)).toContain(FIXTURE_NOTICE)
})

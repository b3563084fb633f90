import { expect, test } from 'vitest'
import { labTable } from '../../projections/lab/index.ts'
import { playedLab } from '../../scenario-kit/policy-lab/played-labs.fixture.ts'
import { shortDocument } from './example-documents.fixture.ts'
import { documentSections } from './sections.ts'

const sectionIn = (sections: ReturnType<typeof documentSections>) => sections.find(({ id }) => id === 'lab')

test('a document has the table of its attacks where there are some, and each row opens its outcome', async () => {
  const document = await shortDocument()
  expect(sectionIn(documentSections(document))).toBeUndefined()
  const table = labTable(await playedLab('refresh-token-theft'))
  const { blocks = [] } = sectionIn(documentSections({ ...document, lab: table })) ?? {}
  const [grid] = blocks.flatMap((block) => (block.type === 'table' ? [block] : []))
  expect(grid?.head).toEqual(['Attack', ...table.columns.map(({ title }) => title)])
  expect(grid?.lines.map(({ opens }) => opens?.outcome)).toEqual(table.rows.map(({ attack }) => attack))
  expect(blocks.flatMap((block) => (block.type === 'heading' ? [block.text] : []))).toEqual([
    'What stops each attack',
    'What each defence leaves open',
    'Which defences are redundant here',
  ])
})

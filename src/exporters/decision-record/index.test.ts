import { expect, test } from 'vitest'
import { documentOf } from '../document/example-documents.fixture.ts'
import decisionRecord from './index.ts'

test.each(['client-credentials', 'implicit'])('writes %s', async (id) => {
  await expect(decisionRecord.convert(await documentOf(id, { withoutCode: true }), {})).toMatchFileSnapshot(
    `${id}.decision.md`,
  )
})

test('each outcome is a consequence or an alternative, none is both', async () => {
  const document = await documentOf('client-credentials', { withoutCode: true })
  const text = decisionRecord.convert(document, {})
  for (const { title } of document.outcomes) expect(text.split(`**${title}`)).toHaveLength(2)
})

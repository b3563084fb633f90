import { expect, test } from 'vitest'
import { documentOf } from '../document/example-documents.fixture.ts'
import decisionRecord from './index.ts'

test('is written as it was, what replaces a deprecated flow included', async () => {
  const text = decisionRecord.convert(await documentOf('implicit', { withoutCode: true }), {})
  await expect(text).toMatchFileSnapshot('implicit.decision.md')
})

test('each outcome is a consequence or an alternative, none is both', async () => {
  const document = await documentOf('client-credentials', { withoutCode: true })
  const text = decisionRecord.convert(document, {})
  for (const { title } of document.outcomes) expect(text.split(`**${title}`)).toHaveLength(2)
})

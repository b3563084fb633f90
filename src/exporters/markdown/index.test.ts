import { expect, test } from 'vitest'
import { shortDocument } from '../document/example-documents.fixture.ts'
import markdown from './index.ts'

test('is written as it was', async () => {
  await expect(markdown.convert(await shortDocument(), {})).toMatchFileSnapshot('client-credentials.md')
})

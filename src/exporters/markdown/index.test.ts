import { expect, test } from 'vitest'
import { documentOf } from '../document/example-documents.fixture.ts'
import markdown from './index.ts'

test.each(['authorization-code-pkce', 'client-credentials', 'mfa-sign-in', 'implicit'])('writes %s', async (id) => {
  await expect(markdown.convert(await documentOf(id, { withoutCode: true }), {})).toMatchFileSnapshot(`${id}.md`)
})

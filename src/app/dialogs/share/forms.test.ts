import { expect, test } from 'vitest'
import { componentSnippet, embedSnippet, lengthAdvice } from './forms.ts'

test('a title cannot leave the attribute of the snippet', () => {
  const snippet = embedSnippet('https://host.example/?embed=1#1.abc', '"><script>alert(1)</script>')
  expect(snippet).toContain('title="Authlane: &quot;>&lt;script>alert(1)&lt;/script>"')
  expect(snippet).toContain(
    '<a href="https://host.example/#1.abc">Authlane: &quot;>&lt;script>alert(1)&lt;/script></a>',
  )
  expect(snippet).toContain(`origin !== 'https://host.example'`)
})

test('the component is loaded from the folder of the site, whichever page the link is of', () => {
  const home = 'https://host.example/authlane/'
  const snippet = componentSnippet(`${home}r/implicit/happy/#1.abc`, home, 'Implicit "grant"')
  expect(snippet).toContain('<script async src="https://host.example/authlane/authlane-run.js"></script>')
  expect(snippet).toContain('<authlane-run src="https://host.example/authlane/r/implicit/happy/#1.abc"')
  expect(snippet).toContain('label="Authlane: Implicit &quot;grant&quot;"')
})

test('a link says how long it is, and who would cut it', () => {
  expect(lengthAdvice(243)).toBe(
    '243 characters: short enough for bookmarks and ticket fields (2,000) and chat programs (4,000).',
  )
  expect(lengthAdvice(2001)).toBe(
    '2,001 characters: too long for many bookmarks and ticket fields (2,000). Give the file or the picture instead.',
  )
  expect(lengthAdvice(4001)).toBe(
    '4,001 characters: too long for many bookmarks and ticket fields (2,000) and chat programs (4,000). Give the file or the picture instead.',
  )
})

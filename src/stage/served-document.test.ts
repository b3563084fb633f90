import { expect, test } from 'vitest'
import { servedDocument } from './served-document.ts'

test.each([
  ['a page', '<!doctype html><html lang="en"><head><title>Sign in</title></head><body></body></html>'],
  ['a page whose head is in a comment', '<!-- <head> --><script>alert(1)</script>'],
  ['a page with a script before its head', '<script>alert(1)</script><html><head></head></html>'],
  ['a page without a head', '<p>Not found'],
  ['no page', ''],
])('the policy comes before anything of %s', (_, html) => {
  const written = servedDocument(html, 'pages.css')
  expect(written).toMatch(
    /^<!doctype html><meta http-equiv="Content-Security-Policy" content="script-src 'none';[^"<>]*">/,
  )
  expect(written).toContain('<link rel="stylesheet" href="pages.css">')
  expect(written.endsWith(html)).toBe(true)
  expect(written.length).toBeGreaterThan(html.length)
})

import { expect, test } from 'vitest'
import { specificationUrl } from './specifications.ts'

test('leads to the section of an RFC', () => {
  expect(specificationUrl('RFC 7636 §4.6')).toBe('https://www.rfc-editor.org/rfc/rfc7636#section-4.6')
})

test('leads to the document when no section is named', () => {
  expect(specificationUrl('RFC 9207')).toBe('https://www.rfc-editor.org/rfc/rfc9207')
})

test('leads to the section of an OpenID specification, by its one name', () => {
  const url = 'https://openid.net/specs/openid-connect-core-1_0.html#rfc.section.3.1.2.1'
  expect(specificationUrl('OpenID Connect Core §3.1.2.1')).toBe(url)
  expect(specificationUrl('OIDC Core')).toBeUndefined()
})

test('leads to the section of a numbered step', () => {
  expect(specificationUrl('RFC 6265bis §5.7 step 15')).toBe(
    'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-5.7',
  )
})

test('has no address for what no specification says', () => {
  expect(specificationUrl('policy')).toBeUndefined()
})

import { expect, test } from 'vitest'
import { framingHint } from './framing.ts'

const NOBODY = /no page/
const OWN_SITE = /only pages of the same site/

test.each<[Record<string, string>, RegExp | undefined]>([
  [{}, undefined],
  [{ 'content-security-policy': "default-src 'none'" }, undefined],
  [{ 'content-security-policy': 'frame-ancestors *' }, undefined],
  [{ 'content-security-policy': "default-src 'self'; frame-ancestors 'none'" }, NOBODY],
  [{ 'content-security-policy': 'frame-ancestors' }, NOBODY],
  [{ 'content-security-policy': "Frame-Ancestors 'self'" }, OWN_SITE],
  [
    { 'content-security-policy': "frame-ancestors 'self' https://wiki.example.org" },
    /'self' https:\/\/wiki.example.org/,
  ],
  [{ 'content-security-policy': "frame-ancestors *, frame-ancestors 'none'" }, NOBODY],
  [{ 'x-frame-options': 'DENY' }, NOBODY],
  [{ 'x-frame-options': 'sameorigin' }, OWN_SITE],
  [{ 'x-frame-options': 'ALLOW-FROM https://old.example' }, undefined],
  [{ 'x-frame-options': 'DENY', 'content-security-policy': 'frame-ancestors *' }, undefined],
])('%j', (headers, hint) => {
  const said = framingHint(new Headers(headers))
  if (hint === undefined) expect(said).toBeUndefined()
  else expect(said).toMatch(hint)
})

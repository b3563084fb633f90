import { expect, test } from 'vitest'
import { siteHome } from './site-home.ts'

/** A page at an address, with the manifest as far up as the build has written. */
const pageAt = (address: string, manifest?: string) => ({
  URL: address,
  querySelector: (selector: string) =>
    selector === 'link[rel="manifest"]' && manifest !== undefined ? { href: new URL(manifest, address).href } : null,
})

const [HERE, ABOVE] = ['./manifest.webmanifest', '../../../manifest.webmanifest']

test.each([
  ['https://host.example/', HERE, 'https://host.example/'],
  ['https://host.example/a/b/?embed=1#1.x', HERE, 'https://host.example/a/b/'],
  ['https://host.example/a/index.html', HERE, 'https://host.example/a/index.html'],
  ['https://host.example/a/r/logout/everywhere/', ABOVE, 'https://host.example/a/'],
  ['https://host.example/r/logout/everywhere/index.html?embed=1', ABOVE, 'https://host.example/index.html'],
  ['https://host.example/r/logout/', HERE, 'https://host.example/r/logout/'],
  // Folders that are called like a run's page.
  ['https://host.example/r/x/y/#1.x', HERE, 'https://host.example/r/x/y/'],
  ['https://host.example/r/x/y/index.html', HERE, 'https://host.example/r/x/y/index.html'],
  ['https://host.example/r/x/y/r/logout/everywhere/', ABOVE, 'https://host.example/r/x/y/'],
] as const)('the site of %s, whose manifest is at %s, begins at %s', (page, manifest, home) => {
  expect(siteHome(pageAt(page, manifest))).toBe(home)
})

test('a manifest that is named absolutely, as the page does before its path changes, is as good', () => {
  const page = pageAt('https://host.example/r/x/y/r/logout/everywhere/#1.x', 'https://host.example/r/x/y/m.webmanifest')
  expect(siteHome(page)).toBe('https://host.example/r/x/y/')
})

test('a page without a manifest is the first one', () => {
  expect(siteHome(pageAt('https://host.example/a/?x#1.x'))).toBe('https://host.example/a/')
})

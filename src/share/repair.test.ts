import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeLink, encodeLink } from './link.ts'
import { decodePlaylist, encodePlaylist, isPlaylistLink } from './playlist.ts'
import { repairAddress } from './repair.ts'
import { linkIn } from './saved-run.ts'

const RUN = {
  recipe: {
    scenario: 'authorization-code-pkce',
    settings: { code_lifetime: 42 },
    seed: 'authlane',
    choices: [{ type: 'deliver', gate: 'tab#1' } as const, { type: 'act', action: 'sign-in' } as const],
  },
  cursor: 1,
}
const FRAGMENT = encodeLink(RUN)
const PLAYLIST = encodePlaylist({ title: 'Two', items: [{ title: 'One', note: 'Say hello', run: RUN }] }) ?? ''
const PAGE = 'https://host.example/docs/r/authorization-code-pkce/happy/'

const isScenario = (text: string) => text === 'logout'

/** Places in the lab; which there are, the app knows. */
const LAB = ['lab/mix-up', 'lab/refresh-token-theft/attack/reuse-window', 'lab/mix-up/defence/iss']
const isHere = (text: string) => isScenario(text) || LAB.includes(text)

/** What a fragment opens. */
function read(fragment: string): unknown {
  if (isHere(fragment)) return fragment
  return isPlaylistLink(fragment) ? decodePlaylist(fragment) : decodeLink(fragment)
}

/** What is put behind an address, and never belongs to one. */
const behind = fc.constantFrom(
  '.',
  ',',
  ')',
  ').',
  ']',
  '"',
  '”',
  '>',
  '*',
  '**',
  '_',
  '…',
  '?utm_source=mail',
  '&fbclid=1',
  '%22',
)
/** What is put into one. */
const gap = fc.constantFrom('\n', '\r\n', ' ', '%0A', '%20', '%0D%0A', '\u200b', '\u00ad', '=\r\n', '\n  ', '\t')

test('a fragment is read whatever was put before, into and behind it', () => {
  const before = fc.constantFrom('', '#', '%23', ' ', '%20')
  const fragment = fc.constantFrom(FRAGMENT, PLAYLIST, 'logout', ...LAB)
  fc.assert(
    fc.property(fragment, before, behind, gap, fc.nat(), (whole, start, end, hole, place) => {
      const at = 1 + (place % (whole.length - 1))
      const inTwo = `${whole.slice(0, at)}${hole}${whole.slice(at)}`
      expect(read(linkIn(`${start}${whole}${end}`, isHere))).toEqual(read(whole))
      expect(read(linkIn(`${start}${inTwo}`, isHere))).toEqual(read(whole))
    }),
  )
})

test.each([
  ['encoded twice', `%2523${FRAGMENT}`],
  ['an address of a mail gateway', `${PAGE}%23${FRAGMENT}`],
  ['a sentence about it', `#${FRAGMENT} and then press Play.`],
  ['in angle brackets', `<${PAGE}#${FRAGMENT}>`],
])('a fragment is found: %s', (_, text) => {
  expect(linkIn(text)).toBe(FRAGMENT)
})

test('what cannot be mended stays as it came', () => {
  for (const text of ['', '1.<img src=x>', '%E0%A4%A', FRAGMENT.slice(0, 12), 'no link at all'])
    expect(linkIn(text)).toBe(text)
})

test('a mangled path leads to the page of the outcome, with the run', () => {
  const good = `${PAGE}#${FRAGMENT}`
  const mangled = [
    `${PAGE}%23${FRAGMENT}`,
    `${PAGE}%2523${FRAGMENT}`,
    `${PAGE}%23${FRAGMENT}/`,
    `${PAGE.slice(0, -1)}%23${FRAGMENT}`,
    `${PAGE.replace('happy', 'hap%0Apy')}#${FRAGMENT}`,
    `${PAGE.replace('/happy', '//happy')}#${FRAGMENT}`,
    `${PAGE.replace('happy', 'happy%20')}%23${FRAGMENT}`,
    `${PAGE}${FRAGMENT}`,
  ]
  for (const address of mangled) expect(repairAddress(address)).toBe(good)
  for (const end of ['.', ')', '%22', '),', '%E2%80%9D', '.html'])
    expect(repairAddress(`${PAGE.slice(0, -1)}${end}`)).toBe(PAGE)
})

test('a folder that is called like the page of an outcome is kept', () => {
  const home = 'https://host.example/r/team/docs/'
  expect(repairAddress(`${home}%23${FRAGMENT}`)).toBe(`${home}#${FRAGMENT}`)
  expect(repairAddress(`${home}r/logout/everywhere),#${FRAGMENT}`)).toBe(`${home}r/logout/everywhere/#${FRAGMENT}`)
  expect(repairAddress(`${home}r/logout/renamed/#${FRAGMENT}`)).toBe(`${home}#${FRAGMENT}`)
})

test('without the page of an outcome, the first page opens the run', () => {
  expect(repairAddress(`https://host.example/docs/%23${FRAGMENT}`)).toBe(`https://host.example/docs/#${FRAGMENT}`)
  expect(repairAddress(`https://host.example/%23logout`)).toBe('https://host.example/#logout')
  expect(repairAddress(`${PAGE.replace('happy', 'renamed')}#${FRAGMENT}`)).toBe(
    `https://host.example/docs/#${FRAGMENT}`,
  )
  expect(repairAddress('https://host.example/r/gone/happy/')).toBe('https://host.example/#gone')
  expect(repairAddress('https://host.example/docs/errors/invalid_grant).')).toBe(
    'https://host.example/docs/errors/invalid_grant/',
  )
})

test('a place in the lab is found again', () => {
  const home = 'https://host.example/docs/'
  for (const place of LAB) {
    expect(linkIn(`${home}#${place}), and more`, isHere)).toBe(place)
    expect(linkIn(encodeURIComponent(encodeURIComponent(`#${place}`)), isHere)).toBe(place)
    expect(repairAddress(`${home}%23${place}`)).toBe(`${home}#${place}`)
    expect(repairAddress(`${PAGE}%23${place.replaceAll('/', '%2F')}`)).toBe(`${PAGE}#${place}`)
    expect(repairAddress(`${PAGE}${place}`)).toBe(`${PAGE}#${place}`)
  }
  // The # may be what was lost.
  expect(repairAddress(`${home}lab/mix-up/defence/iss).`)).toBe(`${home}#lab/mix-up/defence/iss`)
})

test('a file that is not there stays not there', () => {
  for (const path of ['favicon.ico', 'assets/index-abc.js', '', 'docs/'])
    expect(repairAddress(`https://host.example/${path}`)).toBeUndefined()
})

test('going where it leads ends, and never leaves the host', () => {
  const part = fc.oneof(
    fc.constantFrom('r', 'r/a/b', '//evil.example', '%23', '%2F', '#', '?', '.', ')', FRAGMENT, '\\', '@evil.example'),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const start = new URL('https://host.example/')
      start.href = URL.canParse(`https://host.example/${parts.join('/')}`)
        ? `https://host.example/${parts.join('/')}`
        : start.href
      let address: string | undefined = start.href
      for (let hops = 0; address !== undefined; hops++) {
        expect(hops).toBeLessThan(3 + 2 * parts.length)
        expect(new URL(address).origin).toBe('https://host.example')
        address = repairAddress(address)
      }
    }),
    { numRuns: 2000 },
  )
})

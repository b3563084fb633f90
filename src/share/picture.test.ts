import { readFileSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { utf8 } from '../lib/encoding.ts'
import { encodeLink, fragmentInPicture, pictureKind, readSavedRun, withAddress } from './index.ts'
import { pngTexts } from './png-text.ts'

const picture = (name: string) => new Uint8Array(readFileSync(new URL(`pictures/${name}`, import.meta.url)))

const RECIPE = {
  scenario: 'client-credentials',
  settings: {},
  seed: 'authlane',
  choices: [
    { type: 'act', action: 'register' },
    { type: 'deliver', gate: 'portal/registration#1' },
    { type: 'deliver', gate: 'portal/registration#2' },
  ],
} as const

/** The run in all of these pictures. */
const RUN = { recipe: RECIPE, cursor: 3 }

/** The exported picture of {@link RUN}, after a program has written it again. */
const PROGRAMS: readonly (readonly [program: string, file: string, keeps: boolean])[] = [
  ['nothing', 'exported.png', true],
  ['optipng 0.7.7 -o2', 'optipng.png', true],
  ['ImageMagick 6.9.11-60 convert -resize 90% -colors 16, which makes another chunk of it', 'convert.png', true],
  ['scour 0.38.2', 'scour.svg.txt', true],
  ['scour 0.38.2 --remove-metadata: from the words at the foot', 'scour-remove-metadata.svg.txt', true],
  ['svgo 4.1.0, which removes metadata: from the words at the foot', 'svgo.svg.txt', true],
  ['zopflipng 1.0.3', 'zopflipng.png', false],
  ['rsvg-convert 2.54.7 and pngquant 2.17.0 --strip, from the SVG', 'rsvg-convert.png', false],
  ['ImageMagick 6.9.11-60 convert -quality 80, to JPEG', 'convert.jpg', false],
]

test.each(PROGRAMS)('a picture that went through %s', (_, file, keeps) => {
  const bytes = picture(file)
  expect(pictureKind(bytes)).toBe(file.endsWith('.jpg') ? 'other' : file.endsWith('.png') ? 'png' : 'svg')
  const fragment = fragmentInPicture(bytes)
  expect(fragment).toBe(keeps ? encodeLink(RUN) : undefined)
  if (fragment !== undefined) expect(readSavedRun(fragment)).toEqual({ ok: true, shared: RUN })
})

test('the text of a picture is read like any saved run; one that carries none says so', () => {
  const svg = new TextDecoder().decode(picture('svgo.svg.txt'))
  expect(readSavedRun(svg)).toEqual({ ok: true, shared: RUN })
  const without = readSavedRun('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>')
  expect(without.ok ? '' : without.problem.message).toMatch(/^This picture carries no run/)
})

test('a picture that has a text keeps its own, its pixels and its checksums', () => {
  const before = picture('zopflipng.png')
  const carrying = withAddress(before, 'https://host.example/#1.abcdefghijkl')
  expect(pngTexts(carrying)).toEqual(['https://host.example/#1.abcdefghijkl', 'https://host.example/#1.abcdefghijkl'])
  expect(carrying.slice(0, 33)).toEqual(before.slice(0, 33))
  expect(carrying.slice(carrying.length - before.length + 33)).toEqual(before.slice(33))
  // Length, type, data, checksum of type and data (PNG Third Edition §5.3), by somebody else's arithmetic.
  const [chunk] = /iTXtAuthlane\0{5}[\s\S]*?(?=[\s\S]{4}tEXt)/.exec(Buffer.from(carrying).toString('latin1')) ?? []
  const written = Buffer.from(chunk ?? '', 'latin1')
  expect(Buffer.from(carrying).readUInt32BE(33)).toBe(written.length - 8)
  expect(written.readUInt32BE(written.length - 4)).toBe(crc32(written.subarray(0, -4)))
})

test('other files are no pictures', () => {
  for (const text of ['', '{"log": {}}', 'BM is no bitmap', '<?xml version="1.0"?><samlp:Response/>', '#1.abc']) {
    expect(pictureKind(utf8(text))).toBeUndefined()
  }
})

test('whatever stands behind the signature, reading never throws', () => {
  const signature = picture('exported.png').slice(0, 8)
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.constantFrom('iTXt', 'tEXt', 'zTXt'), (data, type) => {
      const length = new Uint8Array([0, 0, 0, data.length % 256])
      pngTexts(new Uint8Array([...signature, ...length, ...utf8(type), ...data]))
      fragmentInPicture(new Uint8Array([...signature, ...data]))
    }),
    { numRuns: 500 },
  )
})

test('a file that was cut off in its pixels still has its run', () => {
  expect(fragmentInPicture(picture('exported.png').slice(0, 600))).toBe(encodeLink(RUN))
})

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { legalXml } from '../../lib/xml.ts'
import { ACTORS, recordTrace, SIGN_IN, TOKEN } from '../../projections/example-trace.fixture.ts'
import { narrate } from '../../projections/narration/index.ts'
import { createSequence } from '../../projections/sequence/index.ts'
import type { SequenceModel } from '../../projections/sequence/types.ts'
import type { Trace } from '../../simulation/types.ts'
import { FIXTURE_NOTICE } from '../contract.ts'
import { exportableRun } from '../example-runs.fixture.ts'
import { hostileModel } from '../hostile-models.fixture.ts'
import { LIGHT } from '../palette.ts'
import { readXml, type XmlElement } from '../read-xml.fixture.ts'
import svg from './index.ts'

function write(model: SequenceModel, title = 'Sign in', rowCount = model.rows.length): string {
  const recipe = { scenario: 'example', settings: {}, seed: '1', choices: [] }
  return svg.convert({ title, recipe, step: 0, trace: SIGN_IN, model, rowCount })
}

function modelOf(trace: Trace): SequenceModel {
  const sequence = createSequence(ACTORS)
  sequence.push(trace)
  return sequence
}

/** An element and everything in it, in the order of the document. */
function all(element: XmlElement): XmlElement[] {
  return [element, ...element.children.flatMap(all)]
}

const child = (element: XmlElement, name: string) => element.children.find((inner) => inner.name === name)

/** The groups that draw rows: what stands after the heads of the lanes. */
function rowGroups(document: XmlElement, laneCount: number): XmlElement[] {
  return document.children.filter(({ name }) => name === 'g').slice(laneCount)
}

const words = (element: XmlElement) => all(element).flatMap(({ name, text }) => (name === 'text' ? [text] : []))

test('draws a sign-in', async () => {
  await expect(write(modelOf(SIGN_IN))).toMatchFileSnapshot('sign-in.svg.txt')
})

test('says its title, and that its tokens are fixtures, to who cannot see it', async () => {
  const document = await readXml(write(modelOf(SIGN_IN)))
  expect(child(document, 'title')?.text).toBe('Sign in')
  expect(child(document, 'desc')?.text).toContain(FIXTURE_NOTICE)
})

test('draws one named symbol per row, with its step and its label', async () => {
  const model = modelOf(SIGN_IN)
  const groups = rowGroups(await readXml(write(model)), model.lanes.length)
  expect(groups.map((group) => child(group, 'title')?.text)).toEqual(model.rows.map(({ name }) => name))
  expect(groups.map((group) => child(group, 'desc')?.text)).toEqual(
    model.rows.map((row) => narrate(SIGN_IN, model, row).sentence),
  )
  for (const [index, row] of model.rows.entries()) {
    expect(words(groups[index] as XmlElement)).toEqual(expect.arrayContaining([String(row.step), row.label]))
  }
})

test('draws what each message carries, and what each actor holds at the step, as the live diagram does', async () => {
  const run = await exportableRun('parallel-401-race/each-refreshes')
  const document = await readXml(svg.convert(run))
  const symbol = (name: string) =>
    all(document).find((element) => element.name === 'g' && child(element, 'title')?.text.startsWith(name))
  const row = symbol('Step 9: ')
  expect(row && words(row)).toEqual(expect.arrayContaining(['call-1', 'A2', 'R2']))
  expect(
    ['access token 1', 'refresh token 1', 'access token 2', 'refresh token 2'].map(
      (name) => symbol(name) && child(symbol(name) as XmlElement, 'title')?.text,
    ),
  ).toEqual([
    'access token 1, revoked',
    'refresh token 1, revoked',
    'access token 2, revoked',
    'refresh token 2, revoked',
  ])
})

test('draws only the rows up to the step', async () => {
  const model = modelOf(SIGN_IN)
  expect(rowGroups(await readXml(write(model, '', 2)), model.lanes.length)).toHaveLength(2)
})

test('is as large as it says, and every row is inside', async () => {
  const { attributes, children } = await readXml(write(modelOf(SIGN_IN)))
  expect(attributes.viewBox).toBe(`0 0 ${attributes.width} ${attributes.height}`)
  const lowest = Number(/translate\(0 (\d+)\)/.exec(children.at(-1)?.attributes.transform ?? '')?.[1])
  expect(lowest + 52).toBeLessThanOrEqual(Number(attributes.height))
})

test('stands alone: no script, no style sheet, no foreign content, no reference', async () => {
  const lost = recordTrace([
    { type: 'held', message: TOKEN },
    { type: 'delay', gate: TOKEN.gate, seconds: 60 },
    { type: 'clock', seconds: 60 },
    { type: 'drop', gate: TOKEN.gate },
    { type: 'dropped', gate: TOKEN.gate },
  ])
  const elements = all(await readXml(write(modelOf(lost))))
  expect([...new Set(elements.map(({ name }) => name))].sort()).toEqual(
    ['desc', 'g', 'path', 'rect', 'svg', 'text', 'title'].sort(),
  )
  const names = new Set(elements.flatMap(({ attributes }) => Object.keys(attributes)))
  expect([...names].filter((name) => /^on|href|src|style|class|^id$/.test(name))).toEqual([])
  const values = elements.flatMap(({ attributes: { xmlns: _, ...rest } }) => Object.values(rest))
  expect(values.filter((value) => /url\(|:\/\//.test(value))).toEqual([])
})

test('has the light colours of the page', () => {
  const tokens = readFileSync('src/ui/tokens.css', 'utf8')
  for (const [name, colour] of Object.entries(LIGHT)) expect(tokens).toContain(`--${name}: light-dark(${colour},`)
})

test('survives 2,000 hostile labels', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(hostileModel, fc.string({ unit: 'binary', minLength: 1 }), async (model, title) => {
      const document = await readXml(write(model, title))
      expect(child(document, 'title')?.text).toBe(legalXml(title))
      const groups = document.children.filter(({ name }) => name === 'g')
      expect(groups.map((group) => child(group, 'title')?.text)).toEqual([
        ...model.lanes.map((lane) => `${legalXml(lane.title)}, ${lane.kind === 'person' ? 'Person' : 'Server'}`),
        ...model.rows.map((row) => legalXml(row.name)),
      ])
      for (const [index, row] of model.rows.entries()) {
        expect(words(groups[model.lanes.length + index] as XmlElement)).toContain(legalXml(row.label))
      }
    }),
    { numRuns: 10, endOnFailure: true },
  )
})

const ADDRESS = `https://host.example/#1.${'Q8mCyTmZoN'.repeat(12)}`

/** A picture of the sign-in that carries an address. */
function writeCarrying(address: string, showsAddress: boolean): string {
  const model = modelOf(SIGN_IN)
  const recipe = { scenario: 'example', settings: {}, seed: '1', choices: [] }
  const run = { title: 'Sign in', recipe, step: 0, trace: SIGN_IN, model, rowCount: model.rows.length }
  return svg.convert({ ...run, address, showsAddress })
}

test('holds the address of its run as metadata, and leaves the rest as it is', () => {
  const carrying = writeCarrying(ADDRESS, false)
  expect(carrying).toContain(`<metadata>${ADDRESS}</metadata>\n`)
  expect(carrying.replace(/<metadata>.*<\/metadata>\n/, '')).toBe(write(modelOf(SIGN_IN)))
})

test('writes the address at its foot when asked, whole and inside, beside its code', async () => {
  const document = await readXml(writeCarrying(ADDRESS, true))
  const foot = document.children.at(-1) as XmlElement
  const [words, lines] = foot.children.filter(({ name }) => name === 'text')
  expect(words?.children.map(({ text }) => text).join(' ')).toMatch(/^Open this run: /)
  expect(lines?.children.map(({ text }) => text).join('')).toBe(ADDRESS)
  expect(child(foot, 'path')?.attributes.d).toMatch(/^M\d+ \d+h1v1h-1z/)
  const top = Number(/translate\(0 (\d+)\)/.exec(foot.attributes.transform ?? '')?.[1])
  const lowest = Number(lines?.children.at(-1)?.attributes.y)
  expect(top + lowest).toBeLessThan(Number(document.attributes.height))
})

test('an address that is too long to be drawn is carried all the same, and the foot says so', async () => {
  const long = `https://host.example/#1.${'Q8mCyTmZoN'.repeat(120)}`
  const document = await readXml(writeCarrying(long, true))
  expect(child(document, 'metadata')?.text).toBe(long)
  const foot = all(document.children.at(-1) as XmlElement)
  expect(foot.map(({ text }) => text).join('')).toContain('1224 characters, too many to stand here.')
})

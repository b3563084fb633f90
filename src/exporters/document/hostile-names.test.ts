import fc from 'fast-check'
import { compiler } from 'markdown-to-jsx/react'
import mermaid from 'mermaid'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, expect, test } from 'vitest'
import type { DocumentModel } from '../../projections/document/index.ts'
import decisionRecord from '../decision-record/index.ts'
import { hostileModel } from '../hostile-models.fixture.ts'
import html from '../html/index.ts'
import markdown from '../markdown/index.ts'
import { normalizeLabel } from '../mermaid/escape.ts'
import type { SequenceDatabase } from '../mermaid/parsed-messages.fixture.ts'
import { sequenceDiagrams } from './diagrams.ts'
import { documentOf } from './example-documents.fixture.ts'

/** Words that stand for the actors until their names are known. */
const PLACEHOLDERS = ['Developer Portal', 'Authorization Server', 'Service A', 'Service B']

let document: DocumentModel

beforeAll(async () => {
  mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', maxTextSize: 2_000_000 })
  const whole = await documentOf('client-credentials', { withoutCode: true })
  const [first, ...others] = whole.outcomes
  // Two outcomes have every kind of line.
  document = { ...whole, outcomes: [first, ...others.slice(2, 3)] }
})

/** The document with other names of its actors, wherever they stand. */
function renamed(names: readonly string[]): DocumentModel {
  const rename = (title: string) => names[PLACEHOLDERS.indexOf(title)] ?? title
  return {
    ...document,
    actors: document.actors.map((actor) => ({ ...actor, title: rename(actor.title) })),
    outcomes: document.outcomes.map((outcome) => ({
      ...outcome,
      steps: outcome.steps.map((step) => ({
        ...step,
        from: rename(step.from),
        to: rename(step.to),
        text: rename(step.from),
      })),
    })) as unknown as DocumentModel['outcomes'],
    diagrams: document.diagrams.map((diagram) => ({
      ...diagram,
      lanes: diagram.lanes.map((lane) => ({ ...lane, title: rename(lane.title) })),
    })),
  }
}

/** 2,000 names, four at a time. */
function forAllNames(check: (renamed: DocumentModel, names: readonly string[]) => void | Promise<void>, share = 1) {
  const names = hostileModel.map(({ lanes }) => lanes.map(({ title }) => title))
  return fc.assert(
    fc.asyncProperty(names, async (titles) => {
      for (let at = 0; at < titles.length / share; at += 4)
        await check(renamed(titles.slice(at, at + 4)), titles.slice(at, at + 4))
    }),
    { numRuns: 20 },
  )
}

/** The tags of a text in order, what their attributes say left out. */
const tagsIn = (markup: string) =>
  [...markup.matchAll(/<(\/?[a-z!][\w-]*)((?:[^>"]|"[^"]*")*)>/gi)].map(
    ([, tag, attributes = '']) => `${tag}${attributes.replace(/"[^"]*"/g, '""')}`,
  )

test('HTML has the same elements, whatever actors are called', { timeout: 120_000 }, async () => {
  const expected = tagsIn(html.convert(document, {}))
  await forAllNames((renamed) => {
    expect(tagsIn(html.convert(renamed, {}))).toEqual(expected)
  })
})

test.each([markdown, decisionRecord])(
  '$title has the same lines and cells, whatever actors are called',
  { timeout: 120_000 },
  async (exporter) => {
    const shape = (text: string) =>
      text
        .split('\n')
        .map((line) =>
          line.startsWith('|') ? line.split('|').length : (/^(?:#+ |```|[-*>] |---)/.exec(line)?.[0] ?? ''),
        )
    const expected = shape(exporter.convert(document, {}))
    await forAllNames((renamed) => {
      expect(shape(exporter.convert(renamed, {}))).toEqual(expected)
    })
  },
)

test('Markdown is read as the same elements, whatever actors are called', { timeout: 120_000 }, async () => {
  const read = (text: string) => renderToStaticMarkup(compiler(text.replace(/^```mermaid[\s\S]*?^```$/gm, '')))
  const expected = tagsIn(read(markdown.convert(document, {})))
  await forAllNames((renamed) => {
    expect(tagsIn(read(markdown.convert(renamed, {})))).toEqual(expected)
  }, 5)
})

test('Mermaid reads every name as it is', { timeout: 120_000 }, async () => {
  await forAllNames(async (renamed, names) => {
    const [diagram] = sequenceDiagrams(renamed)
    const { db } = await mermaid.mermaidAPI.getDiagramFromText(diagram?.text ?? '')
    const actors = [...(db as unknown as SequenceDatabase).getActors().values()]
    const decode = (text: string) =>
      text.replaceAll('<br/>', '\n').replace(/ﬂ°°(\d+)¶ß/g, (_, code: string) => String.fromCodePoint(Number(code)))
    expect(actors.map(({ description }) => decode(description))).toEqual(
      names.map((name) => normalizeLabel(name).replace(/^$/gm, '\u200b')),
    )
  }, 20)
})

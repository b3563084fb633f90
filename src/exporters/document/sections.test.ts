/** What a document says, over every scenario, and that each format says all of it. */
import { compiler } from 'markdown-to-jsx'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { scenarioIds } from '../../scenario-kit/played.fixture.ts'
import html from '../html/index.ts'
import markdown from '../markdown/index.ts'
import type { Block, Text } from './blocks.ts'
import { documentOf } from './example-documents.fixture.ts'
import { documentSections } from './sections.ts'

const plain = (text: Text) =>
  text.map((span) => (typeof span === 'string' ? span : 'code' in span ? span.code : span.strong)).join('')

/** What a block says, in the order of reading. */
function wordsOf(block: Block): readonly string[] {
  switch (block.type) {
    case 'paragraph':
    case 'warning':
      return [plain(block.text)]
    case 'heading':
      return [block.text]
    case 'list':
      return block.items.map(plain)
    case 'table':
      return [...block.head, ...block.lines.flatMap(({ cells }) => cells.map(plain))]
    case 'diagram':
      return [block.text]
    default:
      return block satisfies never
  }
}

const squeezed = (text: string) => text.replace(/\s+/g, '')

/** What a reader of markup sees. */
function seenIn(markup: string): string {
  const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' }
  return markup
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex: string, decimal: string, name: string) =>
      name === undefined
        ? String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
        : (ENTITIES[name] ?? whole),
    )
}

test.each(
  [markdown, html].flatMap((exporter) =>
    scenarioIds.map((scenario) => ({ scenario, title: exporter.title, exporter })),
  ),
)('$scenario: $title says every word of every section, in order', async ({ scenario, exporter }) => {
  const document = await documentOf(scenario)
  const text = exporter.convert(document, {})
  const markup = exporter === markdown ? renderToStaticMarkup(compiler(text)) : text.slice(text.indexOf('<main>'))
  const seen = squeezed(seenIn(markup))
  let at = 0
  for (const { title, blocks } of documentSections(document)) {
    for (const words of [title, ...blocks.flatMap(wordsOf)].map(squeezed)) {
      const found = seen.indexOf(words, at)
      expect(found, words).toBeGreaterThanOrEqual(0)
      at = found + words.length
    }
  }
})

test('every section stands in some document, and in all of them in one order', async () => {
  const order = [
    'overview',
    'sequence',
    'outcomes',
    'steps',
    'states',
    'decisions',
    'claims',
    'storage',
    'troubleshooting',
    'settings',
    'hand-off',
    'changes',
  ]
  const lists = await Promise.all(
    scenarioIds.map(async (id) => documentSections(await documentOf(id)).map((section) => section.id)),
  )
  for (const list of lists) expect(list).toEqual(order.filter((id) => list.includes(id)))
  expect(new Set(lists.flat())).toEqual(new Set(order))
})

test('a deprecated flow says first what replaces it', async () => {
  const document = await documentOf('implicit')
  const [warning] = documentSections(document)[0]?.blocks ?? []
  expect(warning?.type).toBe('warning')
  expect(document.replacement).toMatch(/PKCE/)
  expect((warning ? wordsOf(warning) : []).join()).toContain(`It is replaced by ${document.replacement}.`)
})

test.each(['mfa-sign-in', 'authorization-code-pkce'])(
  '%s: each guard and each claim that is handed over has its line',
  async (id) => {
    const document = await documentOf(id)
    const linesOf = (section: string) =>
      documentSections(document)
        .find((candidate) => candidate.id === section)
        ?.blocks.flatMap((block) => (block.type === 'table' ? block.lines.map(({ cells }) => cells.map(plain)) : []))
    expect(linesOf('states')?.map(([from, event, guard, to]) => [from, event, guard, to])).toEqual(
      document.guards.map(({ from, event, guard, to }) => [from, event, guard, to]),
    )
    expect(document.guards.length).toBeGreaterThan(0)
    expect(linesOf('hand-off')).toEqual(document.handOff?.claims.map(({ name, value }) => [name, value]))
  },
)

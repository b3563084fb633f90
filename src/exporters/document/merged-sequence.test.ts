import fc from 'fast-check'
import mermaid from 'mermaid'
import { beforeAll, expect, test } from 'vitest'
import { type DocumentDiagram, type DocumentOutcome, rowsOfRun } from '../../projections/document/index.ts'
import { scenarioIds } from '../../scenario-kit/played.fixture.ts'
import { captionOf } from '../caption.ts'
import { normalizeLabel } from '../mermaid/escape.ts'
import type { SequenceDatabase } from '../mermaid/parsed-messages.fixture.ts'
import { documentOf } from './example-documents.fixture.ts'
import { endLabel, escapeBlockTitle, mergedSequenceText } from './merged-sequence.ts'

/** `LINETYPE` of Mermaid's sequence diagrams. */
const [ALT_START, ALT_ELSE, ALT_END] = [12, 13, 14]

beforeAll(() => {
  mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', maxTextSize: 2_000_000 })
})

/** Every way through the diagram as Mermaid's own parser understands it: the labels of its arrows and notes, in order. */
async function pathsThrough(text: string): Promise<string[][]> {
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text)
  const signals = (db as unknown as SequenceDatabase).getMessages()
  let at = 0
  function readBlock(): string[][] {
    let open: string[][] = [[]]
    for (; at < signals.length; at += 1) {
      const { type, message } = signals[at] ?? {}
      if (type === ALT_ELSE || type === ALT_END) return open
      if (type === ALT_START) {
        const branches: string[][] = []
        do {
          at += 1
          branches.push(...readBlock())
        } while (signals[at]?.type === ALT_ELSE)
        open = open.flatMap((path) => branches.map((branch) => [...path, ...branch]))
      } else open = open.map((path) => [...path, decode(String(message))])
    }
    return open
  }
  return readBlock()
}

const decode = (text: string) =>
  text.replace(/ﬂ°°(\d+)¶ß/g, (_, code: string) => String.fromCodePoint(Number(code))).replaceAll('<br/>', '\n')

/** The labels that a run should leave in its diagram: its rows, then how it ended. */
function expectedPath(diagram: DocumentDiagram, outcome: DocumentOutcome): string[] {
  return [...rowsOfRun(diagram.parts, outcome.id).map(captionOf), endLabel(outcome)].map((label) =>
    normalizeLabel(label),
  )
}

/** The ids of the runs that come to their end in a diagram. */
function runsOf(diagram: DocumentDiagram): string[] {
  const ends = (parts: DocumentDiagram['parts']): string[] =>
    parts.flatMap((part) => {
      if (part.type === 'branches') return part.branches.flatMap((branch) => ends(branch.parts))
      return part.type === 'end' ? [part.run] : []
    })
  return ends(diagram.parts)
}

test.each(scenarioIds)('%s: the ways through the merged diagrams are its outcomes, and no other', async (id) => {
  const document = await documentOf(id)
  expect(document.diagrams.flatMap(runsOf).sort()).toEqual(document.outcomes.map((outcome) => outcome.id).sort())
  for (const diagram of document.diagrams) {
    const paths = await pathsThrough(mergedSequenceText(diagram, document.outcomes))
    const runs = runsOf(diagram).flatMap((run) => document.outcomes.filter((outcome) => outcome.id === run))
    // Runs that only their last note tells apart end one after the other; the same words between other lanes are another way.
    const expected = new Map<string, string[]>()
    for (const run of runs) {
      const path = expectedPath(diagram, run)
      const key = JSON.stringify(rowsOfRun(diagram.parts, run.id).map((row) => [row.from, row.to, captionOf(row)]))
      expected.set(key, [...(expected.get(key) ?? path.slice(0, -1)), path.at(-1) ?? ''])
    }
    expect(paths.map((path) => JSON.stringify(path)).sort()).toEqual(
      [...expected.values()].map((path) => JSON.stringify(path)).sort(),
    )
  }
})

test('writes branches where runs part, with the settings that make them differ', async () => {
  const document = await documentOf('client-credentials')
  const text = mergedSequenceText(document.diagrams[0] ?? { title: '', lanes: [], parts: [] }, document.outcomes)
  await expect(text).toMatchFileSnapshot('merged-sequence.mmd')
})

const HOSTILE =
  '# ; #35; <br/> <script> %% %%{init:{}}%% $$x$$ wrap: :nowrap: ﬂ°°35¶ß end else alt \n \r\n \0 \u2028 : { } -->'

test('the title of a block stays one, whatever it says', async () => {
  const title = fc.oneof(
    fc.array(fc.constantFrom(...HOSTILE.split(' '), ' ', 'a'), { maxLength: 8 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 60 }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(title, { minLength: 100, maxLength: 100 }), async (titles) => {
      const blocks = titles.map((text, index) => `${index ? 'else' : 'alt'} ${escapeBlockTitle(text)}\n  a->>b: x`)
      const paths = await pathsThrough(`sequenceDiagram\n${blocks.join('\n')}\nend\n`)
      expect(paths).toEqual(titles.map(() => ['x']))
    }),
    { numRuns: 20 },
  )
})

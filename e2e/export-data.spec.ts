/** What a run is saved as, from the menu to the file on disk. */
import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import type { Har } from 'har-format'
import { encodeLink, firstDifference, readTraceFile } from '../src/share/index.ts'
import type { Playground } from './playground.ts'
import { recordInNode } from './recorded.ts'
import { expect, test } from './test.ts'

/** Opens an outcome at its end, as a link does; gives what the same recipe leaves in Node. */
async function openOutcome(playground: Playground, id: string) {
  const recorded = await recordInNode(id)
  const cursor = recorded.recipe.choices.length
  await playground.page.goto(`./#${encodeLink({ recipe: recorded.recipe, cursor })}`)
  await expect.poll(() => playground.step()).toBe(cursor)
  return recorded
}

test('the trace has the bytes of Node, a project its files, a HAR every exchange; signatures can be kept out', async ({
  playground,
  page,
}) => {
  const { recipe, trace } = await openOutcome(playground, 'happy')
  const kept = await readFile(await playground.download('Download run.trace.json'), 'utf8')
  const read = readTraceFile(kept)
  if (!read.ok) throw new Error(read.problem.message)
  expect(read.shared.recipe).toEqual(recipe)
  expect(firstDifference(read.shared, trace)).toBeUndefined()

  const files = unzipSync(await readFile(await playground.download('Download run-project.zip')))
  expect(Object.keys(files)).toEqual([
    'README.md',
    'package.json',
    'playwright.config.ts',
    'src/answers.ts',
    'src/handlers.ts',
    'tests/run.spec.ts',
    'tsconfig.json',
  ])
  expect(strFromU8(files['tests/run.spec.ts'] ?? new Uint8Array())).toContain('POST /token')

  await playground.button('Export').click()
  await page.getByRole('checkbox', { name: 'Keep the signatures of tokens' }).uncheck()
  await page.keyboard.press('Escape')
  const removed = await readFile(await playground.download('Download run.trace.json'), 'utf8')
  expect(kept).not.toContain('signature-removed')
  expect(removed.replace(/eyJ[\w-]+\.eyJ[\w-]+\.signature-removed/g, '')).not.toMatch(/eyJ[\w-]+\.eyJ[\w-]+\./)

  await openOutcome(playground, 'pkce-mismatch')
  const { log }: Har = JSON.parse(await readFile(await playground.download('Download run.har'), 'utf8'))
  expect(log.version).toBe('1.2')
  expect(log.entries.map(({ request }) => new URL(request.url).pathname)).toEqual(
    expect.arrayContaining(['/authorize', '/login', '/consent', '/callback', '/token']),
  )
  expect(log.entries.at(-1)?.response.status).toBe(400)
})

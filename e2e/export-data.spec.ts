/** What a run is saved as, from the menu to the file on disk. */
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import type { Har } from 'har-format'
import { encodeLink, firstDifference, readTraceFile } from '../src/share/index.ts'
import { recordInNode } from './recorded.ts'
import { expect, test } from './test.ts'

/** Opens an outcome at its end, as a link does. */
async function openOutcome(page: Page, id: string) {
  const recorded = await recordInNode(id)
  await page.goto(`./#${encodeLink({ session: recorded.session, cursor: recorded.session.choices.length })}`)
  return recorded
}

/** Saves an export and reads the file. */
async function saved(page: Page, fileName: string): Promise<Uint8Array> {
  await page.getByRole('button', { name: 'Export' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: `Download ${fileName}` }).click()
  expect((await download).suggestedFilename()).toBe(fileName)
  return readFile(await (await download).path())
}

test('the HAR of a failed sign-in has every exchange and the error', async ({ page, playground }) => {
  const { session } = await openOutcome(page, 'pkce-mismatch')
  await expect.poll(() => playground.step()).toBe(session.choices.length)
  const { log }: Har = JSON.parse(strFromU8(await saved(page, 'run.har')))
  expect(log.version).toBe('1.2')
  expect(log.entries.map(({ request }) => new URL(request.url).pathname)).toEqual(
    expect.arrayContaining(['/authorize', '/login', '/consent', '/callback', '/token']),
  )
  expect(log.entries.at(-1)?.response.status).toBe(400)
})

test('the JSON trace has the bytes that the same recipe leaves in Node', async ({ page, playground }) => {
  const { session, trace } = await openOutcome(page, 'happy')
  await expect.poll(() => playground.step()).toBe(session.choices.length)
  const read = readTraceFile(strFromU8(await saved(page, 'run.trace.json')))
  if (!read.ok) throw new Error(read.problem.message)
  expect(read.shared.session).toEqual(session)
  expect(firstDifference(read.shared, trace)).toBeUndefined()
})

test('the project is an archive of its files', async ({ page, playground }) => {
  const { session } = await openOutcome(page, 'happy')
  await expect.poll(() => playground.step()).toBe(session.choices.length)
  const files = unzipSync(await saved(page, 'run-project.zip'))
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
})

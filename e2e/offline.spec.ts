/** After the first visit the page works without a network, and a newer version waits until it is asked for. */
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPlayground, type Playground } from './playground.ts'
import { serveBelow } from './static-host.ts'
import { expect, test } from './test.ts'

test.use({ visitor: 'new' })

/** Waits until the worker has kept every file. */
async function expectKept({ transport }: Playground): Promise<void> {
  await expect(transport).toHaveAttribute('title', /works without a network/, { timeout: 60_000 })
}

test('everything works after the server has gone', async ({ playground, page, incidents }) => {
  const host = await serveBelow('/somewhere/')
  await playground.open(host.address)
  await expectKept(playground)
  await host.stop()

  await page.reload()
  await expect(playground.transport).toContainText('Service worker')
  await page.goto('about:blank')
  await playground.openOnWorker(host.address)
  // Nothing of this has been loaded before: another scenario, its code, the frame of Mermaid.
  await playground.scenarios.getByRole('link', { name: 'Client credentials between services' }).click()
  await playground.playOutcome('First call, empty cache')
  await playground.inspector('Code').click()
  await expect(page.getByRole('tabpanel', { name: 'Code' })).toContainText('client_credentials')
  await playground.view('Mermaid').click()
  await expect(page.getByRole('status').filter({ hasText: 'Drawn by Mermaid' })).toBeVisible()
  await page.goto(`${host.address}third-party-notices.txt`)
  const notices = await page.locator('body').innerText()
  for (const name of [
    'react',
    'mermaid',
    'msw',
    'jose',
    '@fontsource-variable/inter',
    '@fontsource-variable/jetbrains-mono',
  ])
    expect(notices).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+: `, 'm'))
  expect(notices.match(/^SIL OPEN FONT LICENSE Version 1\.1/gm)).toHaveLength(2)
  // Whoever closes the page and comes back finds it, although no page was left to keep the worker for.
  const returned = await page.context().newPage()
  await page.close()
  await createPlayground(returned).openOnWorker(host.address)
  forgive(incidents)
})

/** There is no looking for a newer version of the worker's script, nor for a network, without one. */
function forgive(incidents: string[]): void {
  const isExpected = (incident: string) => /ERR_CONNECTION_REFUSED|ERR_FAILED/.test(incident)
  incidents.splice(0, incidents.length, ...incidents.filter((incident) => !isExpected(incident)))
}

test('a newer version is told of, loaded when the person says so, and kept', async ({
  playground,
  page,
  incidents,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'authlane-'))
  await cp('dist', folder, { recursive: true })
  const host = await serveBelow('/', folder)
  await playground.open(host.address)
  await expectKept(playground)
  await playground.signInByHand()
  const step = await playground.step()

  await publishAnotherVersion(folder)
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
  const notice = page.getByRole('region', { name: 'Notice' })
  await expect(notice).toContainText('newer version', { timeout: 60_000 })
  expect(await playground.step()).toBe(step)
  await notice.getByRole('button', { name: 'Reload' }).click()
  await expect(page.locator('script[type="module"]')).toHaveAttribute('src', /newer/)
  await expect.poll(() => playground.step()).toBe(step)
  await expect(playground.transport).toContainText('Service worker')
  // The files are still being kept; a server that goes meanwhile would be another story.
  await expectKept(playground)
  await host.stop()
  await page.reload()
  await expect(page.locator('script[type="module"]')).toHaveAttribute('src', /newer/)
  await expect(playground.transport).toContainText('Service worker')
  forgive(incidents)
  await rm(folder, { recursive: true })
})

/** The same page with other names for its files, as a build names what has changed. */
async function publishAnotherVersion(folder: string): Promise<void> {
  await rename(join(folder, 'assets'), join(folder, 'newer-assets'))
  for (const file of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(file.parentPath, file.name)
    if (!file.isFile() || !/\.(?:html|js)$/.test(path)) continue
    const text = (await readFile(path, 'utf8')).replaceAll('assets/', 'newer-assets/')
    await writeFile(path, text.replace('{"version":"', '{"version":"newer-'))
  }
}

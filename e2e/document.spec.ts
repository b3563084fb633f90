/** The document of a scenario: read on the page, taken away in files, and the way from a line of it to its run. */
import { readFile } from 'node:fs/promises'
import { loadScenario } from './recorded.ts'
import { expect, test } from './test.ts'

test('a document is made from all outcomes, with branches where they part and a table of steps; it is saved, and stands alone on paper', async ({
  playground,
  page,
  context,
}) => {
  const { outcomes } = loadScenario('client-credentials')
  await playground.page.goto('./#client-credentials')
  await playground.openDocument()
  const { document } = playground
  await expect(document.getByText(`Made from ${outcomes.length} runs.`)).toBeVisible()
  await expect(document.getByRole('table', { name: /^Every outcome/ }).getByRole('row')).toHaveCount(
    outcomes.length + 1,
  )
  const steps = document.getByRole('table', { name: 'Steps of “First call, empty cache”' })
  await expect(steps.getByRole('row', { name: /Service A.*POST.*\/token/ })).toContainText(
    'grant_type=client_credentials',
  )
  // Mermaid's drawing is an image; its text says where the runs part.
  await expect(document.getByRole('figure').first().getByRole('img')).toBeVisible()

  const markdown = await readFile(await playground.save('Download Markdown'), 'utf8')
  expect(markdown).toContain('```mermaid\nsequenceDiagram')
  expect(markdown).toMatch(/^ {2}alt Registration refused/m)
  expect(markdown).toMatch(/^ {4,}(?:alt|else) Wrong secret/m)
  expect(await readFile(await playground.save('Decision record'), 'utf8')).toContain('## Alternatives considered')

  await test.step('the HTML file has its drawings within, and a browser shows it without asking for anything', async () => {
    await expect(playground.button('HTML')).not.toHaveAttribute('aria-disabled')
    const path = await playground.save('HTML')
    const alone = await context.newPage()
    await alone.setContent(await readFile(path, 'utf8'))
    await expect(alone.getByRole('heading', { level: 1 })).toHaveText('Client credentials between services')
    await expect(alone.locator('figure svg')).toHaveCount(2)
    await alone.close()
    await expect(page).toHaveURL(/#/)
  })

  await test.step('on paper the document stands alone', async () => {
    await page.emulateMedia({ media: 'print' })
    await expect(playground.button('Export')).toBeHidden()
    await expect(page.locator('.document-print').getByRole('heading', { name: 'Troubleshooting' })).toBeVisible()
  })
})

test('a line of a table opens its run at that step', async ({ playground }) => {
  await playground.open()
  await playground.openDocument()
  const steps = playground.document.getByRole('table', { name: 'Steps of “PKCE mismatch”' })
  await steps.getByRole('button', { name: '18', exact: true }).click()
  await expect(playground.view('Sequence')).toHaveAttribute('aria-selected', 'true')
  await expect.poll(() => playground.step()).toBe(18)
  await expect(playground.messages.last()).toHaveAccessibleName(/invalid_grant/)
})

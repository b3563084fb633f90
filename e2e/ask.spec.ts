/** Ask first: an error or a few words lead to an answer that can be given away, and to the flow that somebody needs. */
import type { Page } from '@playwright/test'
import { violationsOn } from './axe.ts'
import { expect, test } from './test.ts'

/** What is on the clipboard, by type. */
async function clipboard(page: Page): Promise<Readonly<Record<string, string>>> {
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read()
    const texts = (item?.types ?? []).map(async (type) => [type, await (await item?.getType(type))?.text()])
    return Object.fromEntries(await Promise.all(texts))
  })
}

test('from a pasted error to a copied answer it is three actions, and its link opens where it breaks', async ({
  playground,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await playground.open('./#logout')
  await playground.search.open()
  await page.evaluate(() =>
    navigator.clipboard.writeText('400 {"error":"invalid_grant","error_description":"Code not valid"}'),
  )
  await page.keyboard.press('ControlOrMeta+v')
  const { dialog } = playground.search
  await dialog.getByRole('button', { name: 'Copy answer' }).first().click()
  await expect(dialog.getByRole('button', { name: 'Answer copied' })).toBeVisible()
  expect(await violationsOn(page, '[role="dialog"]')).toEqual([])

  const { 'text/plain': text = '', 'text/html': html = '' } = await clipboard(page)
  expect(text).toContain('The authorization code was redeemed twice\n')
  expect(text).toContain('How to tell: Look for two token requests')
  expect(html).toContain('<img src="data:image/png;base64,')
  const link = /https?:\S+#\S+/.exec(text)?.[0] ?? ''
  expect(html).toContain(link)

  await page.keyboard.press('Escape')
  await page.goto(link)
  await expect(playground.messages.and(page.locator('[aria-current="step"]'))).toHaveAccessibleName(/^Step 20: .*400 invalid_grant, error/)
})

test('a cause that no run shows is copied as text alone, and says so', async ({ playground, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await playground.open()
  await playground.search.pasteOnPage('Access to fetch at the token endpoint has been blocked by CORS policy')
  const { dialog } = playground.search
  await dialog.getByRole('button', { name: 'Copy answer' }).first().click()
  await expect(dialog.getByRole('button', { name: 'Answer copied' })).toBeVisible()
  const { 'text/plain': text = '', 'text/html': html = '' } = await clipboard(page)
  expect(text).toContain('There is no run that shows this yet.')
  expect(html).not.toContain('<img')
})

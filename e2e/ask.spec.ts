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
  await expect(playground.messages.and(page.locator('[aria-current="step"]'))).toHaveAccessibleName(
    /^Step 20: .*400 invalid_grant, error/,
  )
})

test('a cause that no run shows is copied as text alone, and says so', async ({ playground, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await playground.open()
  await playground.search.pasteOnPage('access_denied: AADB2C90118: The user has forgotten their password')
  const { dialog } = playground.search
  await dialog.getByRole('button', { name: 'Copy answer' }).first().click()
  await expect(dialog.getByRole('button', { name: 'Answer copied' })).toBeVisible()
  const { 'text/plain': text = '', 'text/html': html = '' } = await clipboard(page)
  expect(text).toContain('No run shows this. Which flows stand behind the links of a sign-in page')
  expect(html).not.toContain('<img')
})

test('a flow is two actions away by what users report; arrow keys and Enter do the same', async ({
  playground,
  page,
}) => {
  await playground.open()
  await page.keyboard.press('/')
  const { dialog } = playground.search
  await dialog.getByRole('button', { name: /^The dashboard signs people out when it loads/ }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('banner')).toContainText('Parallel 401s')
  await playground.runToEnd()
  await expect(playground.outcomes.getByRole('button', { name: /^Each call refreshes: signed out/ })).toContainText(
    'reached',
  )

  await playground.search.open()
  expect(await violationsOn(page, '[role="dialog"]')).toEqual([])
  await page.keyboard.press('ArrowDown')
  await expect(dialog.getByRole('button', { name: /^How does a single-page app sign people in\?/ })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(dialog.getByRole('region', { name: 'Users report' }).getByRole('button').first()).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(playground.search.field).toBeFocused()
  const second = dialog.getByRole('region', { name: 'I have to choose' }).getByRole('button').nth(1)
  const title = await second.locator('.gallery-aside').evaluate((aside) => aside.firstChild?.textContent ?? '')
  expect(title).not.toBe('')
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'Enter']) await page.keyboard.press(key)
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('banner')).toContainText(title)
})

test('a letter typed on a card goes into the field, and the results are there', async ({ playground, page }) => {
  await playground.open()
  await playground.search.open()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.type('login loops only in Safari')
  await expect(playground.search.field).toHaveValue('login loops only in Safari')
  await expect(playground.search.dialog.getByRole('option').first()).toContainText('Third-party cookies are blocked')
  await expect(playground.search.dialog.locator('mark', { hasText: /^in$/i })).toHaveCount(0)
})

test('a recorded login and a saved run open from the field as they do on the page', async ({
  playground,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await playground.open('./#logout')
  const entry = {
    startedDateTime: '2026-11-01T09:00:00.000Z',
    time: 5,
    request: {
      method: 'POST',
      url: 'https://id.example/token',
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: [],
      queryString: [],
      postData: { mimeType: 'application/x-www-form-urlencoded', text: 'grant_type=authorization_code&code=abc' },
      headersSize: -1,
      bodySize: -1,
    },
    response: {
      status: 400,
      statusText: 'Bad Request',
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: [],
      content: { size: 25, mimeType: 'application/json', text: '{"error":"invalid_grant"}' },
      redirectURL: '',
      headersSize: -1,
      bodySize: -1,
    },
    cache: {},
    timings: { send: 0, wait: 5, receive: 0 },
  }
  const har = JSON.stringify({
    log: { version: '1.2', creator: { name: 'a browser', version: '1' }, entries: [entry] },
  })
  await playground.search.open()
  await playground.search.field.fill(har)
  await expect(playground.recordedLogin.dialog).toBeVisible()
  await expect(playground.recordedLogin.dialog).toContainText('invalid_grant')
  await page.keyboard.press('Escape')

  await playground.open()
  const { link } = await playground.share()
  await playground.open('./#logout')
  await playground.search.open()
  await playground.search.field.fill(link)
  await expect(playground.search.dialog).toBeHidden()
  await expect(page.getByRole('banner')).toContainText('Authorization code with PKCE')
})

test('where several causes fit, questions rule them out; an answer can be left open and taken back', async ({
  playground,
  page,
}) => {
  await playground.open()
  await playground.search.pasteOnPage('400 {"error":"invalid_grant"}')
  const { dialog } = playground.search
  const question = (name: string) => dialog.getByRole('group', { name })
  await question('Does it happen at the sign-in, or later?').getByRole('button', { name: 'Later' }).click()
  await expect(dialog).toContainText('7 of 11 causes fit.')
  expect(await violationsOn(page, '[role="dialog"]')).toEqual([])
  await dialog.getByRole('group').getByRole('button', { name: 'Not sure' }).click()
  await question('Does it happen with a single tab?').getByRole('button', { name: 'Only with several' }).click()
  await expect(dialog).toContainText('1 of 11 causes fits.')
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Two tabs refreshed' })).toContainText('Web Lock')
  await dialog.getByRole('button', { name: 'Take back: Only with several' }).click()
  await expect(dialog).toContainText('7 of 11 causes fit.')
})

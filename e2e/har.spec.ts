/** A login that a browser has recorded comes in as a HAR: what is broken is marked, and nothing secret is drawn. */
import type { Page } from '@playwright/test'
import {
  ASKED,
  authorization,
  call,
  callback,
  discovery,
  RETURNED,
  toHar,
  token,
} from '../src/capture/sample-har.fixture.ts'
import { expect, test } from './test.ts'

const FORGED = { ...RETURNED, state: 'xyz-of-another-sign-in' }
const CALL = { ...call(), url: 'https://eu.api.example/photos' }
const MISMATCH = toHar([discovery, authorization(ASKED, FORGED), callback(FORGED), token(), CALL])

/** Drops a file on the page, as from a folder; `padding` entries of a picture of a megabyte make it large. */
async function drop(page: Page, text: string, padding = 0): Promise<void> {
  const transfer = await page.evaluateHandle(
    ({ content, times }) => {
      const data = new DataTransfer()
      const entry = JSON.stringify({
        startedDateTime: '2026-01-05T09:00:00Z',
        request: { method: 'GET', url: 'https://shop.example/harbour.png', headers: [] },
        response: { status: 200, headers: [], content: { mimeType: 'image/png', text: 'A'.repeat(1024 * 1024) } },
      })
      // One megabyte, named many times: nothing is copied.
      const picture = new Blob([`${entry},`])
      const [head = '', tail = ''] = content.split(/(?<="entries":\[)/)
      const parts = times === 0 ? [content] : [head, ...Array.from({ length: times }, () => picture), tail]
      data.items.add(new File(parts, 'login.har'))
      return data
    },
    { content: text, times: padding },
  )
  await page.locator('body').dispatchEvent('drop', { dataTransfer: transfer })
}

test('a state that comes back changed is marked, and the nearest run is opened (RFC 6749 §10.12)', async ({
  playground,
  page,
}) => {
  await playground.open()
  await playground.runToEnd()
  const before = await playground.step()
  await drop(page, MISMATCH)
  const { dialog, verdict } = playground.recordedLogin
  await expect(verdict).toContainText('The state that comes back is the one that was sent')
  await expect(verdict.getByRole('link', { name: /RFC 6749 §10\.12/ })).toBeVisible()
  await expect(dialog.getByRole('button', { name: /first broken rule$/ })).toHaveCount(1)
  await expect(dialog).toContainText('Nothing leaves this page')
  await expect(dialog).toContainText('https://host-1.api.example')
  await dialog.getByRole('button', { name: 'Show full host names' }).click()
  await expect(dialog).toContainText('https://eu.api.example')
  await dialog.getByRole('button', { name: 'Cut host names' }).click()
  await expect(dialog).toContainText('https://host-1.api.example')

  await dialog.getByRole('button', { name: /POST \/token/ }).click()
  await expect(dialog.getByRole('figure', { name: 'Raw request' })).toContainText('code=code-1')
  await expect(dialog.getByRole('figure', { name: 'Raw response' })).toContainText('access-token-1')
  for (const secret of [RETURNED.code, FORGED.state, 'ada.lovelace']) await expect(dialog).not.toContainText(secret)

  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  expect(await playground.step()).toBe(before)

  await drop(page, MISMATCH)
  await dialog.getByRole('button', { name: 'See it happen here' }).click()
  await expect(dialog).toBeHidden()
  const notice = page.getByRole('region', { name: 'Notice' })
  await expect(notice).toContainText('State mismatch (CSRF)')
  await notice.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => playground.step()).toBe(before)
})

test('an error page of the server is read, its cause is named, and what was not recorded is listed', async ({
  playground,
  page,
}) => {
  await playground.open()
  const words = '<script>$Config={"sErrTxt":"AADSTS50196: The server saw a client request loop."}</script>'
  await drop(page, toHar([{ ...authorization(), status: 200, answerHeaders: {}, page: words }]))
  const { dialog, verdict } = playground.recordedLogin
  await expect(verdict).toContainText('The authorization server shows no error page')
  await expect(verdict).toContainText('What it comes from')
  await expect(dialog.getByRole('button', { name: 'See it happen here' })).toHaveCount(0)
  await expect(dialog).toContainText('No authorization response was recorded')
  await page.keyboard.press('Escape')

  await drop(page, toHar([{ url: 'https://login.example/saml2?SAMLRequest=nVLLbtswELz3Kwze', type: 'document' }]))
  await expect(dialog).toContainText('This is SAML 2.0')
  await expect(dialog).not.toContainText('No broken rule was found')
})

/** Files that are no recording, with what is said of them. */
const UNREADABLE = [
  ['{"log": {"entries": [{"startedDateTime": "2026', 'cut off'],
  ['<html></html>', 'does not begin with'],
  ['{"log": {"version": "1.2", "entries": []}}', 'nothing was recorded'],
] as const

test('the messages are walked through with the arrow keys; a file that is no recording is explained', async ({
  playground,
  page,
}) => {
  await playground.open()
  await drop(page, MISMATCH)
  const { dialog } = playground.recordedLogin
  // A dialog takes the focus when it is there.
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused()
  // Rows out of sight are not drawn; the one that is selected always is.
  const message = (step: number) => dialog.getByRole('button', { name: new RegExp(`^Step ${step}: `) })
  await message(4).press('ArrowUp')
  await expect(message(3)).toBeFocused()
  await expect(dialog.getByRole('tab', { name: 'Message' })).toHaveAttribute('aria-selected', 'true')
  // The run behind has not heard of it.
  await page.keyboard.press('Escape')
  expect(await playground.step()).toBe(0)

  for (const [text, words] of UNREADABLE) {
    await expect(dialog).toBeHidden()
    await drop(page, text)
    await expect(dialog.getByRole('alert')).toContainText(words)
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    expect(await playground.step()).toBe(0)
  }
})

test('reading a large file can be cancelled, the page stays free meanwhile, and one beyond the limit is refused at once', async ({
  playground,
  page,
}) => {
  await playground.open()
  await drop(page, MISMATCH, 100)
  const { dialog } = playground.recordedLogin
  // By key: a click waits until nothing moves, and the file may have been read by then.
  await dialog.getByRole('button', { name: 'Cancel' }).press('Enter')
  await expect(dialog).toBeHidden()
  await drop(page, MISMATCH, 100)
  await expect(dialog.getByRole('progressbar', { name: 'Read' })).toBeVisible()
  await expect(playground.recordedLogin.verdict).toBeVisible({ timeout: 30_000 })

  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await drop(page, MISMATCH, 260)
  await expect(dialog.getByRole('alert')).toContainText('reads up to 256 MB')
})

/** A run comes in as a link, a saved recipe or a saved trace; what cannot be opened changes nothing. */
import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { ASKED, authorization, callback, discovery, RETURNED, toHar, token } from '../src/capture/sample-har.fixture.ts'
import { encodeLink } from '../src/share/index.ts'
import { recordInNode } from './recorded.ts'
import { expect, test } from './test.ts'

const RECORDING = toHar([discovery, authorization(ASKED, RETURNED), callback(RETURNED), token()])

/** Drops a file on the page, as from a folder. */
async function drop(page: Page, text: string): Promise<void> {
  const transfer = await page.evaluateHandle((content) => {
    const data = new DataTransfer()
    data.items.add(new File([content], 'run.json', { type: 'application/json' }))
    return data
  }, text)
  await page.locator('body').dispatchEvent('drop', { dataTransfer: transfer })
}

async function paste(field: Locator, text: string): Promise<void> {
  await field.evaluate((input, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}

test('a saved recipe is dropped, and the run before can be had back', async ({ playground, page }) => {
  await playground.open()
  await playground.runToEnd()
  const before = await playground.step()
  const { recipe } = await recordInNode('refresh')
  await page.goto(`./#${encodeLink({ recipe, cursor: 4 })}`)
  await expect.poll(() => playground.step()).toBe(4)
  await playground.button('Share').click()
  const [download] = await Promise.all([page.waitForEvent('download'), playground.button('Save as a file').click()])
  const file = await readFile(await download.path(), 'utf8')
  await page.keyboard.press('Escape')

  await page.goto('./')
  await playground.runToEnd()
  await drop(page, file)
  await expect.poll(() => playground.step()).toBe(4)
  await page.getByRole('region', { name: 'Notice' }).getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => playground.step()).toBe(before)
})

test('a saved trace is opened; one that was changed says from which step on', async ({ playground, page }) => {
  await playground.open()
  await playground.signInByHand()
  const step = await playground.step()
  const file = await readFile(await playground.download('Download run.trace.json'), 'utf8')

  await page.goto('./#logout')
  await drop(page, file)
  await expect.poll(() => playground.step()).toBe(step)
  const notice = page.getByRole('region', { name: 'Notice' })
  await expect(notice).toContainText('The run is open')
  await drop(page, file.replaceAll('Signed in', 'Signed off'))
  await expect(notice).toContainText(/From step \d+ on/)
})

test('a link is pasted into the dialog; nonsense is explained and changes nothing', async ({ playground, page }) => {
  await playground.open()
  await page.keyboard.press('o')
  const dialog = page.getByRole('dialog', { name: 'Open a run' })
  const field = dialog.getByRole('textbox', { name: 'Link or saved run' })
  await field.fill('{"format": "authlane-session", "version": 1}')
  await dialog.getByRole('button', { name: 'Open' }).click()
  await expect(dialog.getByRole('alert')).toContainText('session')
  const { recipe } = await recordInNode('code-expired')
  await field.fill(`https://elsewhere.example/#${encodeLink({ recipe, cursor: 2 })}`)
  await dialog.getByRole('button', { name: 'Open' }).click()
  await expect(dialog).toBeHidden()
  await expect.poll(() => playground.step()).toBe(2)
})

const REFUSED = 'HTTP/1.1 400\n{"error": "invalid_grant", "error_description": "PKCE verification failed"}'
const REQUEST =
  "curl https://auth.example/token -d 'grant_type=authorization_code&code=8Mh&redirect_uri=https%3A%2F%2Fapp.example%2Fcallback'"

test('an error goes the same way from a file, from the dialog and from the page; a recording and a link from the search too', async ({
  playground,
  page,
}) => {
  await playground.open()
  const { dialog, field } = playground.search
  await drop(page, REFUSED)
  await expect(dialog).toContainText('The code verifier does not belong to the challenge')
  await page.keyboard.press('Escape')

  await page.keyboard.press('o')
  await page.getByRole('textbox', { name: 'Link or saved run' }).fill(REFUSED)
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(dialog).toContainText('The code verifier does not belong to the challenge')
  await page.keyboard.press('Escape')

  await playground.search.pasteOnPage(REQUEST)
  await expect(dialog.locator('mark').filter({ hasText: 'authorization_code' })).toBeVisible()
  await page.keyboard.press('Escape')

  await playground.search.open()
  await paste(field, RECORDING)
  const recording = page.getByRole('dialog', { name: 'Recorded login' })
  await expect(recording).toContainText('login.example')
  await page.keyboard.press('Escape')

  const { recipe } = await recordInNode('code-expired')
  await playground.search.open()
  await paste(field, `https://elsewhere.example/#${encodeLink({ recipe, cursor: 2 })}`)
  await expect.poll(() => playground.step()).toBe(2)
})

/** A picture of a run opens that run, wherever it comes in and whatever it went through; one that lost it says so. */
import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { fragmentInPicture, readSavedRun } from '../src/share/index.ts'
import { expect, test } from './test.ts'

/** The exported picture of a run at step 3, after a program has written it again; `src/share/picture.test.ts` names them. */
const fixture = (name: string) => `src/share/pictures/${name}`

/** Gives the page a file in an event, as browsers do. */
async function give(target: Locator, how: 'drop' | 'paste', path: string, name = path): Promise<void> {
  const bytes = (await readFile(path)).toString('base64')
  await target.evaluate(
    (element, given) => {
      const transfer = new DataTransfer()
      const content = Uint8Array.from(atob(given.bytes), (character) => character.charCodeAt(0))
      transfer.items.add(new File([content], given.name))
      const init = { bubbles: true, cancelable: true }
      element.dispatchEvent(
        given.how === 'drop'
          ? new DragEvent('drop', { ...init, dataTransfer: transfer })
          : new ClipboardEvent('paste', { ...init, clipboardData: transfer }),
      )
    },
    { bytes, name, how },
  )
}

const body = (page: Page) => page.locator('body')
const noticeOn = (page: Page) => page.getByRole('region', { name: 'Notice' })

test('an exported SVG and PNG are dropped elsewhere and give the same trace, to the byte', async ({
  playground,
  page,
}) => {
  await page.goto('./#parallel-401-race')
  await playground.playOutcome('Each call refreshes: signed out')
  const trace = await readFile(await playground.download('Download run.trace.json'), 'utf8')
  const step = await playground.step()
  const svg = await playground.download('Download sequence.svg')
  const png = await playground.download('Download PNG 2×')
  for (const [path, name] of [
    [svg, 'sequence.svg'],
    [png, 'sequence@2x.png'],
  ] as const) {
    await page.goto('./#logout')
    await expect(playground.button('Step forward')).toBeEnabled()
    await give(body(page), 'drop', path, name)
    await expect.poll(() => playground.step()).toBe(step)
    await expect(noticeOn(page)).toContainText('The run is open')
    expect(await readFile(await playground.download('Download run.trace.json'), 'utf8')).toBe(trace)
  }
})

test('the address stands at the foot unless somebody does not want it; the picture carries it all the same', async ({
  playground,
  page,
}) => {
  await playground.open()
  await playground.runToEnd()
  const shown = await readFile(await playground.download('Download sequence.svg'), 'utf8')
  expect(shown).toContain('Open this run:')
  await playground.button('Export').click()
  await page.getByRole('checkbox', { name: 'Address at the foot of the picture' }).uncheck()
  await page.keyboard.press('Escape')
  const hidden = await readFile(await playground.download('Download sequence.svg'), 'utf8')
  expect(hidden).not.toContain('Open this run:')
  expect(/<metadata>(.*)<\/metadata>/.exec(hidden)?.[1]).toBe(/<metadata>(.*)<\/metadata>/.exec(shown)?.[1])
})

for (const name of ['zopflipng.png', 'rsvg-convert.png', 'convert.jpg']) {
  test(`${name} has lost its run, and is opened by the code at its foot`, async ({ playground, page }) => {
    await playground.open()
    await give(body(page), 'drop', fixture(name))
    await expect(noticeOn(page)).toContainText('has lost the run that it carried')
    await expect(noticeOn(page)).toContainText('https://authlane.example/#1.')
    expect(await playground.step()).toBe(3)
  })
}

test('a picture is pasted on the page, pasted into the dialog, and chosen there', async ({ playground, page }) => {
  await playground.open()
  await give(body(page), 'paste', fixture('optipng.png'))
  await expect.poll(() => playground.step()).toBe(3)

  const dialog = page.getByRole('dialog', { name: 'Open a run' })
  const field = dialog.getByRole('textbox', { name: 'Link or saved run' })
  await page.goto('./#logout')
  await page.keyboard.press('o')
  await give(field, 'paste', fixture('convert.png'))
  await expect(dialog).toBeHidden()
  await expect.poll(() => playground.step()).toBe(3)

  await page.goto('./#logout')
  await page.keyboard.press('o')
  await dialog.getByLabel('Choose a file').setInputFiles({
    name: 'diagram.svg',
    mimeType: 'image/svg+xml',
    buffer: await readFile(fixture('svgo.svg.txt')),
  })
  await expect(dialog).toBeHidden()
  await expect.poll(() => playground.step()).toBe(3)
})

test('a picture without its run and without its foot says so in words, and changes nothing', async ({
  playground,
  page,
}) => {
  await playground.open()
  await playground.runToEnd()
  const step = await playground.step()
  await give(body(page), 'drop', fixture('cropped.png'))
  await expect(noticeOn(page)).toContainText('This picture carries no run')
  await expect(noticeOn(page)).toContainText('If an address stands at its foot, open that.')
  expect(await playground.step()).toBe(step)

  await page.keyboard.press('o')
  const dialog = page.getByRole('dialog', { name: 'Open a run' })
  await dialog.getByRole('textbox', { name: 'Link or saved run' }).fill('<svg xmlns="http://www.w3.org/2000/svg"/>')
  await dialog.getByRole('button', { name: 'Open' }).click()
  await expect(dialog.getByRole('alert')).toContainText('This picture carries no run')
})

test('a ticket is copied with its picture and as text, and saved as an archive that opens the run', async ({
  playground,
  page,
  context,
}) => {
  await page.goto('./#parallel-401-race')
  await playground.playOutcome('Each call refreshes: signed out')
  await playground.button('Share').click()
  const dialog = playground.shareDialog
  await dialog.getByRole('tab', { name: 'Ticket' }).click()
  const text = dialog.getByRole('textbox', { name: 'Text for a ticket' })
  await expect(text).toHaveValue(/How it gets there:\n1\. /)
  await expect(text).toHaveValue(/\nCause: .+\nHow to tell: .+\nWhat to do: .+\nWhat does not match your system:\n- /)

  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await dialog.getByRole('button', { name: 'Copy ticket' }).click()
  await expect(dialog.getByRole('button', { name: 'Ticket copied' })).toBeVisible()
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read()
    const as = async (type: string) => (await item?.getType(type))?.text()
    return { text: await as('text/plain'), html: await as('text/html') }
  })
  expect(copied.text).toBe(await text.inputValue())
  expect(copied.html).toMatch(/<ol><li>.*<img src="data:image\/png;base64,/s)

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save ticket' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('ticket.zip')
  const files = unzipSync(await readFile(await download.path()))
  expect(Object.keys(files).sort()).toEqual(['run.authlane.json', 'sequence.png', 'steps.md'])
  const steps = strFromU8(files['steps.md'] ?? new Uint8Array())
  expect(steps).toContain('**Cause:** ')
  expect(steps).toContain('](sequence.png)')
  const fragment = fragmentInPicture(files['sequence.png'] ?? new Uint8Array())
  expect(copied.text).toContain(`#${fragment}`)
  expect(readSavedRun(strFromU8(files['run.authlane.json'] ?? new Uint8Array()))).toEqual(readSavedRun(fragment ?? ''))
})

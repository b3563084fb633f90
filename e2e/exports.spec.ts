/** What a person takes away: pictures that other programs open, and text that leaves the page only when told to. */
import { readFile } from 'node:fs/promises'
import { expect, test } from './test.ts'

test('the picture is saved as SVG, as PNG of its size and twice it, and as draw.io with its life lines and arrows', async ({
  playground,
  page,
}) => {
  await playground.open()
  await playground.runToEnd()
  const svg = await readFile(await playground.download('Download sequence.svg'), 'utf8')
  const [, width, height] = (/<svg [^>]*width="(\d+)" height="(\d+)"/.exec(svg) ?? []).map(Number)
  expect(svg).toContain('Step 1: Browser to Frontend App, GET /')

  for (const scale of [1, 2]) {
    const bytes = await readFile(await playground.download(`Download PNG ${scale}×`))
    const size = await page.evaluate(
      async (data) => {
        const picture = new Image()
        picture.src = data
        await picture.decode()
        const canvas = Object.assign(document.createElement('canvas'), { width: 40, height: 40 })
        const context = canvas.getContext('2d')
        context?.drawImage(picture, 0, 0, 40, 40)
        const colours = new Set(context?.getImageData(0, 0, 40, 40).data)
        return { width: picture.naturalWidth, height: picture.naturalHeight, isBlank: colours.size < 3 }
      },
      `data:image/png;base64,${bytes.toString('base64')}`,
    )
    expect(size).toEqual({ width: Number(width) * scale, height: Number(height) * scale, isBlank: false })
  }

  const file = await readFile(await playground.download('Download sequence.drawio'), 'utf8')
  expect(file.match(/umlLifeline/g)).toHaveLength(4)
  expect(file.match(/edge="1"/g)).toHaveLength(await playground.messages.count())
})

test('text leaves for the Mermaid live editor only after a warning that shows all of it; arrow keys move among the formats', async ({
  playground,
  page,
}) => {
  await playground.open()
  await playground.runToEnd()
  await playground.button('Export').click()
  await playground.button('Open in the Mermaid live editor').click()
  const warning = page.getByRole('dialog', { name: 'Open in the Mermaid live editor?' })
  await expect(warning).toContainText('leaves this page')
  await expect(warning.getByRole('textbox', { name: 'Text that is sent' })).toHaveValue(/sequenceDiagram\n/)
  const link = warning.getByRole('link', { name: 'Open mermaid.live' })
  await expect(link).toHaveAttribute('href', /^https:\/\/mermaid\.live\/edit#pako:[\w-]+$/)
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer')
  await expect(link).toHaveAttribute('target', '_blank')
  await warning.getByRole('button', { name: 'Stay here' }).click()
  await expect(warning).toBeHidden()

  const step = await playground.step()
  await playground.button('Export').press('Enter')
  await playground.button('Copy Mermaid').focus()
  await page.keyboard.press('ArrowRight')
  await expect(playground.button('Download sequence.mmd')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(playground.button('Download sequence.puml')).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(playground.button('Copy PlantUML')).toBeFocused()
  // The tooltip of the focused button goes first.
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(playground.button('Export')).toBeFocused()
  expect(await playground.step()).toBe(step)
})

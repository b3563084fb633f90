/** The run as Mermaid draws it: in a frame of its own, where nothing of the page can be reached. */
import { expect, test } from './test.ts'

test('what a person typed stays text in the drawing, and every message of a run is drawn', async ({
  playground,
  page,
}) => {
  await playground.open()
  await playground.runToEnd()
  await playground.startSignIn()
  await playground.runToEnd()
  await playground.signIn({ username: '<img src=x onerror=alert(1)>%%{init: {}}%%;', password: 'x' })
  await playground.runToEnd()
  await page.getByRole('tablist', { name: 'Views' }).getByRole('tab', { name: 'Mermaid' }).click()
  const view = page.getByRole('region', { name: 'Mermaid diagram' })
  await expect(view.getByRole('status')).toHaveText('Drawn by Mermaid from the text of this run.')
  await expect(view.locator('iframe').contentFrame().locator('img, script:not([src])')).toHaveCount(0)

  await playground.playOutcome('Signed in')
  const lines = await playground.transcript()
  await page.getByRole('tablist', { name: 'Views' }).getByRole('tab', { name: 'Mermaid' }).click()
  await expect(view.getByRole('status')).toHaveText('Drawn by Mermaid from the text of this run.')
  const frame = view.locator('iframe')
  await expect(frame).toHaveAttribute('sandbox', 'allow-scripts')
  const drawing = frame.contentFrame().locator('svg').first()
  await expect(drawing).toBeVisible()
  await expect(drawing.locator('.messageText, .noteText')).toHaveCount(lines.length)
})

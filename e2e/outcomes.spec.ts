/** Every named outcome is reached by pressing its button, with the same steps and bytes as in Node. */
import { loadScenario, recordInNode } from './recorded.ts'
import { expect, test } from './test.ts'

test('each outcome is reached, and a failed one explains itself and offers the way that works', async ({
  playground,
  page,
}) => {
  test.setTimeout(240_000)
  const { outcomes } = await loadScenario()
  await playground.openOnWorker()
  for (const { id, title, result, remedy } of outcomes) {
    await test.step(title, async () => {
      await playground.playOutcome(title)
      const recorded = await recordInNode(id)
      expect(await playground.step()).toBe(recorded.recipe.choices.length)
      expect((await playground.share()).fingerprint).toBe(recorded.fingerprint)
      const button = playground.outcomes.getByRole('button', { name: title, exact: true })
      await expect(button).toHaveAccessibleDescription(/^Reached\./)
      if (result === 'success') return
      await playground.view('Transcript').click()
      await page
        .getByRole('list', { name: 'Transcript' })
        .getByRole('button', { name: /, error$/ })
        .last()
        .click()
      await playground.inspector('Explain').click()
      const better = outcomes.find((outcome) => outcome.id === remedy)
      const offer = page.getByRole('tabpanel', { name: 'Explain' }).getByRole('button', { name: better?.title ?? '' })
      await expect(offer).toBeVisible()
      await offer.click()
      // It plays; the next outcome begins from rest.
      await playground.button('Pause').click()
      await expect(playground.button('Play')).toBeVisible()
    })
  }
})

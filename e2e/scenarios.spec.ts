/** Every outcome of every scenario leaves the same bytes through the service worker as in Node. */
import { encodeLink } from '../src/share/index.ts'
import { loadScenario, recordInNode, scenarioIds } from './recorded.ts'
import { expect, test } from './test.ts'

for (const id of scenarioIds()) {
  test(id, async ({ playground, page }) => {
    const { title, outcomes } = await loadScenario(id)
    test.setTimeout(60_000 + 15_000 * outcomes.length)
    await page.goto(`./#${id}`)
    await expect(playground.transport).toContainText('Service worker')
    await expect(playground.scenarios.getByRole('link', { name: title })).toHaveAttribute('aria-current', 'page')
    for (const outcome of outcomes) {
      const { recipe, fingerprint } = await recordInNode(outcome.id, id)
      // From its first step, so that every message travels instead of being replayed.
      await page.goto(`./#${encodeLink({ recipe, cursor: 0 })}`)
      await expect(playground.slider).toHaveAttribute('max', String(recipe.choices.length))
      await expect(playground.messages).toHaveCount(0)
      await playground.slider.press('End')
      await expect.poll(() => playground.step(), { timeout: 60_000 }).toBe(recipe.choices.length)
      expect((await playground.share()).fingerprint, outcome.title).toBe(fingerprint)
    }
    await expect(playground.transport).toContainText('Service worker')
    await expect(page.getByText('Service worker lost')).toHaveCount(0)
  })
}

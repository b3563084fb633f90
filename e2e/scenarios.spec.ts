/** Every scenario in one visit: each outcome leaves the same bytes through the service worker as in Node, and each view has something to show. */
import { encodeLink } from '../src/share/index.ts'
import { LOOKED_OVER, violationsOn } from './axe.ts'
import { readFingerprint, standAt } from './fingerprint.ts'
import { loadScenario, recordInNode, scenarioIds } from './recorded.ts'
import { expect, test } from './test.ts'

for (const [index, id] of scenarioIds().entries()) {
  test(id, async ({ playground, page }) => {
    const { title, outcomes } = await loadScenario(id)
    test.setTimeout(60_000 + 15_000 * outcomes.length)
    await page.goto(`./#${id}`)
    await expect(playground.transport).toContainText('Service worker')
    await expect(playground.scenarios.getByRole('link', { name: title })).toHaveAttribute('aria-current', 'page')
    // The first one last: its end is where the views are looked at.
    for (const outcome of outcomes.toReversed()) {
      const { recipe, fingerprint } = await recordInNode(outcome.id, id)
      const steps = recipe.choices.length
      // From its first step, so that every message travels instead of being replayed.
      await page.evaluate(standAt, { link: encodeLink({ recipe, cursor: 0 }), step: 0, steps })
      await expect(playground.messages).toHaveCount(0)
      await playground.slider.press('End')
      await page.evaluate(standAt, { step: steps, steps })
      expect(await page.evaluate(readFingerprint, encodeLink({ recipe, cursor: steps })), outcome.title).toBe(
        fingerprint,
      )
    }
    await expect(playground.transport).toContainText('Service worker')
    await expect(page.getByText('Service worker lost')).toHaveCount(0)
    await playground.openSettings()
    // What no other scenario has; the rest of the page is `accessibility.spec.ts`'s.
    expect(await violationsOn(page, '[aria-label="Stage"], [aria-label="Settings"]')).toEqual([])

    const titles = await page.getByRole('tablist', { name: 'Views' }).getByRole('tab').allInnerTexts()
    expect(titles).toEqual(expect.arrayContaining(['Sequence', 'Transcript', 'Compare', 'Document', 'Mermaid']))
    expect(Object.values(LOOKED_OVER).flat(), 'axe has a scenario for each view').toEqual(
      expect.arrayContaining(titles),
    )
    for (const title of titles) {
      // A document plays every outcome of its scenario: a third of them will do here.
      if (title === 'Document' && index % 3 !== 0) continue
      const tab = playground.view(title)
      if (await tab.isDisabled()) {
        await expect(tab, 'says why there is nothing to see').toHaveAttribute('title', /\S/)
        continue
      }
      await playground.showView(title)
    }
  })
}

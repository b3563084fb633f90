/** Every scenario at its end: each of its views has something to show, and axe finds nothing in it. */
import { encodeLink } from '../src/share/index.ts'
import { violationsOn } from './axe.ts'
import { loadScenario, recordInNode, scenarioIds } from './recorded.ts'
import { expect, test } from './test.ts'

const THEMES = ['light', 'dark'] as const

for (const [index, id] of scenarioIds().entries()) {
  test(id, async ({ playground, page }) => {
    test.setTimeout(150_000)
    const { outcomes } = await loadScenario(id)
    const { recipe } = await recordInNode(outcomes[0].id, id)
    await page.goto(`./#${encodeLink({ recipe, cursor: recipe.choices.length })}`)
    await expect.poll(() => playground.step()).toBe(recipe.choices.length)
    expect(await violationsOn(page), 'the page').toEqual([])

    const tabs = page.getByRole('tablist', { name: 'Views' }).getByRole('tab')
    const titles = await tabs.allInnerTexts()
    expect(titles).toEqual(expect.arrayContaining(['Sequence', 'Transcript', 'Compare', 'Document', 'Mermaid']))
    for (const [place, title] of titles.entries()) {
      // A document plays every outcome of its scenario: a third of them will do here.
      if (title === 'Document' && index % 3 !== 0) continue
      // By turns, so that each view is seen in both themes, and no scenario in one alone.
      const colorScheme = THEMES[(index + place) % THEMES.length] ?? 'light'
      await page.emulateMedia({ colorScheme })
      await playground.view(title).click()
      const panel = page.getByRole('tabpanel', { name: title, exact: true })
      await expect(panel).not.toContainText(/^Loading|Running outcome/, { timeout: 60_000 })
      await expect(panel).toContainText(/\S/)
      expect(await violationsOn(page, `#${await panel.getAttribute('id')}`), `${title}, ${colorScheme}`).toEqual([])
    }
  })
}

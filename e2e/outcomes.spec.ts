/** Every named outcome is reached by pressing its button, with the same steps and bytes as in Node. */
import { recordInNode, solutions } from './recorded.ts'
import { expect, test } from './test.ts'

for (const { id, title, outcome, remedy } of solutions) {
  test(`“${title}” is reached`, async ({ playground, page }) => {
    await playground.openOnWorker()
    await playground.playOutcome(title)
    const recorded = await recordInNode(id)
    expect(await playground.step()).toBe(recorded.session.choices.length)
    expect((await playground.share()).fingerprint).toBe(recorded.fingerprint)
    const button = playground.outcomes.getByRole('button', { name: title, exact: true })
    await expect(button).toHaveAccessibleDescription(/^Reached\./)
    if (outcome === 'success') return
    await playground.inspector('Explain').click()
    const better = solutions.find((solution) => solution.id === remedy)
    await expect(page.getByRole('tabpanel').getByRole('button', { name: better?.title ?? '' })).toBeVisible()
  })
}

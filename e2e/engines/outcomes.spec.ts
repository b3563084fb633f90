/** Every outcome that a link can open leaves the same bytes in every engine as in Node. */
import { encodeLink } from '../../src/share/index.ts'
import { readFingerprint, standAt } from '../fingerprint.ts'
import { loadScenario, recordInNode, scenarioIds } from '../recorded.ts'
import { expect, test } from './test.ts'

const all = scenarioIds().flatMap((scenario) => loadScenario(scenario).outcomes.map(({ id }) => ({ scenario, id })))

/** So many links are opened on one page, one after the other: parts that workers share, and that end in time. */
const PART = 24

for (let first = 0; first < all.length; first += PART) {
  const outcomes = all.slice(first, first + PART)
  test(`outcomes ${first + 1} to ${first + outcomes.length} have the fingerprints of Node`, async ({ person, tab }) => {
    test.setTimeout(60_000 + outcomes.length * 15_000)
    await person.open()
    const wrong: string[] = []
    for (const { scenario, id } of outcomes) {
      const { recipe, fingerprint } = await recordInNode(id, scenario)
      const steps = recipe.choices.length
      // From its start to its end: two runs of the same length could not be told apart.
      const end = encodeLink({ recipe, cursor: steps })
      await tab.evaluate(standAt, { link: encodeLink({ recipe, cursor: 0 }), step: 0, steps })
      await tab.evaluate(standAt, { link: end, step: steps, steps })
      const shown = await tab.evaluate(readFingerprint, end)
      if (shown !== fingerprint) wrong.push(`${scenario}/${id}: ${shown}`)
    }
    expect(wrong).toEqual([])
  })
}

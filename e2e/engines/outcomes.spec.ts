/** Every outcome that a link can open leaves the same bytes in every engine as in Node. */
import { encodeLink } from '../../src/share/index.ts'
import { loadScenario, recordInNode, scenarioIds } from '../recorded.ts'
import { expect, test } from './test.ts'

const all = scenarioIds().flatMap((scenario) => loadScenario(scenario).outcomes.map(({ id }) => ({ scenario, id })))
const half = Math.ceil(all.length / 2)

// Two halves, so that two workers share them. One page opens all links of a half, one after the other.
for (const [part, outcomes] of [all.slice(0, half), all.slice(half)].entries()) {
  test(`all outcomes have the fingerprints of Node, part ${part + 1}: ${outcomes.length}`, async ({ person, tab }) => {
    test.setTimeout(600_000)
    expect(outcomes.length).toBeGreaterThan(60)
    await person.open()
    const wrong: string[] = []
    for (const { scenario, id } of outcomes) {
      const { recipe, fingerprint } = await recordInNode(id, scenario)
      const link = encodeLink({ recipe, cursor: recipe.choices.length })
      const shown = await tab.evaluate(openAndRead, link)
      if (shown !== fingerprint) wrong.push(`${scenario}/${id}: ${shown}`)
    }
    expect(wrong).toEqual([])
  })
}

/** In the page: opens a link and reads the fingerprint of its run in the dialog that shares it, once that gives the same link. */
async function openAndRead(link: string): Promise<string> {
  const wait = async <Value>(read: () => Value | undefined | false | null | ''): Promise<Value> => {
    for (let turns = 0; turns < 6000; turns++) {
      const value = read()
      if (value) return value
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    throw new Error(`It did not come: ${read}`)
  }
  const dialog = () => document.querySelector('[role="dialog"]')
  const field = (name: string) => dialog()?.querySelector<HTMLInputElement>(`[aria-label="${name}"]`)?.value
  location.hash = link
  for (let attempts = 0; attempts < 200; attempts++) {
    const buttons = [...document.querySelectorAll('button')]
    buttons.find(({ ariaLabel, textContent }) => (ariaLabel ?? textContent) === 'Share')?.click()
    await wait(() => dialog()?.querySelector('input[type="radio"]:checked'))
    // After a failed run the moment at which it breaks is offered first.
    const moments = [...(dialog()?.querySelectorAll('label') ?? [])]
    moments.find(({ textContent }) => textContent?.startsWith('At this moment'))?.click()
    const shared = await wait(() => field('Link'))
    const isOpen = shared.endsWith(`#${link}`)
    const fingerprint = isOpen ? await wait(() => field('Fingerprint')) : ''
    dialog()?.querySelector<HTMLButtonElement>('button[aria-label="Close"]')?.click()
    await wait(() => dialog() === null)
    if (isOpen) return fingerprint
  }
  return 'the link did not open'
}

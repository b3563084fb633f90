/** Every outcome that a link can open leaves the same bytes in every engine as in Node. */
import { encodeLink } from '../../src/share/index.ts'
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
      await tab.evaluate(openAt, encodeLink({ recipe, cursor: 0 }), 0, steps)
      await tab.evaluate(openAt, end, steps, steps)
      const shown = await tab.evaluate(readFingerprint, end)
      if (shown !== fingerprint) wrong.push(`${scenario}/${id}: ${shown}`)
    }
    expect(wrong).toEqual([])
  })
}

/** In the page: opens a link and waits until its run stands at the step. */
async function openAt(link: string, step: number, steps: number): Promise<void> {
  location.hash = link
  for (const deadline = performance.now() + 30_000; performance.now() < deadline; ) {
    const slider = document.querySelector<HTMLInputElement>('input[type="range"][aria-label="Step"]')
    if (Number(slider?.value) === step && Number(slider?.max) === steps) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error(`The run does not come to step ${step} of ${steps}.`)
}

/** In the page: the fingerprint in the dialog that shares the run; instead, what it shares when that is another link. */
async function readFingerprint(link: string): Promise<string> {
  const wait = async <Value>(read: () => Value | undefined | false | null | ''): Promise<Value> => {
    for (const deadline = performance.now() + 30_000; performance.now() < deadline; ) {
      const value = read()
      if (value) return value
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    throw new Error(`It did not come: ${read}`)
  }
  const dialog = () => document.querySelector('[role="dialog"]')
  const field = (name: string) => dialog()?.querySelector<HTMLInputElement>(`[aria-label="${name}"]`)?.value
  const buttons = [...document.querySelectorAll('button')]
  buttons.find(({ ariaLabel, textContent }) => (ariaLabel ?? textContent) === 'Share')?.click()
  await wait(() => dialog()?.querySelector('input[type="radio"]:checked'))
  // After a failed run the moment at which it breaks is offered first.
  const moments = [...(dialog()?.querySelectorAll('label') ?? [])]
  moments.find(({ textContent }) => textContent?.startsWith('At this moment'))?.click()
  const shared = await wait(() => field('Link'))
  const fingerprint = shared.endsWith(`#${link}`) ? await wait(() => field('Fingerprint')) : shared
  dialog()?.querySelector<HTMLButtonElement>('button[aria-label="Close"]')?.click()
  await wait(() => dialog() === null)
  return fingerprint
}

/** What is derived from a run, in every engine: each view, the race explorer, the presenter with its audience. */
import { encodeLink } from '../../src/share/index.ts'
import { recordInNode } from '../recorded.ts'
import { until } from './person.ts'
import { expect, test } from './test.ts'

test('every view opens and shows something', async ({ person, tab }) => {
  test.setTimeout(240_000)
  const { recipe } = await recordInNode('refresh')
  const cursor = recipe.choices.length
  await person.open(`./#${encodeLink({ recipe, cursor })}`)
  await person.isAtStep(cursor)
  const titles = await tab.evaluate(viewTitles)
  expect(titles).toEqual(expect.arrayContaining(['Sequence', 'States', 'Transcript', 'Document', 'Mermaid']))
  for (const title of titles) {
    await test.step(title, async () => {
      await tab.find('tab', title).press()
      const panel = tab.find('tabpanel', title)
      await until(() => panel.text()).toMatch(/\S/)
      await until(() => panel.text()).not.toMatch(/^Loading|Running (outcome|attack)|could not be shown/)
    })
  }
  // The frame in which Mermaid draws is an engine's matter, too.
  for (const title of ['Mermaid', 'States']) {
    await tab.find('tab', title).press()
    await person.reads('tabpanel', title, 'Drawn by Mermaid')
  }
})

test('the race explorer reaches its ends', async ({ person, tab }) => {
  await person.open('./#parallel-401-race')
  await person.waitForWorker()
  await tab.find('tab', 'Races').press()
  await tab.find('button', 'Go to where the race starts').press()
  await tab.find('button', 'Explore the orders').press()
  await person.reads('tabpanel', 'Races', /of 424, 224 work and 200 fail/)
})

test('a window for the audience follows the presenter, its keys work for both, and it closes with the talk', async ({
  person,
  tab,
  visitor,
}) => {
  const { recipe } = await recordInNode('happy')
  await person.open(`./#${encodeLink({ recipe, cursor: 0 })}`)
  await person.isAtStep(0)
  await tab.press('p')
  await person.sees('main', 'Presenter')
  await tab.find('button', 'Open the audience window').press()
  await until(async () => (await visitor.tabs()).length).toBe(2)
  const audience = (await visitor.tabs())[1]
  if (audience === undefined) throw new Error('The window was closed.')
  await until(() => audience.evaluate(shownStep)).toMatch(/^Step 0\//)
  await tab.press('PageDown', 'PageDown')
  await until(() => audience.evaluate(shownStep)).toMatch(/^Step 2\//)
  await audience.press('PageDown')
  await until(() => tab.evaluate(shownStep)).toMatch(/^Step 3\//)
  await tab.press('Escape')
  await until(async () => (await visitor.tabs()).length).toBe(1)
  await person.isAtStep(3)
})

/** In the page: the titles of its views that have something to show. */
function viewTitles(): string[] {
  const tabs = document.querySelectorAll<HTMLElement>('[role="tablist"][aria-label="Views"] [role="tab"]')
  const open = [...tabs].filter((tab) => !tab.matches(':disabled, [aria-disabled="true"]'))
  return open.map((tab) => tab.textContent ?? '')
}

/** In the page: “Step 3/24”. Behind the presenter there is the page with a main of its own. */
function shownStep(): string {
  const main = document.querySelector<HTMLElement>('main[aria-label="Presenter"], main[aria-label="Audience"]')
  return /Step \d+\/\d+/.exec(main?.innerText ?? '')?.[0] ?? ''
}

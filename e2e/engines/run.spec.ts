/** The main job in every engine: the first arrow, a sign-in by hand, a link, a run by keyboard alone. */
import { encodeLink } from '../../src/share/index.ts'
import { recordInNode } from '../recorded.ts'
import { until } from './person.ts'
import { test } from './test.ts'

test('a cold start comes to its first arrow, through the service worker', async ({ person, tab }) => {
  await person.open()
  await tab.find('button', 'Step forward').press()
  await person.isAtStep(1)
  await person.sees('button', /^Step 1: /)
  await person.waitForWorker()
})

test('a person signs in by hand on the stage, and calls the API', async ({ person, tab }) => {
  await person.open()
  await person.waitForWorker()
  await person.runToEnd()
  await person.actOnStage('Sign in')
  await person.fillIn('ada', 'correct horse')
  await person.actOnStage('Sign in')
  await person.actOnStage('Allow')
  await person.seesOnStage('Signed in')
  await person.actOnStage('Call the API')
  await until(() => tab.evaluate(stageText)).toContain('harbour.jpg')
  await person.waitForWorker()
})

test('a link opens paused at its step', async ({ person }) => {
  const { recipe } = await recordInNode('refresh')
  const cursor = recipe.choices.length - 5
  await person.open(`./#${encodeLink({ recipe, cursor })}`)
  await person.isAtStep(cursor)
  await person.sees('button', 'Play')
})

test('a run from start to end by keyboard alone', async ({ person, tab }) => {
  const enter = async () => {
    const before = await person.step()
    await tab.press('Enter')
    await person.isAtStep(before + 1)
    await person.stepUntilRest()
  }
  await person.open()
  await person.stepUntilRest()
  await person.tabTo(/^Sign in$/)
  await enter()
  await person.tabTo(/^Username/)
  await person.typeOver('ada')
  await tab.press('Tab')
  await person.typeOver('correct horse')
  await enter()
  for (const button of [/^Allow$/, /^Call the API$/]) {
    await person.tabTo(button)
    await enter()
  }
  await until(() => tab.evaluate(stageText)).toContain('harbour.jpg')
})

/** In the page: what its stage shows. */
function stageText(): string {
  const frame = document.querySelector<HTMLIFrameElement>('[aria-label="Stage"] iframe')
  return frame?.contentDocument?.body?.innerText ?? ''
}

/** Where the page is not at home, in every engine: plain HTTP, frames of other sites, addresses that were mangled. For Chromium they are in `../places.spec.ts`. */
import { networkInterfaces } from 'node:os'
import { setTimeout } from 'node:timers/promises'
import { encodeLink } from '../../src/share/index.ts'
import { serveArticle } from '../article-host.ts'
import { readFingerprint } from '../fingerprint.ts'
import { recordInNode } from '../recorded.ts'
import { serveBelow } from '../static-host.ts'
import type { Tab } from './engine.ts'
import { until } from './person.ts'
import { expect, test } from './test.ts'

/** Every engine trusts localhost and 127.0.0.0/8; what others call this machine, none. */
const LAN_ADDRESS = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address

test('over plain HTTP a link opens the bytes of Node, and a person signs in', async ({ person, tab }) => {
  test.skip(LAN_ADDRESS === undefined, 'This machine has no address but its own.')
  const host = await serveBelow('/', 'dist', {}, LAN_ADDRESS)
  const { recipe, fingerprint } = await recordInNode('thief-first', 'refresh-token-theft')
  const steps = recipe.choices.length
  const end = encodeLink({ recipe, cursor: steps })
  // At its end there is nothing to step to.
  await tab.goTo(`${host.address}#${end}`)
  await person.isAtStep(steps)
  expect(await tab.evaluate(() => [isSecureContext, 'serviceWorker' in navigator])).toEqual([false, false])
  await person.reads('status', 'Transport', 'Direct: plain HTTP')
  expect(await tab.evaluate(readFingerprint, end)).toBe(fingerprint)
  await person.open('#authorization-code-pkce', host.address)
  await person.runToEnd()
  await person.actOnStage('Sign in')
  await person.fillIn('ada', 'correct horse')
  await person.actOnStage('Sign in')
  await person.actOnStage('Allow')
  await person.seesOnStage('Signed in')
  await host.stop()
})

test('in a frame of another site the player reaches its goal', async ({ tab, baseURL }) => {
  const { recipe } = await recordInNode('each-refreshes', 'parallel-401-race')
  const player = `${baseURL}/?embed=1#${encodeLink({ recipe, cursor: 0 })}`
  const article = await serveArticle(`<iframe src="${player}" width="800" height="640"></iframe>`)
  await tab.goTo(article.address)
  await until(() => tab.evaluateInFrame(stepShown)).toBe(0)
  // Clicks and keys of the drivers do not reach a frame of another site everywhere.
  await tab.evaluateInFrame(stepForward)
  await until(() => tab.evaluateInFrame(stepShown)).toBe(1)
  await tab.evaluateInFrame(goToEnd)
  await until(() => tab.evaluateInFrame(stepShown)).toBe(recipe.choices.length)
  await until(() => tab.evaluateInFrame(() => document.body.innerText)).toContain('signed out')
  article.stop()
})

test('in a sandbox that takes its origin, the page of an outcome can be read at least', async ({ tab, baseURL }) => {
  const page = `${baseURL}/r/parallel-401-race/each-refreshes/?embed=1`
  const article = await serveArticle(`<iframe sandbox="allow-scripts" src="${page}" width="800" height="640"></iframe>`)
  await tab.goTo(article.address)
  await until(() => tab.evaluateInFrame(() => document.body.innerText)).toContain('signed out')
  expect(await tab.evaluateInFrame(() => origin)).toBe('null')
  article.stop()
})

test('a host that lets nobody frame the page: whoever wants to embed it is told', async ({ person, tab }) => {
  const host = await serveBelow('/', 'dist', { 'x-frame-options': 'DENY' })
  await person.open('', host.address)
  await tab.find('button', 'Share').press()
  await tab.find('tab', 'Embed').press()
  await until(() => tab.evaluate(() => document.body.innerText)).toContain('lets no page show it in a frame')
  await host.stop()
})

test('an address that was mangled on its way opens the run, in a folder that is called like one', async ({
  person,
  tab,
}) => {
  const folder = '/r/team/authlane/'
  const host = await serveBelow(folder)
  const { recipe } = await recordInNode('code-expired')
  const steps = recipe.choices.length
  const fragment = encodeLink({ recipe, cursor: steps })
  const path = 'r/authorization-code-pkce/code-expired/'
  for (const mangled of [
    `${path}%23${fragment}`,
    `${path}#${fragment}).`,
    `${path.slice(0, -1)}),`,
    `%23${fragment}`,
  ]) {
    await test.step(mangled, async () => {
      await tab.goTo('about:blank')
      await tab.goTo(`${host.address}${mangled}`)
      await person.isAtStep(steps)
      await until(() => tab.evaluate(() => location.pathname + location.hash)).toBe(`${folder}${path}#${fragment}`)
      // Who leaves earlier stops what is still loading, and Firefox reports that.
      await person.waitForWorker()
      await until(() => loadsMeanwhile(tab), 30_000).toBe(0)
    })
  }
  await host.stop()
})

/** How many files have come within a second. */
async function loadsMeanwhile(tab: Tab): Promise<number> {
  const loaded = () => tab.evaluate(() => performance.getEntriesByType('resource').length)
  const before = await loaded()
  await setTimeout(1000)
  return (await loaded()) - before
}

/** In the player: the step that is looked at. */
function stepShown(): number {
  return Number(document.querySelector<HTMLInputElement>('input[type="range"][aria-label="Step"]')?.value ?? -1)
}

/** In the player: presses its button. */
function stepForward(): void {
  const buttons = [...document.querySelectorAll('button')]
  buttons.find((button) => (button.ariaLabel ?? button.textContent) === 'Step forward')?.click()
}

/** In the player: what the End key does. */
function goToEnd(): void {
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true }))
}

/** A link opens the same run at the same step on any machine; one that is broken or hostile harms nothing. */
import type { Page } from '@playwright/test'
import { encodeLink } from '../src/share/index.ts'
import { createPlayground } from './playground.ts'
import { recordInNode } from './recorded.ts'
import { expect, test } from './test.ts'

/** Opens the page with a fragment and waits until it can be used. */
async function openWith(page: Page, fragment: string) {
  const playground = createPlayground(page)
  await playground.open(`./#${fragment}`)
  return playground
}

test('a link opens paused at its step, with the same bytes, in a browser that has seen nothing', async ({
  playground,
  browser,
}) => {
  await playground.openOnWorker()
  await playground.playOutcome('Refreshed with rotation')
  for (let back = 0; back < 5; back++) await playground.button('Step back').click()
  const step = await playground.step()
  const shared = await playground.share()

  const stranger = await browser.newContext()
  const other = createPlayground(await stranger.newPage())
  await other.page.goto(shared.link)
  await expect.poll(() => other.step()).toBe(step)
  await expect(other.button('Play')).toBeVisible()
  expect(await other.share()).toEqual(shared)
  await other.button('Run to end').click()
  await expect.poll(async () => (await other.share()).fingerprint).toBe((await recordInNode('refresh')).fingerprint)
  await stranger.close()
})

test('a link made in Node opens in the browser', async ({ playground }) => {
  const { recipe, fingerprint } = await recordInNode('code-expired')
  await playground.page.goto(`./#${encodeLink({ recipe, cursor: recipe.choices.length })}`)
  await expect.poll(() => playground.step()).toBe(recipe.choices.length)
  expect((await playground.share()).fingerprint).toBe(fingerprint)
})

test.describe('a link that cannot be read says so and leaves a page that works', () => {
  const BROKEN: readonly (readonly [what: string, fragment: (whole: string) => string])[] = [
    ['cut off', (whole) => whole.slice(0, whole.length / 2)],
    ['changed on the way', (whole) => whole.replace(/.{4}$/, 'AAAA')],
    ['of a format to come', (whole) => whole.replace(/^1\./, '9999.')],
    ['no link at all', () => '1.not-a-link'],
    ['percent signs', () => '%E0%A4%A'],
    ['very long', () => `1.${'A'.repeat(200_000)}`],
    ['markup', () => '1.<img src=x onerror=alert(1)>'],
  ]
  for (const [what, change] of BROKEN) {
    test(what, async ({ page }) => {
      const { recipe } = await recordInNode('happy')
      const playground = await openWith(page, change(encodeLink({ recipe, cursor: 3 })))
      const notice = page.getByRole('region', { name: 'Notice' })
      await expect(notice).toContainText(/link/i)
      await expect(notice.locator('img')).toHaveCount(0)
      await playground.signInByHand()
    })
  }
})

test('a link whose choices do not fit keeps those that do and says which one does not', async ({ page }) => {
  const { recipe } = await recordInNode('happy')
  const choices = [
    ...recipe.choices.slice(0, 3),
    { type: 'deliver', gate: 'nowhere#1' },
    ...recipe.choices.slice(3),
  ] as const
  await page.goto(`./#${encodeLink({ recipe: { ...recipe, choices }, cursor: 5 })}`)
  await expect(page.getByRole('region', { name: 'Notice' })).toContainText('nowhere#1')
  const playground = createPlayground(page)
  await expect.poll(() => playground.step()).toBe(3)
})

test('a link to a scenario that does not exist says so', async ({ page }) => {
  const playground = await openWith(
    page,
    encodeLink({ recipe: { scenario: 'no-such-scenario', settings: {}, seed: 'a', choices: [] }, cursor: 0 }),
  )
  await expect(page.getByRole('region', { name: 'Notice' })).toContainText('no-such-scenario')
  await playground.signInByHand()
})

test('nothing from a link becomes markup or script', async ({ page, incidents }) => {
  const hostile = '<img src=x onerror="document.title=\'owned\'"><script>document.title="owned"</script>'
  const { recipe } = await recordInNode('happy')
  const settings = {
    name_browser: hostile,
    name_app: hostile,
    name_auth: 'javascript:alert(1)',
    name_api: '{{constructor}}',
  }
  const short = Object.fromEntries(Object.entries(settings).map(([key, value]) => [key, value.slice(0, 40)]))
  const choices = [
    ...recipe.choices.slice(0, 2),
    { type: 'visit', window: 'tab', url: `https://auth.example/authorize?client_id=${encodeURIComponent(hostile)}` },
    { type: 'deliver', gate: 'tab#3' },
    { type: 'deliver', gate: 'tab#4' },
    { type: 'visit', window: 'tab', url: 'javascript:document.title="owned"' },
  ] as const
  await page.goto(`./#${encodeLink({ recipe: { ...recipe, settings: short, choices }, cursor: 5 })}`)
  const playground = createPlayground(page)
  await expect(playground.stage).toBeVisible()
  await playground.view('Transcript').click()
  await playground.inspector('Exchange').click()
  await expect(page.locator('img[src="x"]')).toHaveCount(0)
  await expect(playground.stage.locator('iframe').first().contentFrame().locator('img, script')).toHaveCount(0)
  expect(await page.title()).not.toContain('owned')
  expect(incidents).toEqual([])
})

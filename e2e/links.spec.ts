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

test('the list of scenarios shows the one that a link opens', async ({ page }) => {
  const { button } = await openWith(page, 'session-cookie')
  await expect(button('Play')).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Scenarios' }).locator('[aria-current="page"]')).toBeInViewport()
})

/** What became of a link on its way, and what is said of it. */
const BROKEN: readonly (readonly [what: string, fragment: (whole: string) => string, words: RegExp])[] = [
  ['cut off', (whole) => whole.slice(0, whole.length / 2), /link/i],
  ['changed on the way', (whole) => whole.replace(/.{4}$/, 'AAAA'), /link/i],
  ['of a format to come', (whole) => whole.replace(/^1\./, '9999.'), /link/i],
  ['no link at all', () => '1.not-a-link', /link/i],
  ['percent signs', () => '%E0%A4%A', /link/i],
  ['very long', () => `1.${'A'.repeat(200_000)}`, /link/i],
  ['markup', () => '1.<img src=x onerror=alert(1)>', /link/i],
  ['a playlist that was changed', () => 'p1.AAAA-changed', /playlist/],
  [
    'a scenario that does not exist',
    () => encodeLink({ recipe: { scenario: 'no-such-scenario', settings: {}, seed: 'a', choices: [] }, cursor: 0 }),
    /no-such-scenario/,
  ],
]

test('a link that cannot be read says so and leaves a page that works', async ({ page }) => {
  test.setTimeout(240_000)
  const { recipe } = await recordInNode('happy')
  for (const [what, change, words] of BROKEN) {
    await test.step(what, async () => {
      const notice = page.getByRole('region', { name: 'Notice' })
      // From elsewhere, where nothing is said yet.
      await page.goto('./#logout')
      await expect(page.getByRole('link', { name: 'Signing out' })).toHaveAttribute('aria-current', 'page')
      await expect(notice).toHaveCount(0)
      const playground = await openWith(page, change(encodeLink({ recipe, cursor: 3 })))
      await expect(notice).toContainText(words)
      await expect(notice.locator('img')).toHaveCount(0)
      expect(await playground.step()).toBe(0)
      await playground.signInByHand()
    })
  }
})

test('a link made in Node opens in the browser; one whose choices do not fit keeps those that do and says which one does not', async ({
  playground,
  page,
}) => {
  const { recipe: expired, fingerprint } = await recordInNode('code-expired')
  await playground.page.goto(`./#${encodeLink({ recipe: expired, cursor: expired.choices.length })}`)
  await expect.poll(() => playground.step()).toBe(expired.choices.length)
  expect((await playground.share()).fingerprint).toBe(fingerprint)

  const { recipe } = await recordInNode('happy')
  const choices = [
    ...recipe.choices.slice(0, 3),
    { type: 'deliver', gate: 'nowhere#1' },
    ...recipe.choices.slice(3),
  ] as const
  await page.goto(`./#${encodeLink({ recipe: { ...recipe, choices }, cursor: 5 })}`)
  await expect(page.getByRole('region', { name: 'Notice' })).toContainText('nowhere#1')
  await expect.poll(() => playground.step()).toBe(3)
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

test('where the browser has Trusted Types, no text becomes markup, and no script comes from elsewhere', async ({
  playground,
  page,
  incidents,
}) => {
  await playground.open()
  const refusals = await page.evaluate(() => {
    const tried = [
      () => document.body.insertAdjacentHTML('beforeend', '<b>text</b>'),
      () => new Worker('https://elsewhere.example/worker.js'),
      () => new DOMParser().parseFromString('<b>text</b>', 'text/html'),
    ]
    return tried.map((attempt) => {
      try {
        attempt()
        return 'done'
      } catch (error) {
        return String(error)
      }
    })
  })
  expect(refusals).toEqual([
    expect.stringContaining('TrustedHTML'),
    expect.stringContaining('no script of this page'),
    expect.stringContaining('TrustedHTML'),
  ])
  // The browser writes both refusals of markup to its console too.
  expect(incidents.splice(0)).toHaveLength(2)
})

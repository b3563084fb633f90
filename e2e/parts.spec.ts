/** A file of the page that does not come costs its own part and nothing else. */
import { decodeLink, encodeLink } from '../src/share/index.ts'
import { recordInNode } from './recorded.ts'
import { expect, test } from './test.ts'

// A worker would answer for the files itself.
test.use({ visitor: 'new', serviceWorkers: 'block' })

test('a view whose file does not come says so in its place; the run goes on, and a reload brings it', async ({
  playground,
  page,
  incidents,
}) => {
  await playground.open()
  await page.waitForLoadState('networkidle')
  await page.route('**/assets/*.js', (route) => route.abort())
  await playground.view('Transcript').click()
  const problem = page.getByRole('alert').filter({ hasText: 'could not be shown' })
  await expect(problem).toBeVisible()
  await playground.view('Sequence').click()
  await playground.runToEnd()
  const step = await playground.step()
  expect(step).toBeGreaterThan(0)
  await expect.poll(() => decodeLink(new URL(page.url()).hash.slice(1))).toMatchObject({ shared: { cursor: step } })
  await page.unroute('**/assets/*.js')
  await playground.view('Transcript').click()
  await problem.getByRole('button', { name: 'Reload' }).click()
  await expect.poll(() => playground.step()).toBe(step)
  await playground.view('Transcript').click()
  await expect(page.getByRole('list', { name: 'Transcript' })).toBeVisible()
  expect(incidents.splice(0)).not.toEqual([])
})

test('a link that cannot be read yet stays in the address, and a reload opens it', async ({
  playground,
  page,
  incidents,
}) => {
  const { recipe } = await recordInNode('code-expired')
  const fragment = encodeLink({ recipe, cursor: 2 })
  await page.route(/\/link-[^/]*\.js$/, (route) => route.abort(), { times: 1 })
  await playground.open(`./#${fragment}`)
  const notice = page.getByRole('region', { name: 'Notice' })
  await expect(notice).toContainText('not open yet')
  expect(page.url()).toContain(fragment)
  await notice.getByRole('button', { name: 'Reload' }).click()
  await expect.poll(() => playground.step()).toBe(2)
  expect(incidents.splice(0)).not.toEqual([])
})

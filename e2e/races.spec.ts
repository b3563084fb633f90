/** Races: by delivering in a chosen order, and by having every order explored. */
import { encodeLink } from '../src/share/index.ts'
import { recordInNode } from './recorded.ts'
import { expect, test } from './test.ts'

const SIGNED_OUT = 'One of two calls answered after two refreshes, session revoked'

test('of two refreshes the one that arrives first wins and the other signs Ada out; one after the other, nobody is', async ({
  playground,
  page,
}) => {
  /** Opens the race with both calls on the wire. */
  const begin = async () => {
    await page.goto('./#parallel-401-race')
    await expect(playground.transport).toContainText('Service worker')
    await playground.button('Expire access token').click()
    await playground.window().getByRole('button', { name: 'Load the dashboard' }).click()
  }
  for (const [first, second] of [
    ['call-1', 'call-2'],
    ['call-2', 'call-1'],
  ] as const) {
    await begin()
    // Both calls are made and refused, and both want to refresh.
    for (const call of ['call-1', 'call-2', 'call-1', 'call-2']) await playground.deliver(call)
    await expect(playground.held('POST /token')).toHaveCount(2)
    await playground.deliver(first)
    await playground.deliver(second)
    await expect(playground.held(first)).toContainText('200')
    await expect(playground.held(second)).toContainText('400 invalid_grant')
    await playground.runToEnd()
    await expect(playground.window().getByRole('heading', { name: 'You have been signed out' })).toBeVisible()
  }
  await begin()
  for (const call of ['call-1', 'call-2', 'call-1', 'call-1', 'call-1']) await playground.deliver(call)
  await playground.runToEnd()
  await expect(playground.window().getByRole('listitem')).toHaveText(['/photos has come', '/albums has come'])
})

test('every order is explored, and each outcome opens as a run', async ({ playground, page }) => {
  await page.goto('./#parallel-401-race')
  await expect(playground.transport).toContainText('Service worker')
  await playground.races.open()
  await playground.button('Explore the orders').click()
  await expect(playground.races.verdict).toContainText('of 424, 224 work and 200 fail')
  await expect(playground.races.outcomes).toHaveCount(3)
  await expect(playground.races.outcomes.nth(0)).toContainText('224 orders')
  await expect(playground.races.outcomes.filter({ hasText: 'dead refresh token kept' })).toContainText('20 orders')

  await playground.button(`Open: ${SIGNED_OUT}`).click()
  await expect(playground.view('Sequence')).toHaveAttribute('aria-selected', 'true')
  await expect(playground.window().getByRole('heading', { name: 'You have been signed out' })).toBeVisible()
  await playground.expectRest()
  // What was found is still there, and the order that was replaced can be taken back.
  await playground.view('Races').click()
  await expect(playground.races.outcomes).toHaveCount(3)
  await playground.button('Undo').click()
  await expect.poll(() => playground.step()).toBe(2)
})

test('one at a time, every order works', async ({ playground, page }) => {
  const { recipe } = await recordInNode('web-locks', 'two-tabs-race')
  await page.goto(`./#${encodeLink({ recipe, cursor: 3 })}`)
  await playground.view('Races').click()
  await playground.button('Explore the orders').click()
  await expect(playground.races.verdict).toContainText('Every order works.')
  await expect(playground.races.outcomes).toHaveText([/Works.*194 orders/])
})

test('an exploration shows how far it is, and stops when it is told to', async ({ playground, page }) => {
  await page.goto('./#parallel-401-race')
  await playground.openSettings()
  await playground.settings.getByLabel('API calls at once').fill('6')
  await page.keyboard.press('Enter')
  await playground.races.open()
  await playground.button('Explore the orders').click()
  await expect(playground.races.progress).toBeVisible()
  await expect(playground.races.outcomes.first()).toContainText('tried')
  await playground.button('Cancel').click()
  await expect(playground.races.verdict).toContainText(/Stopped early: \d+ of at least [\d,]+/)
  await expect(playground.races.progress).toHaveCount(0)
  await expect(playground.button('Explore the orders')).toBeVisible()
})

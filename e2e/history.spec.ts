/** Any earlier moment can be looked at; acting there makes another way; nothing is lost by a reload. */
import { expect, test } from './test.ts'

test('any moment can be looked at again; acting there forks, which can be undone at once or kept', async ({
  playground,
  page,
}) => {
  await playground.open()
  await playground.playOutcome('Signed in')
  const end = await playground.share()
  const steps = await playground.step()

  await test.step('stepping back and forward shows the same moments again', async () => {
    for (let back = 0; back < 3; back++) await playground.button('Step back').click()
    await expect.poll(() => playground.step()).toBe(steps - 3)
    const earlier = await playground.share()
    expect(earlier.fingerprint).not.toBe(end.fingerprint)
    for (let forward = 0; forward < 3; forward++) await playground.button('Step forward').click()
    await expect.poll(() => playground.step()).toBe(steps)
    expect(await playground.share()).toEqual(end)
  })

  await test.step('the scrubber shows the opening and the end', async () => {
    await playground.slider.focus()
    await playground.slider.press('Home')
    await expect.poll(() => playground.step()).toBe(0)
    await expect(playground.messages).toHaveCount(0)
    await playground.slider.press('End')
    await expect.poll(() => playground.step()).toBe(steps)
  })

  await test.step('a forked run can be undone at once', async () => {
    await playground.slider.press('Home')
    await expect.poll(() => playground.step()).toBe(0)
    await playground.wire
      .getByRole('button', { name: /^Drop / })
      .first()
      .click()
    await expect(page.getByRole('region', { name: 'Notice' })).toContainText('replaced')
    await page.getByRole('button', { name: 'Undo' }).click()
    // The dropped message was step 1: End would be there as long as the run is not back.
    await expect.poll(() => playground.step()).not.toBe(1)
    await playground.slider.press('End')
    await expect.poll(async () => (await playground.share()).fingerprint).toBe(end.fingerprint)
  })

  await test.step('what came later is replaced by what was done in the past', async () => {
    const deny = playground.window().getByRole('button', { name: 'Deny' })
    // The page stays while its answer travels; it can be answered again only before that.
    while (!(await deny.isVisible()) || (await playground.wire.getByRole('listitem').count()) > 0) {
      const before = await playground.step()
      await playground.button('Step back').click()
      await expect.poll(() => playground.step()).toBe(before - 1)
    }
    await deny.click()
    await playground.runToEnd()
    await expect(playground.window().getByRole('alert')).toContainText('access_denied')
    expect((await playground.share()).fingerprint).not.toBe(end.fingerprint)
    await playground.button('Step back').click()
    await expect(page.getByText('access_denied').first()).toBeVisible()
  })
})

test('a reload in mid-run loses nothing', async ({ playground, page }) => {
  await playground.openOnWorker()
  await playground.signInUntilConsent()
  const before = await playground.share()
  await page.reload()
  await expect(playground.transport).toContainText('Service worker')
  await expect.poll(() => playground.step()).toBeGreaterThan(0)
  expect(await playground.share()).toEqual(before)
  await playground.consent('Allow')
  await playground.runToEnd()
  await playground.callApi()
  await playground.runToEnd()
  await expect(playground.window().getByText('harbour.jpg')).toBeVisible()
})

test('moving the clock past a token’s life leads to a refresh; a dropped message, to a network error', async ({
  playground,
}) => {
  await playground.open()
  await playground.signInByHand()
  const before = await playground.clock.getAttribute('datetime')
  await playground.button('Expire access token').click()
  await expect(playground.clock).not.toHaveAttribute('datetime', before ?? '')
  await playground.callApi()
  await playground.runToEnd()
  await expect(playground.window().getByText('harbour.jpg')).toBeVisible()
  const lines = await playground.transcript()
  expect(lines.filter((line) => line.includes('401'))).toHaveLength(1)
  expect(lines.filter((line) => /refresh_token/.test(line)).length).toBeGreaterThan(0)

  await playground.callApi()
  await playground.wire
    .getByRole('button', { name: /^Drop / })
    .first()
    .click()
  await playground.expectRest()
  await expect(playground.window().getByRole('alert')).toContainText('network_error')
})

/** The main job: a person presses a few buttons and watches a real sign-in, message by message. */
import { recordInNode } from './recorded.ts'
import { expect, test } from './test.ts'

test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: 'no-preference' }))

test('a person signs in by hand, and every message goes through the service worker', async ({ playground, page }) => {
  const carried: string[] = []
  const answers: { path: string; isFromWorker: boolean }[] = []
  page.on('request', (request) => {
    if ('x-authlane-exchange' in request.headers()) carried.push(new URL(request.url()).pathname)
  })
  page.on('response', (response) => {
    const { hostname, pathname } = new URL(response.url())
    if (hostname.endsWith('.example')) answers.push({ path: pathname, isFromWorker: response.fromServiceWorker() })
  })
  await playground.openOnWorker()
  await playground.signInByHand()
  await playground.callApi()
  await playground.runToEnd()
  await expect(playground.window().getByText('harbour.jpg')).toBeVisible()

  const { trace } = await recordInNode('happy')
  const answered = trace.flatMap((event) =>
    event.type === 'held' && event.message.response !== undefined ? [new URL(event.message.request.url).pathname] : [],
  )
  expect(answered.length).toBeGreaterThanOrEqual(10)
  expect(carried.toSorted()).toEqual(answered.toSorted())
  expect(answers.map(({ path }) => path).toSorted()).toEqual(answered.toSorted())
  expect(answers.filter(({ isFromWorker }) => !isFromWorker)).toEqual([])
})

test('the first arrow waits for one step forward; play goes on by itself and stops where a person must act', async ({
  playground,
}) => {
  await playground.open()
  await expect(playground.messages).toHaveCount(0)
  await playground.button('Step forward').click()
  await expect(playground.messages).toHaveCount(1)
  await expect(playground.messages).toHaveAccessibleName(/^Step 1: /)
  await expect.poll(() => playground.step()).toBe(1)

  await playground.button('Play').click()
  await expect(playground.window().getByRole('button', { name: 'Sign in' })).toBeVisible()
  await expect(playground.button('Play')).toBeVisible()
  await playground.expectRest()
})

test('the transcript says what the diagram shows; a message selected there is selected in the inspector, its signature checked', async ({
  playground,
  page,
}) => {
  await playground.open()
  await playground.playOutcome('Signed in')
  const lines = await playground.transcript()
  const names = await playground.messages.evaluateAll((buttons) =>
    buttons.map((element) => element.getAttribute('aria-label') ?? element.textContent ?? ''),
  )
  expect(names.length).toBeGreaterThan(3)
  // The diagram draws only what is in view; the transcript has every step.
  for (const name of names) expect(lines).toContain(name.replace(/\s+/g, ' ').trim())
  expect(lines.length).toBe(Number(await playground.slider.getAttribute('max')))

  await playground.diagram
    .getByRole('button', { name: /GET \/photos/ })
    .first()
    .click()
  const panel = page.getByRole('tabpanel')
  await playground.inspector('Exchange').click()
  await expect(panel.filter({ hasText: 'GET /photos' }).first()).toBeVisible()
  await playground.inspector('Token').click()
  await expect(panel.filter({ hasText: /signature/i }).first()).toBeVisible()
  await playground.inspector('Code').click()
  await expect(panel.filter({ hasText: 'callApi' }).first()).toBeVisible()
})

/** The main job: a person presses a few buttons and watches a real sign-in, message by message. */
import { recordInNode } from './recorded.ts'
import { expect, test } from './test.ts'

test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: 'no-preference' }))

test('a person signs in by hand, and every message goes through the service worker', async ({ playground, page }) => {
  const nameOf = (method: string, url: string) => `${method} ${new URL(url).pathname}`
  const carried: string[] = []
  const answers: { name: string; isFromWorker: boolean }[] = []
  page.on('request', (request) => {
    if ('x-authlane-exchange' in request.headers()) carried.push(nameOf(request.method(), request.url()))
  })
  page.on('response', (response) => {
    if (!new URL(response.url()).hostname.endsWith('.example')) return
    answers.push({
      name: nameOf(response.request().method(), response.url()),
      isFromWorker: response.fromServiceWorker(),
    })
  })
  await playground.openOnWorker()
  await playground.signInByHand()
  await playground.callApi()
  await playground.runToEnd()
  await expect(playground.window().getByText('harbour.jpg')).toBeVisible()

  const { trace } = await recordInNode('happy')
  const exchanged = trace.flatMap((event) => {
    if (event.type !== 'held' || event.message.response === undefined) return []
    const { request, response } = event.message
    return [{ name: nameOf(request.method, request.url), isRedirect: response.status >= 300 && response.status < 400 }]
  })
  // The driver tells of a redirect as of another request, which may take the place of the first one.
  const redirected = new Set(exchanged.flatMap(({ name, isRedirect }) => (isRedirect ? [name] : [])))
  const answered = exchanged.map(({ name }) => name).filter((name) => !redirected.has(name))
  const others = (names: readonly string[]) => names.filter((name) => !redirected.has(name)).toSorted()
  expect(answered.length).toBeGreaterThanOrEqual(8)
  expect(others(carried)).toEqual(answered.toSorted())
  expect(others(answers.map(({ name }) => name))).toEqual(answered.toSorted())
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

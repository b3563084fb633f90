/** How messages travel never changes a run: worker, direct call and Node leave the same bytes. */
import { recordInNode } from './recorded.ts'
import { serveBelow } from './static-host.ts'
import { expect, test } from './test.ts'

test.describe('without service workers', () => {
  test.use({ visitor: 'new', serviceWorkers: 'block' })

  test('the page says why and runs directly, with the same bytes as in Node', async ({ playground }) => {
    await playground.open()
    await expect(playground.transport).toContainText('Direct: ')
    await playground.playOutcome('Signed in')
    expect((await playground.share()).fingerprint).toBe((await recordInNode('happy')).fingerprint)
  })
})

test('two tabs of the page do not hear each other’s requests', async ({ playground, context }) => {
  const { createPlayground } = await import('./playground.ts')
  const other = createPlayground(await context.newPage())
  await playground.openOnWorker()
  await other.openOnWorker()
  await Promise.all([playground.playOutcome('Signed in'), other.playOutcome('Consent denied')])
  expect((await playground.share()).fingerprint).toBe((await recordInNode('happy')).fingerprint)
  expect((await other.share()).fingerprint).toBe((await recordInNode('access-denied')).fingerprint)
  await other.page.close()
  await playground.button('Restart').click()
  await playground.signInByHand()
  // The server that is called waits for keys of another one: its answer comes by a later message.
  await playground.callApi()
  await playground.runToEnd()
  await expect(playground.transport).not.toContainText('lost')
})

test('a fetch typed into the console is answered and appears in the run', async ({ playground, page }) => {
  await playground.openOnWorker()
  const metadata = await page.evaluate(async () => {
    const answer = await fetch('https://auth.example/.well-known/openid-configuration')
    return answer.json()
  })
  expect(metadata).toMatchObject({
    issuer: 'https://auth.example',
    token_endpoint: 'https://auth.example/token',
    code_challenge_methods_supported: ['S256'],
  })
  await expect(playground.diagram.getByRole('button', { name: /openid-configuration/ }).first()).toBeVisible()
  // It is a choice like every other: the run goes on from there, and its link carries it.
  await playground.signInByHand()
})

// A host of its own, and a worker that is gone around: nothing that another visitor could come to.
test.describe('for a visitor who has seen nothing', () => {
  test.use({ visitor: 'new' })

  test('works below a path of a static host that sets no headers', async ({ playground, page }) => {
    const host = await serveBelow('/team/authlane/')
    try {
      await playground.openOnWorker(host.address)
      await playground.playOutcome('Signed in')
      expect((await playground.share()).fingerprint).toBe((await recordInNode('happy')).fingerprint)
      const scopes = await page.evaluate(async () =>
        (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
      )
      expect(scopes).toEqual([host.address])
      await page.goto('about:blank')
    } finally {
      await host.stop()
    }
  })

  test('a hard reload and a reload with the worker bypassed end in a page that works', async ({
    playground,
    page,
    context,
  }) => {
    await playground.openOnWorker()
    const browser = await context.newCDPSession(page)
    const reloaded = page.waitForEvent('load')
    await browser.send('Page.reload', { ignoreCache: true })
    await reloaded
    await expect(playground.transport).toContainText('Service worker')
    await browser.send('Network.enable')
    await browser.send('Network.setBypassServiceWorker', { bypass: true })
    let loads = 0
    page.on('load', () => {
      loads += 1
    })
    await page.reload()
    await expect(playground.transport).toContainText('Direct: ')
    expect(loads).toBeLessThanOrEqual(2)
    await playground.signInByHand()
  })
})

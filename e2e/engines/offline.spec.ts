/** After the first visit the page works without a network, in every engine and however one comes back to it. */
import { serveBelow } from '../static-host.ts'
import { createPerson, until } from './person.ts'
import { test } from './test.ts'

test('without a network the page reloads, comes back after leaving, and opens after it was closed', async ({
  person,
  tab,
  visitor,
}) => {
  test.setTimeout(240_000)
  const host = await serveBelow('/somewhere/')
  await person.open('', host.address)
  await person.waitForWorker()
  await until(() => tab.evaluate(transportTitle), 60_000).toContain('works without a network')
  await host.stop()

  await tab.reload()
  await person.waitForWorker()
  await tab.find('button', 'Step forward').press()
  await person.isAtStep(1)

  await tab.goTo('about:blank')
  await person.open('', host.address)
  await person.waitForWorker()

  const later = await visitor.open()
  await tab.close()
  const returned = createPerson(later, host.address)
  await returned.open('#implicit')
  await returned.waitForWorker()
  await returned.runToEnd()
  await later.find('tab', 'Mermaid').press()
  await returned.reads('tabpanel', 'Mermaid', 'Drawn by Mermaid')
})

/** In the page: what it says about working without a network. */
function transportTitle(): string {
  return document.querySelector('[role="status"][aria-label="Transport"]')?.getAttribute('title') ?? ''
}

/** The stage shows what a server sent, may it hold scripts: none of them runs, and the parts around them work. */
import { expect, test } from './test.ts'

declare global {
  interface Window {
    /** Which of the page's scripts have run. */
    ran: string[]
    /** By which directives their own policy has refused some. */
    refused: string[]
  }
}

// Every page that the stage shows is given scripts before it is loaded.
test.use({ visitor: 'new' })

/** What the policy of such pages says first, to tell its refusals from those of the policy that they inherit. */
const OWN_POLICY = "script-src 'none'"

const PICTURE = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>"

/** Each kind of script, and what could bring one along; each is refused by the directive beside it. */
const HOSTILE: readonly (readonly [directive: string, markup: string])[] = [
  ['script-src-elem', `<!-- <head> --><script>top.ran.push('before the head')</script>`],
  ['script-src-elem', `<script src="/hostile.js"></script>`],
  ['script-src-elem', `<script type="module">top.ran.push('module')</script>`],
  ['script-src-attr', `<svg onload="top.ran.push('when loaded')"></svg>`],
  ['script-src-attr', `<img src="${PICTURE}" alt="" onload="top.ran.push('when it has come')">`],
  ['script-src-elem', `<iframe title="inside" srcdoc="<script>top.ran.push('inside')</script>"></iframe>`],
  ['script-src-elem', `<iframe title="address" src="javascript:top.ran.push('address')"></iframe>`],
  ['frame-src', `<iframe title="outside" src="/hostile.html"></iframe>`],
  ['object-src', `<object data="/hostile.html"></object>`],
]

test('no script of a page that a server sent runs, and its buttons work', async ({ playground, page, incidents }) => {
  await page
    .context()
    .route('**/hostile.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: "top.ran.push('external')" }),
    )
  await page
    .context()
    .route('**/hostile.html', (route) =>
      route.fulfill({ contentType: 'text/html', body: "<script>top.ran.push('in a frame')</script>" }),
    )
  await page.addInitScript(sendWith, { markup: HOSTILE.map(([, markup]) => markup).join(''), policy: OWN_POLICY })

  await playground.open()
  const refused = () => page.evaluate(() => window.refused.toSorted())
  await expect.poll(refused).toEqual(HOSTILE.map(([directive]) => directive).toSorted())
  await playground.signInByHand()
  expect(await page.evaluate(() => window.ran)).toEqual([])
  expect((await refused()).length).toBeGreaterThan(HOSTILE.length)
  // The policy refuses in the console too.
  const isExpected = (incident: string) => /Content Security Policy|about:srcdoc/.test(incident)
  incidents.splice(0, incidents.length, ...incidents.filter((incident) => !isExpected(incident)))
})

/** In the page, before its first script: puts markup before everything that a server sends, and notes what becomes of it. */
function sendWith({ markup, policy }: { markup: string; policy: string }): void {
  if (window !== top) {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, originalPolicy }) => {
      if (originalPolicy.startsWith(policy)) top?.refused.push(effectiveDirective)
    })
    return
  }
  window.ran = []
  window.refused = []
  const { trustedTypes } = window as unknown as {
    trustedTypes: { createPolicy(name: string, rules: { createHTML?(text: string): string }): unknown }
  }
  const createPolicy = trustedTypes.createPolicy.bind(trustedTypes)
  // The page's own two elements are the policy and the stylesheet; what follows them is the server's.
  const addTo = (text: string) => text.replace(/<link [^>]*>/, (own) => `${own}${markup}`)
  trustedTypes.createPolicy = (name, rules) =>
    createPolicy(name, name === 'pages' ? { createHTML: (text) => addTo(rules.createHTML?.(text) ?? text) } : rules)
}

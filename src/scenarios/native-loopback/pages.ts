/** What the terminal shows, what the app answers the browser, and the attacker’s page. */
import { markup } from '../../http/index.ts'
import { appPage } from '../../scenario-kit/parties/app-page.ts'
import { APP_NAME } from '../../scenario-kit/parties/cast.ts'

/** What the terminal shows while nothing is under way: the last failure, when there was one. */
export function promptScreen(alert?: string): string {
  return terminal({
    title: alert === undefined ? 'Not signed in' : 'Sign-in failed',
    lines: '$ photo-prints list',
    ...(alert !== undefined && { alert }),
    actions: [{ action: 'login', label: 'photo-prints login', isPrimary: true }],
  })
}

/** While the app waits for the browser. */
export function waitingScreen(redirect_uri: string): string {
  return terminal({
    title: 'Waiting',
    lines: `$ photo-prints login\nContinue in your browser.\nWaiting at ${redirect_uri} …`,
    actions: [{ action: 'cancel', label: 'Ctrl+C' }],
  })
}

/** Once the app has what the API sent. */
export function photosScreen(photos: unknown): string {
  return terminal({ title: 'Signed in', lines: `$ photo-prints list\n${JSON.stringify(photos, null, 2)}` })
}

/** What whoever took the answer has the browser show. */
export function donePage(): string {
  return appPage({
    app: APP_NAME,
    title: 'Back to the terminal',
    body: markup`<p>The sign-in goes on there. You can close this window.</p>`,
  })
}

/** The attacker’s page: it says that something is broken, and how to mend it. */
export function lurePage(): string {
  return appPage({
    app: 'Shared album',
    title: 'One more step',
    body: markup`<p>To see this album, show that you are not a robot:</p>
<p>1. Sign in. A window opens, and then says that a page cannot be reached. That is normal.</p>
<p>2. Copy the whole address of that window and paste it here.</p>
<form id="paste" method="post" action="/check"><label>Address <input type="text" name="address" value=""></label>
<button class="primary" type="submit">Check</button></form>`,
    actions: [{ action: 'lure_sign_in', label: 'Sign in' }],
  })
}

/** What comes of it. */
export function emptyAlbumPage(): string {
  return appPage({ app: 'Shared album', title: 'Thank you', body: markup`<p>This album is empty.</p>` })
}

type Screen = Pick<Parameters<typeof appPage>[0], 'title' | 'alert' | 'actions'> & { readonly lines: string }

function terminal({ lines, ...screen }: Screen): string {
  return appPage({ app: 'Terminal', ...screen, body: markup`<pre>${lines}</pre>` })
}

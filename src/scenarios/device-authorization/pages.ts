/** What the TV shows, and Ada’s mailbox. */
import { markup } from '../../http/index.ts'
import { appPage } from '../../scenario-kit/parties/app-page.ts'
import { APP_NAME } from '../../scenario-kit/parties/cast.ts'
import type { DeviceCodes } from './client.ts'

const CONNECT = { action: 'connect', label: 'Connect', isPrimary: true }

/** Before the TV is connected. */
export function startScreen(alert?: string): string {
  return appPage({
    app: `${APP_NAME} TV`,
    title: alert === undefined ? 'Your photos on this screen' : 'Not connected',
    body: markup`<p>This TV has no keyboard. Connect it with your phone or computer.</p>`,
    ...(alert !== undefined && { alert }),
    actions: [CONNECT],
  })
}

/** While the TV polls: the address and the code, and no more (RFC 8628 §3.3). */
export function codeScreen({ verification_uri, user_code }: DeviceCodes): string {
  return appPage({
    app: `${APP_NAME} TV`,
    title: 'Connect this TV',
    body: markup`<p>On your phone or computer, open</p><p><strong>${verification_uri}</strong></p>
<p>and enter this code:</p><p><strong class="user-code">${user_code}</strong></p>
<p class="hint">Or point a camera at the QR code.</p>`,
  })
}

/** Once the TV has what the API sent. */
export function photosScreen(photos: unknown): string {
  return appPage({
    app: `${APP_NAME} TV`,
    title: 'Connected',
    body: markup`<pre>${JSON.stringify(photos, null, 2)}</pre>`,
  })
}

/** Ada’s mailbox, with the attacker’s message once it is there. */
export function inboxPage(mailed: DeviceCodes | undefined): string {
  return appPage({
    app: 'Mail',
    title: mailed === undefined ? 'No new messages' : 'Your album is about to be deleted',
    body:
      mailed === undefined
        ? markup`<p>Nothing has come today.</p>`
        : markup`<p>From: ${APP_NAME} Support</p><p>Please confirm within ten minutes that you still use your album.</p>
<p><a href="${mailed.verification_uri_complete}">Confirm my account</a></p>`,
  })
}

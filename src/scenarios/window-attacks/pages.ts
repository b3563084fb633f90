/** The pages of the app, and of the attacker’s site. */
import { markup } from '../../http/index.ts'
import { appPage } from '../../scenario-kit/parties/app-page.ts'
import { APP_NAME } from '../../scenario-kit/parties/cast.ts'

const SIGN_IN = { action: 'sign-in', label: 'Sign in', isPrimary: true } as const

/** What somebody sees who is not signed in. */
export function startPage(alert?: string): string {
  return appPage({
    app: APP_NAME,
    title: 'Order prints of your photos',
    body: markup`<p>Your photos are kept elsewhere. Sign in there first.</p>`,
    ...(alert !== undefined && { alert }),
    actions: [SIGN_IN],
  })
}

/** In the popup, on the way to the server and back. */
export function betweenPage(): string {
  return appPage({ app: APP_NAME, title: 'One moment …', body: markup`<p>This window closes by itself.</p>` })
}

/** With a token, and the action that uploads with it. Like many apps, it does not say whose account it is. */
export function signedInPage(upload: string, text: string, alert?: string): string {
  return appPage({
    app: APP_NAME,
    title: 'Signed in',
    body: markup`<p>${text}</p>`,
    ...(alert !== undefined && { alert }),
    actions: [{ action: upload, label: 'Upload a photo', isPrimary: true }],
  })
}

/** What the attacker’s site shows. */
export function baitPage(): string {
  return appPage({
    app: 'Voucher Box',
    title: '20 prints for nothing',
    body: markup`<p>For everybody who has an account at ${APP_NAME}.</p>`,
    actions: [
      { action: 'claim', label: 'Get the voucher', isPrimary: true },
      { action: 'spend', label: 'Spend it now' },
    ],
  })
}

/** What is under the frame that nobody sees. */
export function prizePage(alert?: string): string {
  return appPage({
    app: 'Voucher Box',
    title: 'You have won',
    body: markup`<p>There is one more thing to do.</p>`,
    ...(alert !== undefined && { alert }),
    actions: [{ action: 'open-prize', label: 'Open my prize', isPrimary: true }],
  })
}

/** What the frame shows at last, unseen as before. */
export function donePage(): string {
  return appPage({ app: 'Voucher Box', title: 'Thank you', body: markup`<p>That was all.</p>` })
}

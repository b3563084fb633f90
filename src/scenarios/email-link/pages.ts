/** The pages of the app, those that the server adds to its own, and the mailbox. */
import { type Markup, markup } from '../../http/index.ts'
import { appPage } from '../../scenario-kit/parties/app-page.ts'
import { APP_NAME } from '../../scenario-kit/parties/cast.ts'
import { pageForms } from '../../scenario-kit/parties/page-form.ts'

const SERVER_NAME = 'Authlane ID'
const START = { id: 'start', action: '/login', label: 'Sign in' }

/** What somebody sees who is not signed in. */
export function startPage(): string {
  return page(APP_NAME, 'Order prints of your photos', markup`<p>You are not signed in here.</p>${pageForms(START)}`)
}

/** What a signed-in person sees. */
export function homePage(): string {
  return page(APP_NAME, 'Signed in', markup`<p>Your orders are here.</p>`)
}

/** What went wrong at the app. */
export function failedPage(alert: string): string {
  return page(APP_NAME, 'You are not signed in', markup`<p>Nothing was changed.</p>${pageForms(START)}`, alert)
}

/** Asks where to send the mail. */
export function addressPage(transaction: string): string {
  const body = markup`<form id="address" method="post" action="/email/start">
<input type="hidden" name="transaction" value="${transaction}">
<div class="field"><label for="email">Email address</label>
<input id="email" name="email" type="email" autocomplete="email" required></div>
<div class="actions"><button class="primary" type="submit">Send the mail</button></div>
</form>`
  return page(SERVER_NAME, 'Sign in without a password', body)
}

/** A link is on its way. */
export function waitPage(): string {
  return page(
    SERVER_NAME,
    'Look into your mailbox',
    markup`<p>If you have an account, a mail with a link is there.</p>`,
  )
}

/** The same, and the sign-in goes on here. The button stands for a script that looks every few seconds. */
export function waitHerePage(transaction: string): string {
  const body = markup`<p>If you have an account, a mail with a link is there. Open it on any device; it goes on here.</p>
<form id="go-on" method="post" action="/email/wait">
<input type="hidden" name="transaction" value="${transaction}">
<div class="actions"><button class="primary" type="submit">I have opened it</button></div>
</form>`
  return page(SERVER_NAME, 'Look into your mailbox', body)
}

/** A code is on its way, and is typed here. */
export function typeCodePage(transaction: string, alert?: string): string {
  const body = markup`<p>If you have an account, a mail with a code is there. Read it wherever you like, and type it here.</p>
<form id="mail-code" method="post" action="/email/code">
<input type="hidden" name="transaction" value="${transaction}">
<div class="field"><label for="mail_code">Code</label>
<input id="mail_code" name="mail_code" type="text" inputmode="numeric" autocomplete="one-time-code" required></div>
<div class="actions"><button class="primary" type="submit">Go on</button></div>
</form>`
  return page(SERVER_NAME, 'Type the code', body, alert)
}

/** What a link leads to that uses nothing up. */
export function pressPage(action: string, token: string): string {
  const body = markup`<p>to continue to <strong class="client">${APP_NAME}</strong></p>
<form id="press" method="post" action="${action}">
<input type="hidden" name="token" value="${token}">
<div class="actions"><button class="primary" type="submit">Sign me in</button></div>
</form>`
  return page(SERVER_NAME, 'Almost there', body)
}

/** The same, and it says who asked: a browser that the person has here, or one that they may know nothing of. */
export function questionPage(action: string, token: string, isHere: boolean): string {
  const asker = isHere ? 'In this browser' : 'In another browser than this one'
  const body = markup`<p>${asker} somebody has begun to sign in to <strong class="client">${APP_NAME}</strong> with your address.</p>
<form id="question" method="post" action="${action}">
<input type="hidden" name="token" value="${token}">
<div class="actions">
<button class="primary" type="submit" name="decision" value="approve">It was me</button>
<button class="secondary" type="submit" name="decision" value="deny">It was not me</button>
</div>
</form>`
  return page(SERVER_NAME, 'Did you begin to sign in?', body)
}

/** After a yes, where the sign-in goes on elsewhere. */
export function openedPage(): string {
  return page(SERVER_NAME, 'Go on where you began', markup`<p>You can close this page.</p>`)
}

/** After a no. */
export function deniedPage(): string {
  return page(SERVER_NAME, 'Nobody was signed in', markup`<p>The link does not work any more.</p>`)
}

/** What went wrong with a mail. */
export function mailFailedPage(alert: string): string {
  return page(SERVER_NAME, 'You are not signed in', markup`<p>Please start again from the app.</p>`, alert)
}

/** A mail as it lies in the mailbox. */
export interface Mail {
  readonly subject: string
  readonly text: string
}

/** The mailbox, the newest mail on top. What looks like an address is a link. */
export function inboxPage(mails: readonly Mail[]): string {
  const list = mails
    .toReversed()
    .map(
      ({ subject, text }) =>
        markup`<h2>${subject}</h2><p>${URL.canParse(text) ? markup`<a href="${text}">Sign in</a>` : text}</p>`,
    )
  return page('Mail', 'Inbox', mails.length === 0 ? markup`<p>There is no mail.</p>` : markup`${list}`)
}

function page(app: string, title: string, body: Markup, alert?: string): string {
  return appPage({ app, title, body, ...(alert !== undefined && { alert }) })
}

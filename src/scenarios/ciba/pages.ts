/** What the screens at the counters show. */
import { type Markup, markup } from '../../http/index.ts'
import { appPage, type PageAction } from '../../scenario-kit/parties/app-page.ts'
import { APP_NAME } from '../../scenario-kit/parties/cast.ts'
import type { Pending } from './client.ts'

/** A counter, and who stands there. */
export interface Counter {
  readonly id: 'counter-1' | 'counter-2'
  readonly name: string
  readonly customer: string
  readonly ask: PageAction
}

/** Before anybody is asked, and after a failure. */
export function startScreen({ name, customer, ask }: Counter, alert?: string): string {
  const body = markup`<p>${customer} wants prints, and says: my address is ada@example.com.</p>`
  return screen(name, alert === undefined ? 'Photos to print' : 'No photos', body, [ask], alert)
}

/** While the person is asked; what the message is, the customer can read here. */
export function waitingScreen({ name }: Counter, { binding_message }: Pending): string {
  const message =
    binding_message === undefined
      ? markup`<p>Please answer on your phone.</p>`
      : markup`<p>Your phone asks about:</p><p><strong class="user-code">${binding_message}</strong></p>`
  return screen(name, 'Waiting for your phone', message)
}

/** Once the photos are there. */
export function photosScreen({ name }: Counter, photos: unknown): string {
  return screen(name, 'Your photos are being printed', markup`<pre>${JSON.stringify(photos, null, 2)}</pre>`)
}

function screen(
  name: string,
  title: string,
  body: Markup,
  actions: readonly PageAction[] = [],
  alert?: string,
): string {
  return appPage({ app: `${APP_NAME}, ${name}`, title, body, actions, ...(alert !== undefined && { alert }) })
}

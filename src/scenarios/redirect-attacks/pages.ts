/** The pages of the app, and those of the attacker’s site. */
import { type Markup, markup } from '../../http/index.ts'
import type { Json } from '../../lib/json.ts'
import { appPage } from '../../scenario-kit/parties/app-page.ts'
import { APP_NAME } from '../../scenario-kit/parties/cast.ts'
import { pageForms } from '../../scenario-kit/parties/page-form.ts'

/** URL origin of the attacker’s site. To everybody else it is a shop that sells frames. */
export const FRAMES = 'https://free-frames.example'

const START = { id: 'start', action: '/login', label: 'Sign in' }
const PHOTOS = { id: 'photos', action: '/photos', label: 'Show my photos' }
const FRAMES_LINK = markup`<p><a href="${FRAMES}/">Frames for your prints</a></p>`

/** What somebody sees who is not signed in. */
export function startPage(): string {
  const text = markup`<p>Your photos are kept elsewhere. Sign in there, and allow this site to see them.</p>`
  return page('Order prints of your photos', markup`${text}${pageForms(START)}`)
}

/** What an app shows that has one more thing to say before it goes on. */
export function almostDonePage(): string {
  const text = markup`<p>Before you go on: our prints now come with frames, by a partner.</p>`
  const goOn = { id: 'continue', action: '/continue', label: 'Continue', method: 'post' } as const
  return page('Nearly done', markup`${text}${FRAMES_LINK}${pageForms(goOn)}`)
}

/** What a signed-in person sees. */
export function homePage(name: string): string {
  const text = markup`<p>Signed in as <strong>${name}</strong>. What you order is kept in this account.</p>`
  return page('Signed in', markup`${text}${FRAMES_LINK}${pageForms(PHOTOS)}`)
}

/** What the API answered. */
export function photosPage(name: string, data: Json): string {
  const text = markup`<p>Photos of <strong>${name}</strong>:</p><pre>${JSON.stringify(data, null, 2)}</pre>`
  return page('Your photos', markup`${text}${pageForms(PHOTOS)}`)
}

/** What went wrong. */
export function failedPage(alert: string): string {
  return page('You are not signed in', markup`<p>Nothing was changed.</p>${pageForms(START)}`, alert)
}

/** The front page of the attacker’s site. What the button leads to is up to its owner. */
export function framesPage(hasOffer: boolean): string {
  const claim = { id: 'claim', action: '/claim', label: 'Claim a free frame' }
  const signIn = { id: 'frames-sign-in', action: '/sign-in', label: 'Sign in', isSecondary: true }
  const text = markup`<p>Every print looks better in one.</p>`
  return framed('Free frames', markup`${text}${hasOffer ? pageForms(claim, signIn) : pageForms(signIn)}`)
}

/** Where a visitor of the attacker’s site ends up, whatever has happened. */
export function thanksPage(): string {
  const again = { id: 'frames-sign-in', action: '/sign-in', label: 'Sign in', isSecondary: true }
  return framed('Thank you', markup`<p>Your frame is on its way.</p>${pageForms(again)}`)
}

function framed(title: string, body: Markup): string {
  return appPage({ app: 'Frames and More', title, body })
}

function page(title: string, body: Markup, alert?: string): string {
  return appPage({ app: APP_NAME, title, body, ...(alert !== undefined && { alert }) })
}

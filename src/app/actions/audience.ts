/** The window for the audience: opening it, and what becomes of it. */

import { siteHome } from '../../lib/site-home.ts'
import { audienceAddress } from '../audience-link/address.ts'
import { linkOf } from '../link.ts'
import { commit, current } from '../state/store.ts'
import { notify } from './notices.ts'

let opened: Window | null = null

/** Whether the window is there, loaded or not. */
export function isAudienceOpen(): boolean {
  return opened?.closed === false
}

/** Opens the window at this moment. It follows from then on, on a channel of its own. */
export function openAudience(): void {
  const channel = Array.from(crypto.getRandomValues(new Uint32Array(2)), (part) => part.toString(36)).join('')
  opened = window.open(audienceAddress(siteHome(), channel, linkOf(current())), '', 'popup,width=1280,height=720')
  if (opened === null) {
    notify({
      tone: 'problem',
      title: 'The browser has blocked the audience window.',
      details: ['Allow pop-ups for this page, usually at the end of the address bar, then open it again.'],
    })
    return
  }
  commit({ presenter: { audience: { channel, isFollowing: false } }, run: { notice: undefined } })
}

/** The window has answered. */
export function audienceFollows(): void {
  const { audience } = current().presenter
  if (audience === undefined || audience.isFollowing) return
  commit({ presenter: { audience: { ...audience, isFollowing: true } } })
}

/** The window is gone. */
export function audienceLeft(): void {
  commit({ presenter: { audience: undefined, isBlank: false } })
  notify({
    tone: 'info',
    title: 'The audience window was closed.',
    details: ['The diagram is back here. Press w to open the window again.'],
  })
}

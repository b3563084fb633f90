/** Popups: windows that a page opens, what the two can say to each other, and what cuts them apart (HTML §7.1.3, §7.2.2.1). */
import { type HttpResponse, header } from '../../http/index.ts'
import type { Recorded } from '../network.ts'
import type { WindowMessage, WindowMessages } from './frames.ts'
import type { NavigationRequest } from './navigation.ts'
import type { OpenerHandle, OpenerPolicy, PopupHandle } from './opener.ts'
import { type BrowserWindow, createWindow, type PopupLink, windowOf } from './window.ts'

/** What a page load learns of opener policies, answer by answer: redirects count (HTML §7.1.3.2). */
interface OpenerCheck {
  seen(response: HttpResponse, url: URL): void
  /** The page is there: cuts what has to be cut. */
  commit(): void
}

/** The popups of a browser. */
export interface Popups {
  /** `open` of a page; `null` when the browser opens nothing. */
  open(from: BrowserWindow, url: string): PopupHandle | null
  openerOf(popup: BrowserWindow, origin: string): OpenerHandle | null
  /** The person has pressed something in a window. */
  activate(target: BrowserWindow): void
  check(target: BrowserWindow): OpenerCheck
}

interface PopupPorts {
  readonly browser: string
  readonly windows: Map<string, BrowserWindow>
  readonly messages: WindowMessages
  now(): number
  load(target: BrowserWindow, request: NavigationRequest, entry: 'push'): void
  close(target: BrowserWindow): void
  record(event: Recorded): void
}

/**
 * How long a press counts that lets a page open a window. HTML §6.4.1 leaves it to the browser, “at most a few seconds”; Chromium has
 * five (`kActivationLifespan`), and one press opens one window there.
 */
const ACTIVATION_MS = 5000

/** Creates the popups of one browser. What a page keeps in `sessionStorage` is not copied to the window that it opens. */
export function createPopups({ browser, windows, messages, now, load, close, record }: PopupPorts): Popups {
  const presses = new Map<BrowserWindow, number>()

  function cut(target: BrowserWindow, why: string): void {
    const links = [target, ...windows.values()].flatMap(({ popup }) => popup ?? [])
    const own = links.filter((link) => link.state === 'open' && (link === target.popup || link.opener === target))
    for (const link of new Set(own)) {
      link.state = 'cut'
      const reason = `${why} For the page that opened it the popup counts as closed, and the popup has no window.opener. (HTML §7.1.3.2)`
      record({ type: 'refused', actor: browser, what: 'A popup was cut off from the page that opened it', reason })
    }
  }

  /** Delivers a message to what a window shows now, if that is of the origin for which it is meant (HTML §9.3.3). */
  function tell({ document }: BrowserWindow, message: WindowMessage, targetOrigin: string): void {
    if (document === undefined) return
    const { origin } = document.url
    if (['*', origin].includes(targetOrigin)) {
      messages.post(document, message)
      return
    }
    const reason = `The target origin provided ('${targetOrigin}') does not match the recipient window's origin ('${origin}'). (HTML §9.3.3)`
    record({ type: 'refused', actor: browser, what: 'A message was not delivered', reason })
  }

  /** `popup`, `popup-2` …: the first one that no window has, or one that was closed. */
  function freeName(): string {
    let number = 1
    const name = () => (number === 1 ? 'popup' : `popup-${number}`)
    while ((windows.get(name())?.popup?.state ?? 'closed') !== 'closed') number += 1
    return name()
  }

  return {
    activate: (target) => presses.set(target, now()),

    open(from, address) {
      const opener = windowOf(from)
      const pressed = presses.get(opener)
      presses.delete(opener)
      if (pressed === undefined || now() - pressed > ACTIVATION_MS) {
        const reason = 'The page opened it by itself: nobody had pressed anything just before. (HTML §7.2.2.1)'
        record({ type: 'refused', actor: browser, what: 'A popup was blocked', reason })
        return null
      }
      const popup = createWindow(freeName())
      const link: PopupLink = { opener, state: 'open' }
      popup.popup = link
      windows.set(popup.id, popup)
      const initiator = from.document?.url
      load(popup, { url: new URL(address, initiator), method: 'GET', body: '', initiator }, 'push')
      return {
        get closed() {
          return link.state !== 'open'
        },
        postMessage(data, targetOrigin) {
          if (link.state === 'open' && initiator !== undefined)
            tell(popup, { data, origin: initiator.origin }, targetOrigin)
        },
        close: () => link.state === 'open' && close(popup),
      }
    },

    openerOf({ popup: link }, origin) {
      if (link?.state !== 'open') return null
      return {
        postMessage(data, targetOrigin) {
          if (link.state === 'open') tell(link.opener, { data, origin }, targetOrigin)
        },
      }
    },

    check(target) {
      const { document, popup } = target
      // A window that was just opened shows about:blank, with the policy of the page that opened it (HTML §7.3.2.1).
      const isInitial = document === undefined
      const before = document ?? popup?.opener.document
      let policy: OpenerPolicy = before?.openerPolicy ?? 'unsafe-none'
      let { origin } = before?.url ?? { origin: 'null' }
      let why: string | undefined
      return {
        seen(response, url) {
          const next = openerPolicyOf(response)
          const isKept = isInitial ? keepsPopup(policy, next) : undefined
          if (!(isKept ?? matches(policy, origin, next, url.origin))) {
            why ??= `The opener policies do not fit: first ${policy} (${origin}), then ${next} (${url.origin}).`
          }
          policy = next
          origin = url.origin
        },
        commit() {
          if (why !== undefined) cut(target, why)
        },
      }
    },
  }
}

/** The policy that an answer sets; what is not known counts as none (HTML §7.1.3.1). */
export function openerPolicyOf(response: HttpResponse): OpenerPolicy {
  const value = header(response, 'cross-origin-opener-policy')?.split(';')[0]?.trim()
  return value === 'same-origin' || value === 'same-origin-allow-popups' || value === 'noopener-allow-popups'
    ? value
    : 'unsafe-none'
}

/** Whether a page keeps the window that it opens, where the origins do not decide (HTML §7.1.3.2, “popup COOP values”). */
function keepsPopup(opener: OpenerPolicy, popup: OpenerPolicy): boolean | undefined {
  if (popup === 'noopener-allow-popups') return false
  return popup === 'unsafe-none' && opener.endsWith('-allow-popups') ? true : undefined
}

/** Whether two pages may share a group of windows (HTML §7.1.3.2, “match opener policy values”). */
function matches(one: OpenerPolicy, oneOrigin: string, other: OpenerPolicy, otherOrigin: string): boolean {
  return one === other && (one === 'unsafe-none' || oneOrigin === otherOrigin)
}

/** Frames: documents inside a window, what is allowed to be in one, and the messages that they send (HTML §4.8.5, §9.3). */
import { type HttpResponse, header } from '../../http/index.ts'
import { isSameSite, registrableDomain } from '../cookies/index.ts'

/** A frame as a page's script has it. It loads when it is put into the document. */
export interface PageFrame {
  src: string
  hidden: boolean
  /** How it looks and where it lies. There is no layout here: what a press hits, the world says (`pressThrough`). */
  readonly style: { cssText: string }
  remove(): void
}

/** What a script hears that another document has sent to its own. */
export interface WindowMessage {
  readonly data: string
  /** Of the document that sent it. */
  readonly origin: string
}

/** The messages between the documents of a browser. */
export interface WindowMessages {
  listen(document: object, hear: (message: WindowMessage) => void): void
  post(document: object, message: WindowMessage): void
  /** Forgets a document that is gone. */
  release(document: object): void
}

/** Creates the messages of one browser. */
export function createWindowMessages(): WindowMessages {
  let listeners: readonly { readonly document: object; readonly hear: (message: WindowMessage) => void }[] = []
  return {
    listen(document, hear) {
      listeners = [...listeners, { document, hear }]
    },
    post(document, message) {
      for (const listener of listeners) {
        if (listener.document !== document) continue
        // A message is a task of its own in a browser: the sender goes on before anybody hears of it.
        void Promise.resolve().then(() => listeners.includes(listener) && listener.hear(message))
      }
    },
    release(document) {
      listeners = listeners.filter((listener) => listener.document !== document)
    },
  }
}

/** Scheme and registrable domain of an address. */
export function siteOf({ protocol, hostname }: URL): string {
  return `${protocol}//${registrableDomain(hostname)}`
}

/**
 * Under which name a document's storage, locks and events are kept: its origin; in a frame of another site its origin and the site in
 * the address bar (storage partitioning: Chrome since version 115, Firefox since 103, Safari since 2013).
 */
export function storageKeyOf(url: URL, top: URL | undefined): string {
  return top === undefined || isSameSite(url.origin, top.origin) ? url.origin : `${url.origin} in ${siteOf(top)}`
}

/** Why a response may not be shown in a frame of a page, in the words of Chromium's console; `undefined` when it may. */
export function framingRefusal(response: HttpResponse, url: URL, top: URL): string | undefined {
  const ancestors = /frame-ancestors ([^;]*)/i.exec(header(response, 'content-security-policy') ?? '')?.[1]?.trim()
  const isOwn = url.origin === top.origin
  // Where frame-ancestors is there, X-Frame-Options is ignored (Content Security Policy Level 3 §6.4.2.2).
  if (ancestors !== undefined) {
    const isAllowed =
      ancestors === '*' || (ancestors === "'self'" && isOwn) || ancestors.split(/\s+/).includes(top.origin)
    return isAllowed
      ? undefined
      : `Refused to frame '${url.origin}/' because an ancestor violates the following Content Security Policy directive: "frame-ancestors ${ancestors}".`
  }
  const option = header(response, 'x-frame-options')?.toLowerCase()
  if (option !== 'deny' && !(option === 'sameorigin' && !isOwn)) return undefined
  return `Refused to display '${url.origin}/' in a frame because it set 'X-Frame-Options' to '${option}'.`
}

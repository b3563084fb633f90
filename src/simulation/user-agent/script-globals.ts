/** The globals of a page's script. Client code takes them by the names that shadow the real ones, so it reads as it would at work. */
import type { Clock } from '../clock.ts'
import type { ScriptFetch } from '../fetch-messages.ts'
import type { RandomBytes } from '../random.ts'
import type { ChannelConstructor } from './broadcast.ts'
import type { PageFrame, WindowMessage } from './frames.ts'
import type { PageLifecycle } from './lifecycle.ts'
import type { WebLocks } from './locks.ts'
import type { OpenerHandle, PopupHandle } from './opener.ts'
import type { WebStorage } from './storage.ts'
import type { AddStorageListener } from './storage-events.ts'

/** What client code may use of its tab. Everything else it takes from the language. */
export interface TabGlobals {
  readonly fetch: ScriptFetch
  readonly location: PageLocation
  readonly document: PageDocument
  /** The window that the page is a frame of; its own where it is in none. */
  readonly parent: { postMessage(data: string, targetOrigin: string): void }
  /** Opens a window and loads a page in it; `null` when the browser opens none. */
  open(url: string | URL): PopupHandle | null
  /** The window whose page has opened this one; `null` without one, and where the two were cut apart. */
  readonly opener: OpenerHandle | null
  /** Closes the window, if a script has opened it. */
  close(): void
  readonly BroadcastChannel: ChannelConstructor
  /** Only the address can be replaced: no page here keeps state in its history. */
  readonly history: { replaceState(data: null, unused: '', url: string | URL): void }
  readonly sessionStorage: WebStorage
  readonly localStorage: WebStorage
  readonly addEventListener: AddPageListener
  readonly navigator: { readonly locks: WebLocks }
  readonly crypto: PageCrypto
  readonly Date: { now(): number }
  readonly AbortSignal: { timeout(delayMs: number): AbortSignal }
  setTimeout(callback: () => void, delayMs: number): number
  clearTimeout(id: number): void
}

/** The part of `document` that client code uses. */
interface PageDocument {
  /** What scripts can read of the page’s cookies: none that is HttpOnly. */
  readonly cookie: string
  createElement(name: 'iframe'): PageFrame
  readonly body: { append(frame: PageFrame): void }
}

/** Registers a listener of a page: for changes that other tabs make to `localStorage`, or for messages of other documents. */
interface AddPageListener {
  (type: 'storage', listener: Parameters<AddStorageListener>[0]): void
  (type: 'message', listener: (message: WindowMessage) => void): void
}

/** The part of `location` that client code uses. */
export interface PageLocation {
  readonly href: string
  readonly origin: string
  readonly pathname: string
  readonly search: string
  readonly hash: string
  assign(url: string | URL): void
  replace(url: string | URL): void
}

/** Real WebCrypto, seeded randomness. */
export interface PageCrypto {
  readonly subtle: SubtleCrypto
  getRandomValues<Bytes extends Uint8Array>(array: Bytes): Bytes
  randomUUID(): string
}

/** `location` of a page, which `history` can change; `go` starts a navigation. */
export function createLocation(
  document: { readonly url: URL },
  go: (target: URL, mode: 'push' | 'replace') => void,
): PageLocation {
  return {
    get href() {
      return document.url.href
    },
    get origin() {
      return document.url.origin
    },
    get pathname() {
      return document.url.pathname
    },
    get search() {
      return document.url.search
    },
    get hash() {
      return document.url.hash
    },
    assign: (target) => go(new URL(target, document.url), 'push'),
    replace: (target) => go(new URL(target, document.url), 'replace'),
  }
}

/** `crypto` of a page: WebCrypto as it is, random bytes from the page's own stream. */
export function createPageCrypto(random: RandomBytes, stream: string): PageCrypto {
  return {
    subtle: globalThis.crypto.subtle,
    getRandomValues(array) {
      array.set(random(array.length, stream))
      return array
    },
    randomUUID() {
      const bytes = random(16, stream)
      // Version 4, variant 1 (RFC 9562 §5.4).
      const hex = [...bytes].map((byte, index) => {
        const value = index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte
        return value.toString(16).padStart(2, '0')
      })
      return hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
    },
  }
}

type PageListener =
  | [type: 'storage', listener: Parameters<AddStorageListener>[0]]
  | [type: 'message', listener: (message: WindowMessage) => void]

/** `addEventListener` of a page, from what it does for each of the events. */
export function createPageListener(
  { run }: PageLifecycle,
  onStorage: AddStorageListener,
  onMessage: (listener: (message: WindowMessage) => void) => void,
): AddPageListener {
  return (...[type, listener]: PageListener) =>
    type === 'storage'
      ? onStorage((change) => run(() => listener(change)))
      : onMessage((message) => run(() => listener(message)))
}

/** Timers of a page on the virtual clock; those of a frozen page fire when it is resumed. */
export function createTimers(
  clock: Clock,
  { run }: Pick<PageLifecycle, 'run'> = { run: (task) => task() },
): Pick<TabGlobals, 'setTimeout' | 'clearTimeout' | 'Date' | 'AbortSignal'> {
  const start: TabGlobals['setTimeout'] = (callback, delayMs) =>
    clock.setTimer(clock.now() + Math.max(0, delayMs), () => run(callback))
  return {
    Date: { now: () => clock.now() },
    setTimeout: start,
    clearTimeout: (id) => clock.clearTimer(id),
    AbortSignal: {
      timeout(delayMs) {
        const controller = new AbortController()
        start(() => controller.abort(new DOMException('signal timed out', 'TimeoutError')), delayMs)
        return controller.signal
      },
    },
  }
}

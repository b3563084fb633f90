/** What a page and a window that it opened have of each other. */

/** With whom a page shares what scripts of one window can reach of another (`Cross-Origin-Opener-Policy`). */
export type OpenerPolicy = 'unsafe-none' | 'same-origin-allow-popups' | 'same-origin' | 'noopener-allow-popups'

/** A window as the page has it that opened it. */
export interface PopupHandle {
  /** True once it is closed; also once it is cut off, when it may still be open. */
  readonly closed: boolean
  postMessage(data: string, targetOrigin: string): void
  close(): void
}

/** `opener` of a page. */
export interface OpenerHandle {
  postMessage(data: string, targetOrigin: string): void
}

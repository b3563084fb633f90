/** What the browser itself shows and says when a page does not come. */
import { escapeHtml } from '../../http/index.ts'
import type { Note } from '../types.ts'
import { MAX_REDIRECTS, TooManyRedirectsError } from './navigation.ts'

/** A page that the browser itself shows. */
export function plainPage(title: string, text: string): string {
  return `<!doctype html><html lang="en"><head><title>${escapeHtml(title)}</title></head><body class="page"><main class="card"><h1>${escapeHtml(title)}</h1><pre>${escapeHtml(text)}</pre></main></body></html>`
}

/** What stands where a window was. */
export const CLOSED_PAGE = plainPage('Closed', 'This window was closed.')

/** Why the browser stops following redirects, with the code that Chromium gives it. */
const REDIRECT_LOOP: Note = {
  type: 'check',
  rule: 'redirect_count',
  clause: 'Fetch §4.5',
  passed: false,
  message: `ERR_TOO_MANY_REDIRECTS: ${MAX_REDIRECTS} redirects were followed, and the answer is one more.`,
  sent: String(MAX_REDIRECTS + 1),
  expected: `${MAX_REDIRECTS} at most`,
  fix: 'Go through the redirects one by one: which of them should have been a page, and what did its request not bring?',
}

/** What the browser shows when a page load has failed, and what there is to note about it. */
export function failurePage(error: unknown): { readonly html: string; readonly reason?: Note } {
  const message = error instanceof Error ? error.message : String(error)
  return error instanceof TooManyRedirectsError
    ? { html: plainPage('This page isn’t working', message), reason: REDIRECT_LOOP }
    : { html: plainPage('This page can’t be reached', message) }
}

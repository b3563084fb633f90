/** Which hosts are simulated: all under `.example`, which nobody can register (RFC 2606 §2), so that a new party needs no list. */

/** As a source of a content security policy: what a script of the built page may connect to. */
export const SIMULATED_SOURCE = 'https://*.example'

/** Absolute URLs that are answered inside the page. */
export const SIMULATED_URL = /^https:\/\/[a-z0-9.-]+\.example(?=\/|$)/

/** Whether an address is one that nobody outside of the page can have. */
export function isSimulated(url: string): boolean {
  return SIMULATED_URL.test(url) && URL.canParse(url) && new URL(url).hostname.endsWith('.example')
}

/** Stands in for `tldts` (the whole public-suffix list, half of msw's size): msw's own cookie jar, its one user, is never used here. */

/** The registrable domain of a host name, taken to be its last two labels. */
export function getDomain(hostname: string): string {
  return hostname.split('.').slice(-2).join('.')
}

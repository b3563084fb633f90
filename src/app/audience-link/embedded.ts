/** Whether the page is a player in another page. */

/** True when the address asks for it with `?embed=1`. */
export function isEmbedded(): boolean {
  return new URLSearchParams(location.search).get('embed') === '1'
}

/** Where the page's own files lie, whichever of its pages was opened. */

/** The end of the address of a run's own page; `share/address.ts` writes such addresses. */
const RUN_PAGE = /(?<=\/)r\/[^/]+\/[^/]+\/(?=(?:index\.html)?$)/

/** The folder in which the build's files lie, ending with a slash. `page` is the address of the page that is open. */
export function siteRoot(page: string): string {
  const url = new URL(page)
  url.pathname = url.pathname.replace(RUN_PAGE, '')
  return new URL('.', url).href
}

/** Where the site begins, whichever of its pages is open. */

/** Each page names the manifest, which lies beside the first page, and the build writes how far up that is. */
const MANIFEST = 'link[rel="manifest"]'

/** What is asked of a document. */
export interface OpenPage {
  readonly URL: string
  querySelector(selector: string): unknown
}

/**
 * The absolute address of the site's first page, without query and fragment: its folder, or the file in it where the open
 * page's address names one. Files of the site are named from it. A folder's own name never matters.
 */
export function siteHome(page: OpenPage = document): string {
  const manifest = page.querySelector(MANIFEST) as { readonly href: string } | null
  const folder = new URL('.', manifest?.href ?? page.URL).href
  return new URL(page.URL).pathname.endsWith('/index.html') ? `${folder}index.html` : folder
}

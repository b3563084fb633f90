/** The address of a run: the page of its outcome, and the run itself after the `#`. */
import { siteRoot } from '../lib/site-root.ts'

/** The outcome that a run comes to: the build writes a page for each, which is what a preview of the link shows. */
export interface Place {
  readonly scenario: string
  readonly outcome: string
}

/** What an address may have besides. */
interface AddressOptions {
  /** Without one the address is that of the first page. */
  readonly place?: Place | undefined
  /** The player for other pages in place of the whole app. */
  readonly isEmbedded?: boolean
}

const PLACE = /\/r\/([a-z0-9-]+)\/([a-z0-9-]+)\/(?:index\.html)?$/

/** The path of an outcome's page, from the folder of the site. */
export function pathOf({ scenario, outcome }: Place): string {
  return `r/${scenario}/${outcome}/`
}

/** The outcome whose page an address is; whether there is one, the caller knows. */
export function placeOf(page: string): Place | undefined {
  const [, scenario, outcome] = PLACE.exec(new URL(page).pathname) ?? []
  return scenario === undefined || outcome === undefined ? undefined : { scenario, outcome }
}

/**
 * The address at which a run or a playlist opens. `page` is the address of any page of the site; its query and fragment do
 * not matter. Where it names its file, the host may need that, and the address does so, too.
 */
export function addressOf(page: string, fragment: string, { place, isEmbedded = false }: AddressOptions = {}): string {
  const url = new URL(place === undefined ? '' : pathOf(place), siteRoot(page))
  if (new URL(page).pathname.endsWith('/index.html')) url.pathname += 'index.html'
  url.search = isEmbedded ? '?embed=1' : ''
  url.hash = fragment
  return url.href
}

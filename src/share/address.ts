/** The address of a run: the page of its outcome, and the run itself after the `#`. */
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

/** What follows the folder of the site in the address of an outcome's page. */
const PLACE = /^r\/([a-z0-9-]+)\/([A-Za-z0-9-]+)\/(?:index\.html)?$/

/** The path of an outcome's page, from the folder of the site. */
export function pathOf({ scenario, outcome }: Place): string {
  return `r/${scenario}/${outcome}/`
}

/**
 * The outcome whose page an address is; whether there is one, the caller knows. `home` is the address of the site's first
 * page (`lib/site-home.ts`).
 */
export function placeOf(page: string, home: string): Place | undefined {
  const { pathname } = new URL(page)
  const folder = new URL('.', home).pathname
  const [, scenario, outcome] = (pathname.startsWith(folder) && PLACE.exec(pathname.slice(folder.length))) || []
  return scenario === undefined || outcome === undefined ? undefined : { scenario, outcome }
}

/**
 * The address at which a run or a playlist opens. `home` is the address of the site's first page. Where it names its file,
 * the host may need that, and the address does so, too.
 */
export function addressOf(home: string, fragment: string, { place, isEmbedded = false }: AddressOptions = {}): string {
  const url = new URL(place === undefined ? '.' : pathOf(place), home)
  if (new URL(home).pathname.endsWith('/index.html')) url.pathname += 'index.html'
  url.search = isEmbedded ? '?embed=1' : ''
  url.hash = fragment
  return url.href
}

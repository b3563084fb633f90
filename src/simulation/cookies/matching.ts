/** Which hosts, paths and sites belong together (RFC 6265bis §5.1.3, §5.1.4, §5.2). */

/** Public suffixes of more than one label that a scenario may use; every single label (`com`, `example`) is one too. */
const PUBLIC_SUFFIXES: ReadonlySet<string> = new Set([
  'co.uk',
  'org.uk',
  'com.au',
  'co.jp',
  'com.br',
  'github.io',
  'pages.dev',
  'vercel.app',
  'netlify.app',
])

/** True for a host that is an IP address, as the URL parser writes it. */
function isIpAddress(host: string): boolean {
  return host.startsWith('[') || /^\d+\.\d+\.\d+\.\d+$/.test(host)
}

/** True for a domain under which strangers register names; cookies for all of it would cross between them. */
export function isPublicSuffix(domain: string): boolean {
  if (isIpAddress(domain)) return false
  return !domain.includes('.') || PUBLIC_SUFFIXES.has(domain)
}

/** True when `host` is `domain` or lies under it (§5.1.3); both in lower case. */
export function domainMatches(host: string, domain: string): boolean {
  return host === domain || (host.endsWith(`.${domain}`) && !isIpAddress(host))
}

/** The part of a host that one party registers, such as `app.example` of `www.app.example`; the host itself if there is none. */
export function registrableDomain(host: string): string {
  const labels = host.split('.')
  const start = labels.findIndex((_, index) => isPublicSuffix(labels.slice(index).join('.')))
  return isIpAddress(host) || start <= 0 ? host : labels.slice(start - 1).join('.')
}

/** True when two URLs or origins have the same scheme and registrable domain; ports don't matter. An opaque origin matches nothing. */
export function isSameSite(one: string, other: string): boolean {
  if (!URL.canParse(one) || !URL.canParse(other)) return false
  const [first, second] = [new URL(one), new URL(other)]
  return first.protocol === second.protocol && registrableDomain(first.hostname) === registrableDomain(second.hostname)
}

/**
 * True for a connection that Secure cookies may use: TLS, or a loopback host. RFC 6265bis leaves "secure connection"
 * to the user agent and names https and localhost as what most agree on (§5.8.3); browsers count 127.0.0.0/8 and [::1] too.
 */
export function isSecureConnection(url: URL): boolean {
  if (url.protocol === 'https:' || url.protocol === 'wss:') return true
  const host = url.hostname
  return host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host)
}

/** The path a cookie gets when it names none: that of the request up to its last slash (§5.1.4). */
export function defaultPath(path: string): string {
  const end = path.lastIndexOf('/')
  return path.startsWith('/') && end > 0 ? path.slice(0, end) : '/'
}

/** True when a cookie's path covers a request's path (§5.1.4). */
export function pathMatches(path: string, cookiePath: string): boolean {
  if (path === cookiePath) return true
  return path.startsWith(cookiePath) && (cookiePath.endsWith('/') || path.charAt(cookiePath.length) === '/')
}

/** True when a request is same-site: caused by the person, or by a page of the same site (§5.2). */
export function isSameSiteRequest(context: { readonly url: string; readonly siteForCookies: string | null }): boolean {
  return context.siteForCookies === null || isSameSite(context.url, context.siteForCookies)
}

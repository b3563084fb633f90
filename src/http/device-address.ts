/** Addresses that lead to a program on the same machine: the loopback interface, and schemes that apps have for themselves (RFC 8252 §7). */

const LOOPBACK = /^http:\/\/(?:127\.0\.0\.1|\[::1\])(?::\d{1,5})?(?=[/?]|$)/

/** A domain name in reverse (RFC 8252 §7.1): what has no dot is a scheme of the web. */
const PRIVATE_SCHEME = /^[a-z][a-z0-9+-]*(?:\.[a-z0-9+-]+)+:/

/** Whether an absolute address never leaves the machine that it is opened on. */
export function isOnDevice(url: string): boolean {
  return LOOPBACK.test(url) || PRIVATE_SCHEME.test(url)
}

/** Who is asked for an address: its origin, or its scheme where that says it all (`com.example.app:`). */
export function originOf({ origin, href, protocol }: URL): string {
  return PRIVATE_SCHEME.test(href) ? protocol : origin
}

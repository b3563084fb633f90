/** Which address a proof is for, as `htu` says it. */

/**
 * An address as two are compared: without query and fragment (RFC 9449 §4.3), normalised by syntax and scheme (RFC 3986 §6.2.2,
 * §6.2.3). `undefined` for what is no http address, or names a user.
 */
export function normaliseTarget(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined
  const { protocol, host, pathname, username, password } = new URL(address)
  if (!/^https?:$/.test(protocol) || username !== '' || password !== '') return undefined
  // The parser lowers scheme and host and drops a usual port and dot segments; it leaves escapes as they are.
  const path = pathname.replace(/%[0-9a-f]{2}/gi, (octet) => {
    const character = String.fromCharCode(Number.parseInt(octet.slice(1), 16))
    return /[A-Za-z0-9\-._~]/.test(character) ? character : octet.toUpperCase()
  })
  return `${protocol}//${host}${path}`
}

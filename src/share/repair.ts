/** Mends what mail gateways, chat programs and line breaks do to an address on its way. */

/** White space and characters that nobody sees; in mail, with the `=` that ends a line there (RFC 2045 §6.7). */
const GAP = /=?[\s\p{Cf}]+/gu

/** What a fragment of ours consists of: a format and its payload (base64url), a place in the lab, or the id of a scenario. */
const FRAGMENT = /^(?:p?\d{1,4}\.[\w-]+|lab(?:\/[\w-]+)+|[a-z][a-z0-9-]*)/

/** The page of an outcome within a path, and what follows it. */
const RUN = /^(.*\/)r\/+([a-z0-9-]+)\/+([A-Za-z0-9-]+)(.*)$/s

/** A place in the lab whose # was lost, behind the folder of the site. */
const LAB = /^(.*\/)(lab\/[a-z0-9-]+\/(?:attack|defence)\/[A-Za-z0-9-]+)\/?$/

/** What a sentence or a markup puts behind an address, and slashes. */
const TRAILING = /[^\w-]+$/

/**
 * A fragment without what was put before, into or behind it: the first reading that `isWhole` accepts; as it came where
 * none is. Takes time in proportion to the text.
 */
export function repairFragment(text: string, isWhole: (fragment: string) => boolean): string {
  const decoded = decode(text).replace(/^[#\s]+/, '')
  const [upToGap = ''] = decoded.split(GAP)
  const joined = decoded.replace(GAP, '')
  // What follows a gap may be the rest of it, or a sentence, which has no slash at its beginning.
  const isCut = joined.slice(upToGap.length - 1, upToGap.length + 1).includes('/')
  const readings = (isCut ? [joined, upToGap] : [upToGap, joined]).flatMap((reading) => {
    const [fragment = ''] = FRAGMENT.exec(reading) ?? []
    // Markup for emphasis, which may also be the end of a payload.
    return [fragment.replace(/_+$/, ''), fragment]
  })
  return [text, ...readings].find((reading) => reading !== '' && isWhole(reading)) ?? text
}

/**
 * A better address than one that a host has no page for, on the same host; `undefined` when there is none. A run's page
 * that does not exist is sent to the first page, which opens the run all the same. Going where it says, again and again,
 * ends.
 */
export function repairAddress(address: string): string | undefined {
  const url = new URL(address)
  const [before = '', ...after] = decode(url.pathname).split('#')
  const path = before.replace(GAP, '')
  const fragment = url.hash.slice(1) || after.join('#').replace(/\/$/, '')
  const better = new URL(url)
  const [, root, scenario, outcome, rest = ''] = RUN.exec(path) ?? []
  if (root !== undefined) {
    better.pathname = `${root}r/${scenario}/${outcome}/`
    // The # itself may be what was lost.
    better.hash = fragment || (/^\/+((?:p?\d{1,4}\.|lab\/).+?)\/?$/s.exec(rest)?.[1] ?? '')
    if (better.href !== url.href && url.pathname !== better.pathname) return better.href
    better.pathname = root
    better.hash = fragment || `${scenario}`
    return better.href
  }
  const [, folder, place] = LAB.exec(path.replace(TRAILING, '')) ?? []
  if (folder !== undefined && fragment === '') {
    better.pathname = folder
    better.hash = `${place}`
    return better.href
  }
  const clean = path.replace(TRAILING, '')
  better.pathname = `${clean}/`
  better.hash = fragment
  const isBetter = after.length > 0 || path !== before || /[^/]/.test(path.slice(clean.length))
  return isBetter && better.href !== url.href ? better.href : undefined
}

/** Without percent-encoding, which a gateway may have put on twice; as it is where it cannot be read. */
function decode(text: string): string {
  try {
    return decodeURIComponent(decodeURIComponent(text))
  } catch {
    return decodeOnce(text)
  }
}

function decodeOnce(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

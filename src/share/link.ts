/** A run as the fragment of a URL, `1.…`: the number of the format, a dot, and what that format says. */
import { type Decoded, failure } from './problem.ts'
import type { Shared } from './shape.ts'
import { CURRENT_VERSION, VERSIONS } from './versions.ts'

/** Characters; what every current browser and most messengers carry. A run of 2000 choices needs about 10,000. */
const MAX_LINK_LENGTH = 100_000

/** Writes a run as a fragment, without the `#`. The same run gives the same text on every machine. */
export function encodeLink(shared: Shared): string {
  return `${CURRENT_VERSION.number}.${CURRENT_VERSION.encode(shared)}`
}

/** Reads a fragment, with or without its `#`. Whatever it is, the answer is a run or a problem; it never throws. */
export function decodeLink(fragment: string): Decoded<Shared> {
  if (fragment.length > MAX_LINK_LENGTH) {
    return failure(
      'too_large',
      `The link has ${fragment.length} characters; no run needs that many. It was not made here.`,
    )
  }
  const [, prefix = '', payload = ''] = /^#?([0-9]{1,4})\.(.*)$/s.exec(fragment.trim()) ?? []
  if (prefix === '') {
    return failure(
      'not_a_link',
      'This is not a link to a run: such a link has a number and a dot after the #. Copy the whole link again.',
    )
  }
  const number = Number(prefix)
  const version = VERSIONS.find((candidate) => candidate.number === number)
  if (version !== undefined) return version.decode(payload)
  return failure(
    'unknown_version',
    number > CURRENT_VERSION.number
      ? `The link was made by a newer version of Authlane (format ${number}; this one reads up to ${CURRENT_VERSION.number}). Reload the page to get it, then open the link again.`
      : `There is no link format ${number}. Copy the whole link again.`,
  )
}

/** Floor 2: a run as a link, and back again from whatever a link turned out to be. */
export { fingerprint } from './fingerprint.ts'
export { decodeLink, encodeLink } from './link.ts'
export type { Decoded, LinkProblem } from './problem.ts'
export type { Shared } from './shape.ts'

/** The port between a resource server and the world: time, randomness, an ear, and the way to the authorization server. The default way is the real `fetch`. */
import type { HttpHandler } from '../../http/index.ts'
import { createEnvironment, type Environment, rejecting } from '../environment.ts'
import { sendByFetch } from '../send-by-fetch.ts'

/** Everything a resource server takes from outside of its configuration and its requests. */
export interface ResourceServerEnvironment extends Pick<Environment, 'now' | 'note' | 'randomBytes'> {
  /** Makes a call of the resource server's own: for the key set, for introspection. Rejects on a network error. */
  readonly send: HttpHandler
}

/** An environment with a working default for each member that is not given: real clock, real `fetch`, nobody listening. */
export function createResourceServerEnvironment(
  given: Partial<ResourceServerEnvironment> = {},
): ResourceServerEnvironment {
  const { now, note, randomBytes } = createEnvironment(given)
  return { now, note, randomBytes, send: rejecting(given.send ?? sendByFetch) }
}

/** The port between a resource server and the world: time, an ear, and the way to the authorization server. The default way is the real `fetch`. */
import type { HttpHandler, HttpRequest, HttpResponse } from '../../http/index.ts'
import { createEnvironment, type Environment } from '../environment.ts'

// A resource server that waits for its authorization server keeps its own callers waiting.
const TIMEOUT_MS = 10_000

/** Everything a resource server takes from outside of its configuration and its requests. */
export interface ResourceServerEnvironment extends Pick<Environment, 'now' | 'note'> {
  /** Makes a call of the resource server's own: for the key set, for introspection. Rejects on a network error. */
  readonly send: HttpHandler
}

/** An environment with a working default for each member that is not given: real clock, real `fetch`, nobody listening. */
export function createResourceServerEnvironment(
  given: Partial<ResourceServerEnvironment> = {},
): ResourceServerEnvironment {
  const { now, note } = createEnvironment(given)
  return { now, note, send: given.send ?? sendByFetch }
}

/** A call by the real `fetch`. Redirects are not followed: the endpoint is configured, and a redirect could lead the credentials elsewhere. */
export async function sendByFetch(request: HttpRequest): Promise<HttpResponse> {
  const response = await fetch(request.url, {
    method: request.method,
    headers: request.headers.map(([name, value]): [string, string] => [name, value]),
    redirect: 'manual',
    signal: AbortSignal.timeout(TIMEOUT_MS),
    ...(request.body === '' ? {} : { body: request.body }),
  })
  return { status: response.status, headers: [...response.headers], body: await response.text() }
}

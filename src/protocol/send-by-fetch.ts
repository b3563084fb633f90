/** The way out of a server that nobody simulates: the real `fetch`. */
import type { HttpRequest, HttpResponse } from '../http/index.ts'

// A server that waits for another one keeps its own callers waiting.
const TIMEOUT_MS = 10_000

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

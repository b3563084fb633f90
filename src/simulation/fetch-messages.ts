/** Between the Fetch API and plain messages: what a script hands to `fetch`, and the `Response` it gets back. */
import type { HeaderLine, HttpResponse } from '../http/index.ts'

/** The `fetch` of a script. A failure of the wire is a `TypeError`, as everywhere. */
export type ScriptFetch = (input: string | URL, init?: RequestInit) => Promise<Response>

/** The header lines of a request; the content type follows from the body where the script does not say it (Fetch §5.2). */
export function requestHeaders(init: RequestInit): HeaderLine[] {
  const given = new Headers(init.headers)
  if (init.body instanceof URLSearchParams && !given.has('content-type')) {
    given.set('content-type', 'application/x-www-form-urlencoded;charset=UTF-8')
  }
  if (typeof init.body === 'string' && !given.has('content-type')) given.set('content-type', 'text/plain;charset=UTF-8')
  if (!given.has('accept')) given.set('accept', '*/*')
  return [...given]
}

/** The body of a request as text, `''` when there is none. Throws a TypeError for what cannot be shown as text. */
export function bodyText(body: RequestInit['body']): string {
  if (body === undefined || body === null) return ''
  if (typeof body === 'string' || body instanceof URLSearchParams) return body.toString()
  throw new TypeError('A simulated fetch takes a string or URLSearchParams as its body.')
}

/**
 * A real `Response` whose body is read without the event loop, because only WebCrypto may be asynchronous in a run: by
 * `json` and `text` alone. The others would wait for a stream, and throw a TypeError.
 */
export function toResponse(response: HttpResponse, headers: readonly HeaderLine[] = response.headers): Response {
  const visible = headers
    .filter(([name]) => name.toLowerCase() !== 'set-cookie')
    .map(([name, value]): [string, string] => [name, value])
  const result = new Response(null, { status: response.status, headers: visible })
  const refuse = async () => {
    throw new TypeError('A simulated response is read with json() or text().')
  }
  return Object.assign(result, {
    text: async () => response.body,
    json: async (): Promise<unknown> => JSON.parse(response.body),
    clone: () => toResponse(response, headers),
    ...{ arrayBuffer: refuse, blob: refuse, bytes: refuse, formData: refuse },
  })
}

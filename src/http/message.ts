/** Plain HTTP messages: what every actor of a run sends and receives. Not `Request`/`Response`, which drop Cookie and Set-Cookie in a browser. */

/** One header line. Names are lower case; a name may occur more than once (Set-Cookie). */
export type HeaderLine = readonly [name: string, value: string]

/** An HTTP request as a server receives it. `url` is absolute and has no fragment; `body` is text, `''` when absent. */
export interface HttpRequest {
  readonly method: string
  readonly url: string
  readonly headers: readonly HeaderLine[]
  readonly body: string
  /** The certificate that the client proved to have the key of as the connection was made, in PEM (mutual TLS, RFC 8705 §2). */
  readonly clientCertificate?: string
  /** The IP address that the connection came from, where the transport tells; never one that the message claims. */
  readonly clientAddress?: string
}

/** An HTTP response as a server sends it. `body` is text, `''` when absent. */
export interface HttpResponse {
  readonly status: number
  readonly headers: readonly HeaderLine[]
  readonly body: string
}

/** A party that answers requests: a server, an app's static host. */
export type HttpHandler = (request: HttpRequest) => Promise<HttpResponse>

/** The first value of a header, or `undefined`. Names compare without case (RFC 9110 §5.1). */
export function header(message: { readonly headers: readonly HeaderLine[] }, name: string): string | undefined {
  const wanted = name.toLowerCase()
  return message.headers.find(([key]) => key.toLowerCase() === wanted)?.[1]
}

/** Every value of a header, in order (Set-Cookie has one line a cookie, RFC 6265 §3). */
export function headers(message: { readonly headers: readonly HeaderLine[] }, name: string): string[] {
  const wanted = name.toLowerCase()
  return message.headers.filter(([key]) => key.toLowerCase() === wanted).map(([, value]) => value)
}

/** The media type of a message without its parameters, in lower case, or `''`. */
export function mediaType(message: { readonly headers: readonly HeaderLine[] }): string {
  return (header(message, 'content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
}

/** Lines without what ends one: a value that comes from outside begins no other (RFC 9110 §5.5). */
function fieldLines(lines: readonly HeaderLine[]): HeaderLine[] {
  return lines.map(([name, value]) => [name, value.replace(/[\0\r\n]/g, ' ')])
}

/** A JSON response. */
export function json(status: number, value: unknown, headerLines: readonly HeaderLine[] = []): HttpResponse {
  return {
    status,
    headers: [['content-type', 'application/json'], ...fieldLines(headerLines)],
    body: JSON.stringify(value),
  }
}

/** An HTML response. */
export function html(status: number, body: string, headerLines: readonly HeaderLine[] = []): HttpResponse {
  return { status, headers: [['content-type', 'text/html;charset=utf-8'], ...fieldLines(headerLines)], body }
}

/** A redirect; 303 (See Other) unless another status is given (RFC 9110 §15.4.4). */
export function redirect(location: string, headerLines: readonly HeaderLine[] = [], status = 303): HttpResponse {
  return { status, headers: fieldLines([['location', location], ...headerLines]), body: '' }
}

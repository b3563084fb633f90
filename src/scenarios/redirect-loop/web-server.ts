/** The web server before the app: it reads header fields up to a size, and the app never sees a request with a longer one. */
import { type HttpHandler, html } from '../../http/index.ts'
import { headerTooLargePage } from './pages.ts'

/**
 * Hands on what can be read; `refused` hears of a field that has too many bytes. nginx reads 8 kB of each field unless it is told
 * otherwise (nginx.org/en/docs/http/ngx_http_core_module.html#large_client_header_buffers), Apache 8190 bytes
 * (httpd.apache.org/docs/2.4/mod/core.html#limitrequestfieldsize), Node.js 16 kB of all together (nodejs.org/api/http.html,
 * maxHeaderSize). nginx answers 400; RFC 6585 §5 has 431, which Node.js sends.
 */
export function limitHeaders(
  handle: HttpHandler,
  most: number,
  refused: (name: string, bytes: number) => void,
): HttpHandler {
  return async (request) => {
    const sizes = request.headers.map(([name, value]) => ({ name, bytes: `${name}: ${value}`.length }))
    const long = sizes.find(({ bytes }) => bytes > most)
    if (long === undefined) return handle(request)
    refused(long.name, long.bytes)
    return html(400, headerTooLargePage())
  }
}

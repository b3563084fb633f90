/** The error page: for what must not, or cannot, be told to the client by a redirect (RFC 6749 §4.1.2.1). */
import { type HttpResponse, markup } from '../../../http/index.ts'
import { errorDescription, type ProtocolError } from '../../errors.ts'
import { alert, renderPage } from './layout.ts'

/** Renders an error as a page with its own status, 400 for a request that the client got wrong. */
export function renderErrorPage(error: ProtocolError): HttpResponse {
  return renderPage(
    error.status,
    {
      title: 'This request cannot go on',
      body: markup`${alert(errorDescription(error))}
      <p>Go back to the app and start again. If it happens again, its developers need the lines above.</p>
      <p class="hint">Error code: <code class="error-code">${error.code}</code></p>`,
    },
    error.headers,
  )
}

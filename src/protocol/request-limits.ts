/** How much a server reads of a request. The numbers are policy, the statuses are HTTP's. */
import type { HttpRequest } from '../http/index.ts'
import { ProtocolError } from './errors.ts'

/** Characters. Servers in use take 8 kB of an address and of all header lines; the longest that these flows send is a tenth. */
const MAX_TARGET = 8192
const MAX_HEADERS = 16_384
/** Characters: a form or client metadata, never a document. */
const MAX_CONTENT = 65_536

/** Throws `invalid_request` with 414 (RFC 9110 §15.5.15), 431 (RFC 6585 §5) or 413 (RFC 9110 §15.5.14) for what is too long to be read. */
export function checkSize({ url, headers, body }: HttpRequest): void {
  if (url.length > MAX_TARGET) throw tooLong('address', url.length, MAX_TARGET, 414)
  const length = headers.reduce((sum, [name, value]) => sum + name.length + value.length, 0)
  if (length > MAX_HEADERS) throw tooLong('header', length, MAX_HEADERS, 431)
  if (body.length > MAX_CONTENT) throw tooLong('body', body.length, MAX_CONTENT, 413)
}

function tooLong(what: string, length: number, most: number, status: number): ProtocolError {
  return new ProtocolError(
    'invalid_request',
    `The ${what} has ${length} characters; this server reads ${most} at most.`,
    {
      status,
    },
  )
}

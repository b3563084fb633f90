/** The one error of the protocol floor, and how it is said in JSON. */
import { type HeaderLine, type HttpResponse, json } from '../http/index.ts'

/** Every `error` value that a server of this floor can answer with. */
export type ErrorCode =
  // RFC 6749 §4.1.2.1 and §5.2
  | 'invalid_request'
  | 'unauthorized_client'
  | 'access_denied'
  | 'unsupported_response_type'
  | 'invalid_scope'
  | 'server_error'
  | 'temporarily_unavailable'
  | 'invalid_client'
  | 'invalid_grant'
  | 'unsupported_grant_type'
  // OpenID Connect Core §3.1.2.6
  | 'login_required'
  | 'interaction_required'
  | 'consent_required'
  | 'request_not_supported'
  | 'request_uri_not_supported'
  | 'registration_not_supported'
  // OpenID Connect Core Error Code unmet_authentication_requirements; RFC 9470 §3 and §5
  | 'unmet_authentication_requirements'
  | 'insufficient_user_authentication'
  // RFC 6750 §3.1
  | 'invalid_token'
  | 'insufficient_scope'
  // RFC 9101 §7
  | 'invalid_request_uri'
  | 'invalid_request_object'
  // RFC 8707 §2
  | 'invalid_target'
  // RFC 9396 §5
  | 'invalid_authorization_details'
  // RFC 7591 §3.2.2
  | 'invalid_redirect_uri'
  | 'invalid_client_metadata'
  // RFC 8628 §3.5; OpenID Connect CIBA §11 has them too
  | 'authorization_pending'
  | 'slow_down'
  | 'expired_token'
  // OpenID Connect CIBA §13
  | 'unknown_user_id'
  | 'invalid_binding_message'
  // RFC 9449 §5, §8
  | 'invalid_dpop_proof'
  | 'use_dpop_nonce'

/** HTTP statuses of the codes that are not 400 (RFC 6749 §5.2, RFC 6750 §3.1, RFC 9470 §3). */
const statuses: Partial<Record<ErrorCode, number>> = {
  invalid_client: 401,
  invalid_token: 401,
  insufficient_user_authentication: 401,
  insufficient_scope: 403,
  server_error: 500,
  temporarily_unavailable: 503,
}

/** A response that says no. Thrown where a rule is broken, rendered once where the endpoint answers. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError'
  readonly code: ErrorCode
  /** The HTTP status when the error is answered directly and not by a redirect. */
  readonly status: number
  /** Header lines that belong to it, such as `www-authenticate`. */
  readonly headers: readonly HeaderLine[]

  /** `description` says which rule failed and becomes `error_description`. */
  constructor(
    code: ErrorCode,
    description: string,
    options: { status?: number; headers?: readonly HeaderLine[]; cause?: unknown } = {},
  ) {
    super(description, { cause: options.cause })
    this.code = code
    this.status = options.status ?? statuses[code] ?? 400
    this.headers = options.headers ?? []
  }
}

/** `cache-control: no-store`, on everything that carries a secret or depends on one (RFC 6749 §5.1, OAuth 2.1 §3.2.3). */
export const noStore: readonly HeaderLine[] = [['cache-control', 'no-store']]

/**
 * The text of a description as the wire allows it: printable ASCII without `"` and `\`.
 *
 * @see RFC 6749 §5.2, RFC 6750 §3: error_description = 1*( %x20-21 / %x23-5B / %x5D-7E )
 */
export function errorDescription(error: ProtocolError): string {
  return error.message.replace(/["\\]/g, "'").replace(/[^\x20-\x7e]/g, '?')
}

/** The JSON error response of every endpoint that a client calls directly (RFC 6749 §5.2). */
export function toResponse(error: ProtocolError): HttpResponse {
  const body = { error: error.code, error_description: errorDescription(error) }
  return json(error.status, body, [...noStore, ...error.headers])
}

/** Whatever was thrown, as a protocol error: what nobody foresaw becomes `server_error` and says nothing of the inside. */
export function toProtocolError(thrown: unknown): ProtocolError {
  if (thrown instanceof ProtocolError) return thrown
  return new ProtocolError('server_error', 'The server met an unexpected condition and could not answer.', {
    cause: thrown,
  })
}

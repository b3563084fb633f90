/** The shape of a grant: what the token endpoint dispatches to. */
import type { RequestParameters } from '../../parameters.ts'
import type { Client, ResolvedConfig } from '../../state/config.ts'
import type { ServerContext } from '../../state/context.ts'
import type { AuthorizationDetail, Confirmation } from '../../state/records.ts'

/** A successful token response (RFC 6749 §5.1, OpenID Connect Core §3.1.3.3). */
export interface TokenResponse {
  readonly access_token: string
  /** `N_A` where what was issued is no access token (RFC 8693 §2.2.1). */
  readonly token_type: 'Bearer' | 'DPoP' | 'N_A'
  /** What the `access_token` is, in the answer of a token exchange (RFC 8693 §2.2.1). */
  readonly issued_token_type?: string
  /** Seconds. */
  readonly expires_in: number
  readonly refresh_token?: string
  readonly id_token?: string
  /** What the access token allows (RFC 9396 §7). */
  readonly authorization_details?: readonly AuthorizationDetail[]
  /** Absent when nothing was granted beyond the access as such: the wire has no empty scope (RFC 6749 §3.3). */
  readonly scope?: string
}

/** What a grant works with. */
interface GrantRequest {
  /** Authenticated, and registered for the grant. */
  readonly client: Client
  /** The parameters that the grant declares, and no others. */
  readonly parameters: RequestParameters
  /** The values of `resource`, which may be repeated (RFC 8707 §2). */
  readonly resources: readonly string[]
  /** The values of `audience`, which a token exchange may repeat (RFC 8693 §2.1). */
  readonly audiences: readonly string[]
  /** What the client proved to have, so that its tokens are bound to it. */
  readonly confirmation?: Confirmation | undefined
}

/** One grant: one file, one line in `index.ts`. */
export interface GrantHandler {
  /** The value of `grant_type`. */
  readonly grantType: string
  /** Whether this server has it at all. Default: it has. */
  isOffered?(config: ResolvedConfig): boolean
  /** The parameters it reads beside `grant_type` and the client's credentials. */
  readonly parameters: readonly string[]
  /** Those that may be repeated, beside `resource`. */
  readonly repeatable?: readonly string[]
  /** Answers a token request. Throws ProtocolError. */
  handle(request: GrantRequest, context: ServerContext): Promise<TokenResponse>
}

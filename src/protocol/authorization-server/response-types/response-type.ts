/** The shape of a response type: what the authorization endpoint answers with. */
import type { FormFields } from '../../../http/index.ts'
import type { ServerContext } from '../context.ts'
import type { AuthorizationRequest, Grant } from '../records.ts'

/** One response type: one file, one line in `index.ts`. */
export interface ResponseType {
  /** Its value in a request; of several words, in alphabetical order (RFC 6749 §3.1.1: their order does not matter). */
  readonly responseType: string
  /** The grant that a client must be registered for (RFC 7591 §2.1). */
  readonly grantType: string
  /** Whether the response carries tokens: then never in a query, and only where the policy still allows it. */
  readonly carriesTokens: boolean
  /** The parameters of a successful response, without `state` and `iss`. */
  respond(grant: Grant, request: AuthorizationRequest, context: ServerContext): Promise<FormFields>
}

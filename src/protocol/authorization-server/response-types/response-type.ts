/** The shape of a response type: what the authorization endpoint answers with. */
import type { FormFields } from '../../../http/index.ts'
import type { RequestedResponse } from '../../checks/response-type.ts'
import type { ServerContext } from '../../state/context.ts'
import type { AuthorizationRequest, Grant } from '../../state/records.ts'

/** One response type: one file, one line in `index.ts`. */
export interface ResponseType extends RequestedResponse {
  /** The parameters of a successful response, without `state` and `iss`. */
  respond(grant: Grant, request: AuthorizationRequest, context: ServerContext): Promise<FormFields>
}

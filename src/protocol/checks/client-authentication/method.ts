/** The shape of a way to authenticate a client. */
import type { HttpRequest } from '../../../http/index.ts'
import type { RequestParameters } from '../../parameters.ts'
import type { Client, ClientAuthenticationMethod } from '../../state/config.ts'
import type { ServerContext } from '../../state/context.ts'

/** A request that carries a client's credentials, whichever. */
export interface Presented {
  readonly request: HttpRequest
  readonly parameters: RequestParameters
}

/** A way to authenticate: one file each, listed in `index.ts`. */
export interface AuthenticationMethod {
  readonly name: ClientAuthenticationMethod
  /** Whether the request uses this way. */
  isUsed(presented: Presented, context: ServerContext): boolean
  /** The `client_id` that the credentials claim. Throws `invalid_client` when they cannot be read. */
  claimedClientId(presented: Presented, context: ServerContext): string
  /** Checks the credentials of the client that they claim. Throws `invalid_client`. */
  verify(presented: Presented, client: Client, context: ServerContext): void | Promise<void>
}

/** How an authorization request must come, where client or server ask for more than plain parameters (RFC 9126 §5, §6; RFC 9101 §10.5). */
import type { Client } from '../state/config.ts'
import type { ServerContext } from '../state/context.ts'
import { accept, refuse } from '../verdict.ts'

/** Refuses a request that was not pushed where it had to be. `invalid_request`. */
export function checkPushed(isPushed: boolean, client: Client, { config, environment }: ServerContext): void {
  const isClients = client.require_pushed_authorization_requests === true
  if (!isClients && !config.policy.requirePushedAuthorizationRequests) return
  const rule = { rule: 'pushed_authorization_request', clause: isClients ? 'RFC 9126 §6' : 'RFC 9126 §5' }
  if (!isPushed) {
    throw refuse(
      rule,
      {
        code: 'invalid_request',
        message: `${isClients ? 'The client is registered to push' : 'Every client must push'} its authorization requests; this one came by the browser.`,
        fix: 'Push the request first, then send the browser with client_id and the request_uri.',
      },
      environment,
    )
  }
  accept(rule, 'The request was pushed, as it had to be.', environment)
}

/** Refuses a request that was not in a signed object where it had to be: else leaving it out would undo the signature. `invalid_request`. */
export function checkSigned(isSigned: boolean, client: Client, { config, environment }: ServerContext): void {
  const isClients = client.require_signed_request_object === true
  if (!isClients && !config.policy.requireSignedRequestObject) return
  const rule = { rule: 'signed_request_object', clause: 'RFC 9101 §10.5' }
  if (!isSigned) {
    throw refuse(
      rule,
      {
        code: 'invalid_request',
        message: `${isClients ? 'The client is registered to sign' : 'Every client must sign'} its authorization requests; this one is plain parameters.`,
        fix: 'Send the parameters in a signed request object, as the parameter request.',
      },
      environment,
    )
  }
  accept(rule, 'The request came in a signed object, as it had to.', environment)
}

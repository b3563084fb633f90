/** The person's answer to a backchannel request, and the ping that tells the client (OpenID Connect CIBA §10.2). */
import { singleFactor } from '../authentication/context-class.ts'
import type { ServerContext } from '../state/context.ts'
import type { PolledRequest } from '../state/polled-requests.ts'
import { issueGrant } from '../tokens/grant.ts'
import { denyPolledRequest } from '../tokens/polled-request.ts'
import { accept, refuse } from '../verdict.ts'

/** Decides a request at once, then pings a client that wants it. False when no such request waits. */
export async function decideBackchannelRequest(
  authReqId: string,
  decision: 'approve' | 'deny',
  context: ServerContext,
): Promise<boolean> {
  const { store, environment } = context
  const request = store.polledRequests.requests.get(authReqId)
  const now = environment.now()
  if (request?.backchannel === undefined || request.status !== 'pending' || now >= request.expiresAt) return false
  // Whatever is no approval denies, in a program without types too.
  if (decision !== 'approve') denyPolledRequest(request, context)
  else {
    const { clientId, scope, resources, authorizationDetails, backchannel } = request
    const asked = { ...(resources && { resources }), ...(authorizationDetails && { authorizationDetails }) }
    // `user`: somebody was there (RFC 8176 §2). The server has seen no key and no password.
    const authentication = { sub: backchannel.sub, authTime: now, acr: singleFactor, amr: ['user'] }
    const grant = issueGrant({ clientId, scope, ...asked, authentication }, context)
    store.polledRequests.decide(authReqId, { status: 'approved', grantId: grant.id }, now)
  }
  await ping(request, context)
  return true
}

/** Tells the client that there is a decision, not which. A ping that fails is noted: the client may still poll. */
async function ping({ value, backchannel }: PolledRequest, { environment }: ServerContext): Promise<void> {
  if (backchannel?.ping === undefined) return
  const { endpoint, token } = backchannel.ping
  const rule = { rule: 'ping', clause: 'OpenID Connect CIBA §10.2' }
  try {
    const { status } = await environment.send({
      method: 'POST',
      url: endpoint,
      headers: [
        ['authorization', `Bearer ${token}`],
        ['content-type', 'application/json'],
      ],
      body: JSON.stringify({ auth_req_id: value }),
    })
    if (status < 200 || status >= 300) throw new Error(`the answer was ${status}`)
    accept(rule, 'The client was told that there is a decision.', environment)
  } catch (error) {
    const message = `The client could not be told: ${error instanceof Error ? error.message : 'no answer'}.`
    refuse(rule, { code: 'temporarily_unavailable', message, fix: 'Let the client poll.' }, environment)
  }
}

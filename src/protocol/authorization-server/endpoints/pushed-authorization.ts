/** `POST /par`: a client hands its authorization request over before it sends the browser (RFC 9126 §2). */
import { type HttpRequest, type HttpResponse, json } from '../../../http/index.ts'
import { authenticateClient } from '../../checks/client-authentication/index.ts'
import { addProofKey } from '../../checks/dpop-binding.ts'
import { withDpopNonce } from '../../checks/dpop-nonce.ts'
import { hasDpopProof } from '../../checks/dpop-proof.ts'
import { checkRequestObject, takesRequestObjects } from '../../checks/request-object.ts'
import { readProofKey } from '../../checks/sender-constraint.ts'
import { noStore } from '../../errors.ts'
import { checkRepetition, firstValues, type RequestParameters, readFormBody } from '../../parameters.ts'
import type { Client } from '../../state/config.ts'
import type { ServerContext } from '../../state/context.ts'
import { issueRequestUri } from '../../tokens/pushed-request.ts'
import { refuse } from '../../verdict.ts'
import { checkAuthorizationRequest } from '../authorization-request.ts'
import type { StatedRequest } from '../stated-request.ts'
import type { Endpoint } from './endpoint.ts'

/** What proves the client here and is no part of its request. */
const credentials = ['client_secret', 'client_assertion', 'client_assertion_type']

/** The endpoint of pushed requests. A client authenticates as at the token endpoint; a public one says who it is. */
export const pushedAuthorization: Endpoint = {
  path: '/par',
  methods: ['POST'],
  audience: 'client',
  cors: 'clients',
  metadata: (url, { policy }) => ({
    pushed_authorization_request_endpoint: url,
    require_pushed_authorization_requests: policy.requirePushedAuthorizationRequests,
  }),

  handle: (request, context) => withDpopNonce(() => answer(request, context), context),
}

async function answer(request: HttpRequest, context: ServerContext): Promise<HttpResponse> {
  const { config, environment } = context
  const fields = readFormBody(request, environment)
  checkRepetition(fields, environment, ['resource'])
  const parameters = firstValues(fields)
  const client = await authenticateClient({ request, parameters }, context)
  if (parameters.has('request_uri')) {
    const message = 'A request that is being pushed cannot refer to another by request_uri.'
    const fix = 'Send the parameters themselves, or a request object as request.'
    const rule = { rule: 'request_uri', clause: 'RFC 9126 §2.1' }
    throw refuse(rule, { code: 'invalid_request', message, fix }, environment)
  }
  const own = fields.filter(([name]) => !credentials.includes(name))
  const jkt = hasDpopProof(request) ? await readProofKey(request, context) : undefined
  const pushed = await readPushed({ own, parameters }, client, context)
  const stated = { ...pushed, fields: addProofKey(pushed.fields, jkt, environment) }
  // Checked as a whole now, where the client hears of it, and once more when the browser brings it (§2.1, §4).
  await checkAuthorizationRequest(stated, client, context)
  const { fields: kept, isSigned } = stated
  const { requestUri } = issueRequestUri({ clientId: client.client_id, fields: kept, isSigned }, context)
  return json(
    201,
    { request_uri: requestUri, expires_in: config.policy.lifetimes.pushed_authorization_request },
    noStore,
  )
}

/** The request as its parameters or, alone, its object state it (RFC 9126 §3). */
async function readPushed(
  { own, parameters }: { own: StatedRequest['fields']; parameters: RequestParameters },
  client: Client,
  context: ServerContext,
): Promise<StatedRequest> {
  const object = takesRequestObjects(client, context.config) ? parameters.get('request') : undefined
  if (object === undefined) return { fields: own, isPushed: true, isSigned: false }
  return { fields: await checkRequestObject(object, client, context), isPushed: true, isSigned: true }
}

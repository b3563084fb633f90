/** What an authorization request states: its parameters, whether they come by the browser, in an object, or were pushed. */
import type { FormFields } from '../../http/index.ts'
import { checkRequestObject, claimedFields, takesRequestObjects } from '../checks/request-object.ts'
import { type ProtocolError, toProtocolError } from '../errors.ts'
import { checkRepetition, firstValues } from '../parameters.ts'
import type { Client } from '../state/config.ts'
import type { ServerContext } from '../state/context.ts'
import { isPushedRequestUri, redeemRequestUri } from '../tokens/pushed-request.ts'
import { refuse } from '../verdict.ts'

/** The parameters of a request and how they came. */
export interface StatedRequest {
  readonly fields: FormFields
  readonly isPushed: boolean
  /** Whether they came in a request object. */
  readonly isSigned: boolean
  /** When the person must be done (policy `requestUriCovers`). */
  readonly answerBy?: number
  /** Why they cannot be taken: then `fields` are only what the refusal may go by. */
  readonly refusal?: ProtocolError
}

/**
 * Takes a request from where it is. What an object or a push says is the whole request: parameters beside it are ignored, save
 * the `client_id` (RFC 9101 §6.3, RFC 9126 §4). Never throws, so that a refusal can go to a redirect URI that is registered.
 */
export async function readStatedRequest(
  sent: FormFields,
  client: Client,
  context: ServerContext,
): Promise<StatedRequest> {
  const parameters = firstValues(sent)
  const uri = parameters.get('request_uri')
  const isPushed = uri !== undefined && isPushedRequestUri(uri)
  const object = takesRequestObjects(client, context.config) ? parameters.get('request') : undefined
  const plain = { fields: sent, isPushed: false, isSigned: false }
  if (!isPushed && object === undefined) return plain
  try {
    checkRepetition(sent, context.environment, ['resource'])
    if (uri !== undefined && parameters.has('request')) throw refuseBoth(context)
    if (isPushed) {
      const { fields, isSigned, expiresAt } = await redeemRequestUri(uri, client.client_id, context)
      const coversSignIn = context.config.policy.requestUriCovers === 'sign_in'
      return { fields, isSigned, isPushed, ...(coversSignIn && { answerBy: expiresAt }) }
    }
    return { fields: await checkRequestObject(object ?? '', client, context), isPushed, isSigned: true }
  } catch (error) {
    return { ...plain, fields: claimedFields(object ?? '') ?? sent, refusal: toProtocolError(error) }
  }
}

function refuseBoth({ environment }: ServerContext): ProtocolError {
  const message = 'The parameters request and request_uri must not be used together.'
  const fix = 'Send one of them.'
  return refuse(
    { rule: 'request_object', clause: 'RFC 9101 §5' },
    { code: 'invalid_request', message, fix },
    environment,
  )
}

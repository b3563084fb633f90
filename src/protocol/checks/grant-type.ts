/** Which grants and responses a client is registered for (RFC 7591 §2). */
import type { Client } from '../authorization-server/config.ts'
import { normaliseResponseType, type ResponseType } from '../authorization-server/response-types/index.ts'
import type { Environment } from '../environment.ts'
import type { Parameters } from '../parameters.ts'
import { accept, refuse } from './verdict.ts'

/** Checks that a client is registered for a grant type; `unauthorized_client` else (RFC 6749 §5.2, §4.1.2.1). */
export function checkGrantType(grantType: string, client: Client, environment: Environment): void {
  const rule = { rule: 'grant_type', clause: 'RFC 6749 §5.2' }
  if (!client.grant_types.includes(grantType)) {
    throw refuse(
      rule,
      {
        code: 'unauthorized_client',
        message: `The client is not registered for the grant type ${grantType}.`,
        sent: grantType,
        expected: client.grant_types.join(' '),
        fix: 'Add the grant type to grant_types in the registration of the client.',
      },
      environment,
    )
  }
  accept(rule, `The client is registered for the grant type ${grantType}.`, environment)
}

/**
 * Checks `response_type` and returns what it stands for: `unsupported_response_type` for what the server does not answer,
 * `unauthorized_client` for what the client is not registered for (RFC 6749 §3.1.1, §4.1.2.1, §4.2.2.1).
 */
export function checkResponseType(
  parameters: Parameters,
  { client, offered }: { client: Client; offered: readonly ResponseType[] },
  environment: Environment,
): ResponseType {
  const rule = { rule: 'response_type', clause: 'RFC 6749 §3.1.1' }
  const sent = parameters.get('response_type')
  if (sent === undefined) {
    throw refuse(
      rule,
      { code: 'invalid_request', message: 'The parameter response_type is missing.', fix: 'Send response_type=code.' },
      environment,
    )
  }
  const responseType = offered.find((type) => type.responseType === normaliseResponseType(sent))
  if (responseType === undefined) {
    const names = offered.map((type) => type.responseType)
    throw refuse(
      rule,
      {
        code: 'unsupported_response_type',
        message: `The server answers ${names.join(', ')} only; tokens in a front-channel response leak (RFC 9700 §2.1.2).`,
        sent,
        expected: names.join(', '),
        fix: 'Use the authorization code flow with PKCE.',
      },
      environment,
    )
  }
  if (!client.response_types.map(normaliseResponseType).includes(responseType.responseType)) {
    throw refuse(
      { rule: 'response_type', clause: 'RFC 6749 §4.1.2.1' },
      {
        code: 'unauthorized_client',
        message: `The client is not registered for the response type ${responseType.responseType}.`,
        sent,
        expected: client.response_types.join(', '),
        fix: responseType.carriesTokens
          ? 'Use the authorization code flow with PKCE.'
          : `Add ${responseType.responseType} to response_types in the registration of the client.`,
      },
      environment,
    )
  }
  accept(rule, `The response type ${responseType.responseType} is supported and registered.`, environment)
  return responseType
}

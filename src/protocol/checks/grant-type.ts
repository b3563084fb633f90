/** Which grants and responses a client is registered for (RFC 7591 §2). */
import type { Client } from '../authorization-server/config.ts'
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

/** Checks `response_type`: `code` is what this server answers with; RFC 9700 §2.1.2 leaves no use for the others. */
export function checkResponseType(parameters: Parameters, client: Client, environment: Environment): void {
  const rule = { rule: 'response_type', clause: 'RFC 6749 §3.1.1' }
  const responseType = parameters.get('response_type')
  if (responseType === undefined) {
    throw refuse(
      rule,
      { code: 'invalid_request', message: 'The parameter response_type is missing.', fix: 'Send response_type=code.' },
      environment,
    )
  }
  if (responseType !== 'code') {
    throw refuse(
      rule,
      {
        code: 'unsupported_response_type',
        message:
          'The server supports the response type code only; tokens in a front-channel response leak (RFC 9700 §2.1.2).',
        sent: responseType,
        expected: 'code',
        fix: 'Use the authorization code flow with PKCE.',
      },
      environment,
    )
  }
  if (!client.response_types.includes('code')) {
    throw refuse(
      { rule: 'response_type', clause: 'RFC 6749 §4.1.2.1' },
      {
        code: 'unauthorized_client',
        message: 'The client is not registered for the response type code.',
        sent: 'code',
        expected: client.response_types.join(' '),
        fix: 'Add code to response_types in the registration of the client.',
      },
      environment,
    )
  }
  accept(rule, 'The response type code is supported and registered.', environment)
}

/** `response_type`: what the authorization endpoint is asked to answer with (RFC 6749 §3.1.1). */
import type { Environment } from '../environment.ts'
import type { RequestParameters } from '../parameters.ts'
import type { Client } from '../state/config.ts'
import { accept, refuse } from '../verdict.ts'

/** What the rules must know of a response type. */
export interface RequestedResponse {
  /** Its value in a request; of several words, in alphabetical order (RFC 6749 §3.1.1: their order does not matter). */
  readonly responseType: string
  /** The grants that a client must be registered for (RFC 7591 §2.1). */
  readonly grantTypes: readonly string[]
  /** Whether the response carries tokens: then never in a query. */
  readonly carriesTokens: boolean
  /** Whether it carries a code, which PKCE can bind. */
  readonly carriesCode: boolean
}

/**
 * Checks `response_type` and returns what it stands for: `unsupported_response_type` for what the server does not answer,
 * `unauthorized_client` for what the client is not registered for (RFC 6749 §3.1.1, §4.1.2.1, §4.2.2.1).
 */
export function checkResponseType<Offered extends RequestedResponse>(
  parameters: RequestParameters,
  { client, offered }: { client: Client; offered: readonly Offered[] },
  environment: Environment,
): Offered {
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

/** A `response_type` with its words in alphabetical order, since theirs does not matter (RFC 6749 §3.1.1). */
export function normaliseResponseType(value: string): string {
  return value.split(' ').sort().join(' ')
}

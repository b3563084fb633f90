/** Tokens in an authorization response: what a request for them must say (OpenID Connect Core §3.2.2.1). */

import type { Environment } from '../environment.ts'
import type { RequestParameters } from '../parameters.ts'
import { splitScope } from '../state/config.ts'
import type { ResponseMode } from '../state/records.ts'
import { accept, refuse } from '../verdict.ts'
import type { RequestedResponse } from './response-type.ts'

/** What a request for tokens is measured against. */
export interface FrontChannel {
  readonly responseType: RequestedResponse
  /** Whether the client registered tokens that are bound to a key or a certificate. */
  readonly isBound: boolean
  readonly mode: ResponseMode
  /** True at a server that breaks the rule (policy `in_any_mode`). */
  readonly isQueryAllowed: boolean
}

/** Keeps tokens out of queries, and an ID Token from being issued without what binds it to the request. `invalid_request`. */
export function checkTokensInFront(
  parameters: RequestParameters,
  { responseType, isBound, mode, isQueryAllowed }: FrontChannel,
  environment: Environment,
): void {
  if (isBound && responseType.responseType.split(' ').includes('token')) {
    throw refuse(
      { rule: 'bound_access_tokens', clause: 'policy' },
      {
        code: 'unauthorized_client',
        message: 'The client registered bound access tokens, and the authorization endpoint can bind none.',
        fix: 'Use the authorization code flow.',
      },
      environment,
    )
  }
  const modeRule = { rule: 'response_mode', clause: 'OAuth 2.0 Multiple Response Types §5' }
  const isQuery = mode === 'query' || mode === 'query.jwt'
  if (isQuery && !isQueryAllowed) {
    throw refuse(
      modeRule,
      {
        code: 'invalid_request',
        message: 'Tokens are never sent in a query, which reaches servers, their logs and the Referer.',
        sent: mode,
        expected: 'fragment form_post',
        fix: 'Leave response_mode out.',
      },
      environment,
    )
  }
  if (!isQuery) accept(modeRule, `The tokens go out by ${mode}, not in a query.`, environment)
  if (!responseType.responseType.includes('id_token')) return
  const nonceRule = { rule: 'nonce', clause: 'OpenID Connect Core §3.2.2.1' }
  if (!parameters.has('nonce')) {
    throw refuse(
      nonceRule,
      {
        code: 'invalid_request',
        message: 'The parameter nonce is missing; without it an ID Token from the front channel can be replayed.',
        fix: 'Send a fresh nonce and compare it with that of the ID Token.',
      },
      environment,
    )
  }
  accept(nonceRule, 'The request has a nonce that will bind the ID Token to it.', environment)
  if (!splitScope(parameters.get('scope')).includes('openid')) {
    throw refuse(
      { rule: 'scope', clause: 'OpenID Connect Core §3.1.2.1' },
      {
        code: 'invalid_scope',
        message: 'An ID Token needs the scope openid.',
        sent: parameters.get('scope') ?? '',
        expected: 'openid',
        fix: 'Add openid to the scope, or ask for response_type=token.',
      },
      environment,
    )
  }
}

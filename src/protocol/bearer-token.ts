/** Where a request carries its access token: the header, the form body, or (refused) the query (RFC 6750 §2). */
import { type HttpRequest, headers, mediaType, parseForm } from '../http/index.ts'
import type { Enforce } from './enforce.ts'

// b64token, RFC 6750 §2.1, after the scheme, whose case is of no matter (RFC 9110 §11.1).
const BEARER_CREDENTIALS = /^bearer +([A-Za-z0-9\-._~+/]+=*)$/i

/**
 * The access token of a request, or `undefined` when it carries none. Credentials of another scheme count as none (RFC 6750 §3.1).
 * Throws ProtocolError `invalid_request` for a token in the query, two tokens, or one that is malformed.
 */
export function readBearerToken(request: HttpRequest, enforce: Enforce): string | undefined {
  const authorization = headers(request, 'authorization').filter((value) => /^bearer\b/i.test(value.trim()))
  const inQuery = tokensIn(new URL(request.url).search)
  const inBody = mediaType(request) === 'application/x-www-form-urlencoded' ? tokensIn(request.body) : []
  const ways = authorization.length + inQuery.length + inBody.length
  if (ways === 0) return undefined

  enforce(
    {
      rule: 'one_token',
      clause: 'RFC 6750 §3.1',
      holds: ways === 1,
      success: 'The request carries one access token.',
      failure: 'The request carries more than one access token; a client must use one method a request.',
      sent: `${authorization.length} in the header, ${inBody.length} in the body, ${inQuery.length} in the query`,
      expected: '1 in the header',
      fix: 'Send the token once, in the Authorization header.',
    },
    { code: 'invalid_request' },
  )
  enforce(
    {
      rule: 'no_token_in_query',
      clause: 'RFC 9700 §4.3.2',
      holds: inQuery.length === 0,
      success: 'The token is not in the URL.',
      failure: 'The access token must not be in the query: URLs stay in histories, logs and referrers.',
      fix: 'Send it as Authorization: Bearer (RFC 6750 §2.1). RFC 6750 §2.3 let a server choose; RFC 9700 forbids it.',
    },
    { code: 'invalid_request' },
  )
  if (authorization.length === 0) {
    enforce(
      {
        rule: 'token_in_body',
        clause: 'RFC 6750 §2.2',
        holds: request.method !== 'GET' && request.method !== 'HEAD',
        success: 'The token is in a form body.',
        failure: 'A token in the body needs a method whose body has a meaning; GET has none.',
        sent: request.method,
        expected: 'POST',
        fix: 'Send the token in the Authorization header.',
      },
      { code: 'invalid_request' },
    )
  }
  const credentials = authorization[0]?.trim() ?? `Bearer ${inBody[0]}`
  const token = BEARER_CREDENTIALS.exec(credentials)?.[1]
  enforce(
    {
      rule: 'bearer_syntax',
      clause: 'RFC 6750 §2.1',
      holds: token !== undefined,
      success: 'The token has the syntax of a bearer token.',
      failure:
        'The credentials are malformed: the word Bearer, a space and one token without quotes or spaces were expected.',
      ...(token === undefined ? { sent: credentials, expected: 'Bearer <token>' } : {}),
      fix: 'Send Authorization: Bearer <access token>, without quotes or commas.',
    },
    { code: 'invalid_request' },
  )
  return token
}

function tokensIn(form: string): string[] {
  return parseForm(form).flatMap(([name, value]) => (name === 'access_token' ? [value] : []))
}

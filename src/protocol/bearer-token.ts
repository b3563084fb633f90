/** Where a request carries its access token: the header, the form body, or (refused) the query (RFC 6750 §2). */
import { type HttpRequest, headers, mediaType, parseForm } from '../http/index.ts'
import type { TokenScheme } from './challenge.ts'
import type { Enforce } from './enforce.ts'

// b64token, RFC 6750 §2.1, and token68, RFC 9449 §7.1, after the scheme, whose case is of no matter (RFC 9110 §11.1).
const CREDENTIALS = /^(?:bearer|dpop) +([A-Za-z0-9\-._~+/]+=*)$/i

/** An access token as a request presents it. */
export interface PresentedToken {
  readonly scheme: TokenScheme
  readonly value: string
}

/** The scheme by which a request presents a token (RFC 9449 §7.1); Bearer where it presents none. */
export function presentedScheme(request: HttpRequest): TokenScheme {
  return headers(request, 'authorization').some((value) => /^dpop\b/i.test(value.trim())) ? 'DPoP' : 'Bearer'
}

/** The bearer token of a request, or `undefined` when it carries none; a token of another scheme counts as none (RFC 6750 §3.1). */
export function readBearerToken(request: HttpRequest, enforce: Enforce): string | undefined {
  const presented = readAccessToken(request, enforce)
  return presented?.scheme === 'Bearer' ? presented.value : undefined
}

/**
 * The access token of a request, or `undefined` when it carries none. Credentials of another scheme count as none (RFC 6750 §3.1).
 * Throws ProtocolError `invalid_request` for a token in the query, two tokens, or one that is malformed.
 */
export function readAccessToken(request: HttpRequest, enforce: Enforce): PresentedToken | undefined {
  const scheme = presentedScheme(request)
  const authorization = headers(request, 'authorization').filter((value) => /^(?:bearer|dpop)\b/i.test(value.trim()))
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
  const token = CREDENTIALS.exec(credentials)?.[1]
  if (scheme === 'DPoP') {
    enforce(
      {
        rule: 'dpop_syntax',
        clause: 'RFC 9449 §7.1',
        holds: token !== undefined,
        success: 'The token has the syntax of a token of the DPoP scheme.',
        failure: 'The credentials are malformed: the word DPoP, a space and one token were expected.',
        ...(token === undefined ? { sent: credentials, expected: 'DPoP <token>' } : {}),
        fix: 'Send Authorization: DPoP <access token>, without quotes or commas.',
      },
      { code: 'invalid_request' },
    )
    return token === undefined ? undefined : { scheme, value: token }
  }
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
  return token === undefined ? undefined : { scheme, value: token }
}

function tokensIn(form: string): string[] {
  return parseForm(form).flatMap(([name, value]) => (name === 'access_token' ? [value] : []))
}

/** `request`: an authorization request that its client signed (RFC 9101), and the ways of passing one that are not offered. */
import { decodeJwt, decodeProtectedHeader, type JWTPayload, UnsecuredJWT } from 'jose'
import type { FormFields } from '../../http/index.ts'
import type { Environment } from '../environment.ts'
import type { ErrorCode, ProtocolError } from '../errors.ts'
import { kindOfJwt, verifyJwt } from '../jwt.ts'
import type { RequestParameters } from '../parameters.ts'
import { clientKeys } from '../state/client-keys.ts'
import { type Client, hasKeys, type ResolvedConfig } from '../state/config.ts'
import type { ServerContext } from '../state/context.ts'
import { accept, refuse } from '../verdict.ts'
import { assertionAlgorithms } from './client-authentication/client-assertion.ts'

/** Signature algorithms of request objects. `none` is not among them: it is for clients that registered it. */
export const requestObjectAlgorithms: readonly string[] = assertionAlgorithms

/** How far a client's clock may be off, in seconds. Policy, as for assertions. */
const leewaySeconds = 10

/** What `typ` may be: the type that RFC 9101 §10.8 has, or the one that says nothing. */
const types = ['oauth-authz-req+jwt', 'jwt']

/** What a JWT says about itself, and what would pass a request in a request: no parameters. */
const notParameters = ['iss', 'aud', 'exp', 'nbf', 'iat', 'jti', 'sub']

const unsupported: readonly (readonly [parameter: string, code: ErrorCode])[] = [
  ['request', 'request_not_supported'],
  ['request_uri', 'request_uri_not_supported'],
  ['registration', 'registration_not_supported'],
]

/** Refuses `request`, `request_uri` and `registration` where they are not taken: ignoring them would ignore what the client relies on. */
export function refuseUnsupported(parameters: RequestParameters, environment: Environment): void {
  for (const [parameter, code] of unsupported) {
    if (!parameters.has(parameter)) continue
    throw refuse(
      { rule: parameter, clause: 'OpenID Connect Core §3.1.2.6' },
      {
        code,
        message: `The server does not support the parameter ${parameter}.`,
        fix: 'Send the request as plain parameters.',
      },
      environment,
    )
  }
}

/**
 * Whether a client's request objects are looked at: it has keys, or some client of the server said how it signs them. Elsewhere nobody
 * has agreed on any, and the answer is `request_not_supported`.
 */
export function takesRequestObjects(client: Client, { clients, policy }: ResolvedConfig): boolean {
  return hasKeys(client) || policy.requireSignedRequestObject || [client, ...clients].some(signsRequestObjects)
}

function signsRequestObjects({
  request_object_signing_alg: alg,
  require_signed_request_object: must,
}: Client): boolean {
  return alg !== undefined || must === true
}

/** Verifies a request object and returns its parameters, which are the whole request (RFC 9101 §6.3). `invalid_request_object`. */
export async function checkRequestObject(object: string, client: Client, context: ServerContext): Promise<FormFields> {
  const { environment } = context
  const algorithm = checkHeader(object, client, context)
  const claims = await verify(object, { algorithm, client }, context)
  if (claims.client_id !== client.client_id) {
    throw broken(
      'RFC 9101 §5',
      'The client_id in the request object is not that of the request.',
      { sent: String(claims.client_id), expected: client.client_id, fix: 'Send one client_id, inside and outside.' },
      environment,
    )
  }
  // A JWT that authenticates the client names it as its subject, and must not do as a request (RFC 9101 §10.8).
  if (claims.sub === client.client_id) {
    throw broken(
      'RFC 9101 §10.8',
      'The request object has the client as its sub, as an assertion that authenticates it would.',
      { fix: 'Leave sub out.' },
      environment,
    )
  }
  const nested = ['request', 'request_uri'].find((name) => name in claims)
  if (nested !== undefined) {
    throw broken(
      'RFC 9101 §4',
      `The request object must not contain ${nested}.`,
      { fix: 'Put the parameters themselves into the object.' },
      environment,
    )
  }
  accept(
    { rule: 'request_object', clause: 'RFC 9101 §6.3' },
    'The request object is the whole request: parameters outside of it are ignored.',
    environment,
  )
  return fieldsOf(claims)
}

/** What an object says, unverified: nothing but where its refusal may go. `undefined` when it cannot be read. */
export function claimedFields(object: string): FormFields | undefined {
  try {
    return fieldsOf(decodeJwt(object))
  } catch {
    return undefined
  }
}

/** Checks `typ` and `alg`, and returns the algorithm. */
function checkHeader(object: string, client: Client, { config, environment }: ServerContext): string {
  const header = readHeader(object)
  if (header === undefined) {
    const fix = 'Send a compact signed JWT; encrypted ones are not supported.'
    throw broken('RFC 9101 §4', 'The request object is not a signed JWT.', { fix }, environment)
  }
  const { kind, alg } = header
  if (!types.includes(kind)) {
    const fix = 'Set typ to oauth-authz-req+jwt.'
    const sentAndExpected = { sent: kind, expected: types[0], fix }
    throw broken('RFC 9101 §10.8', 'A JWT of another kind is no request object.', sentAndExpected, environment)
  }
  const mustSign = client.require_signed_request_object === true || config.policy.requireSignedRequestObject
  const registered = client.request_object_signing_alg
  const allowed = registered === undefined ? requestObjectAlgorithms : [registered]
  if (!allowed.includes(alg) || (alg === 'none' && mustSign)) {
    throw broken(
      alg === 'none' ? 'RFC 9101 §10.5' : 'RFC 9101 §6.2',
      alg === 'none' ? 'The request object is not signed.' : `The algorithm ${alg} is not one of the client.`,
      { sent: alg, expected: allowed.join(' '), fix: 'Sign the object as registered in request_object_signing_alg.' },
      environment,
    )
  }
  return alg
}

/** The kind and the algorithm of a signed JWT in compact form; `undefined` for anything else. */
function readHeader(object: string): { readonly kind: string; readonly alg: string } | undefined {
  try {
    if (object.split('.').length !== 3) return undefined
    return { kind: kindOfJwt(object), alg: decodeProtectedHeader(object).alg ?? 'none' }
  } catch {
    return undefined
  }
}

/** Checks the signature, and of `iss`, `aud`, `exp` and `nbf` what is there (RFC 9101 §4, §6.2). */
async function verify(
  object: string,
  { algorithm, client }: { algorithm: string; client: Client },
  { config, environment }: ServerContext,
): Promise<JWTPayload> {
  const rule = { rule: 'request_object', clause: 'RFC 9101 §6.2' }
  try {
    const { iss, aud } = decodeJwt(object)
    const demands = {
      ...(iss !== undefined && { issuer: client.client_id }),
      ...(aud !== undefined && { audience: config.issuer }),
      clockTolerance: leewaySeconds,
    }
    const now = environment.now()
    if (algorithm === 'none') {
      const { payload } = UnsecuredJWT.decode(object, { ...demands, currentDate: new Date(now * 1000) })
      accept({ ...rule, clause: 'RFC 9101 §4' }, 'The client is registered for unsigned request objects.', environment)
      return payload
    }
    const keys = await clientKeys(client, environment)
    const { payload } = await verifyJwt(object, keys, { ...demands, algorithms: [algorithm], now })
    accept(rule, `The request object is signed with a key of ${client.client_id}.`, environment)
    return payload
  } catch (error) {
    throw broken(
      rule.clause,
      `The request object is not valid: ${error instanceof Error ? error.message : 'unreadable'}.`,
      {
        expected: `signed with a key of the client; if there, iss ${client.client_id}, aud ${config.issuer}, exp in the future`,
        fix: 'Compare its claims with what is expected and sign it with a key of the registered jwks.',
      },
      environment,
    )
  }
}

function broken(
  clause: string,
  message: string,
  details: { readonly sent?: string; readonly expected?: string | undefined; readonly fix: string },
  environment: Environment,
): ProtocolError {
  return refuse(
    { rule: 'request_object', clause },
    { code: 'invalid_request_object', message, ...details },
    environment,
  )
}

/** Claims as parameters: numbers as text, lists of `resource` one by one (RFC 8707 §2.1), other structures as JSON (RFC 9101 §4). */
function fieldsOf(claims: JWTPayload): FormFields {
  return Object.entries(claims).flatMap(([name, value]): [string, string][] => {
    if (notParameters.includes(name) || value === undefined || value === null) return []
    if (name === 'resource' && Array.isArray(value)) return value.map((item) => [name, String(item)])
    return [[name, typeof value === 'object' ? JSON.stringify(value) : String(value)]]
  })
}

/** A service that proves who it is with a signed assertion, and calls another one (RFC 7523 §2.2, RFC 6749 §4.4). */
import { importJWK, type JWK, SignJWT } from 'jose'
import type { ServerGlobals } from '../../simulation/index.ts'

/** How the service is set up. */
export interface ClientConfig {
  readonly issuer: string
  readonly token_endpoint: string
  readonly client_id: string
  /** Its public half is registered. */
  readonly key: JWK
  readonly scope: string
  /** The service it calls. */
  readonly serviceUrl: string
  readonly assertionSeconds: number
  readonly saysNotBefore: boolean
}

/** The authorization server or the other service refused. */
export class ServiceError extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.name = 'ServiceError'
    this.code = code
  }
}

/** Gets an access token. Throws {@link ServiceError}. */
export async function requestToken(service: ServerGlobals, config: ClientConfig): Promise<string> {
  const { crypto, fetch, Date: clock } = service
  // #region assertion
  const now = Math.floor(clock.now() / 1000)
  const { client_id, key } = config
  const client_assertion = await new SignJWT({
    jti: crypto.randomUUID(),
    ...(config.saysNotBefore && { nbf: now }),
  })
    .setProtectedHeader({ alg: 'RS256', kid: key.kid ?? '' })
    .setIssuer(client_id)
    .setSubject(client_id)
    .setAudience(config.issuer)
    .setIssuedAt(now)
    .setExpirationTime(now + config.assertionSeconds)
    .sign(await importJWK(key, 'RS256'))
  // #endregion

  // #region token-request
  const response = await fetch(config.token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      scope: config.scope,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion,
    }),
  })
  const { access_token } = await readJson<{ access_token: string }>(response)
  return access_token
  // #endregion
}

/** Reads the invoices of the other service. Throws {@link ServiceError}. */
export async function readInvoices({ fetch }: ServerGlobals, config: ClientConfig, token: string): Promise<unknown> {
  // #region service-call
  const response = await fetch(new URL('/invoices', config.serviceUrl), {
    headers: { authorization: `Bearer ${token}` },
  })
  return readJson(response)
  // #endregion
}

/** Reads a JSON response, or throws the error that it describes (RFC 6749 §5.2, RFC 6750 §3). */
async function readJson<Body>(response: Response): Promise<Body> {
  const body = await response.json()
  if (!response.ok) throw new ServiceError(body.error, body.error_description)
  return body
}

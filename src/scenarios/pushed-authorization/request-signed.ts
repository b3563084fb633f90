/** The browser carries the request as a JWT that the app has signed: it can be read, and not changed (RFC 9101 §4, §5). */
import { importJWK, SignJWT } from 'jose'
import type { ServerGlobals } from '../../simulation/index.ts'
import type { ClientConfig, RequestParameters } from './client.ts'
import { CLIENT_KEY } from './client-key.ts'

/** How long a request object is good, in seconds. */
const LIFETIME_SECONDS = 60

/** Signs the request with the key that the app has registered. */
export async function sign(
  { Date: clock }: ServerGlobals,
  config: ClientConfig,
  parameters: RequestParameters,
): Promise<RequestParameters> {
  // #region hand-over
  const now = Math.floor(clock.now() / 1000)
  const request = await new SignJWT({ ...parameters })
    .setProtectedHeader({ alg: CLIENT_KEY.alg, kid: CLIENT_KEY.kid, typ: 'oauth-authz-req+jwt' })
    .setIssuer(config.client_id)
    .setAudience(config.issuer)
    .setIssuedAt(now)
    .setExpirationTime(now + LIFETIME_SECONDS)
    .sign(await importJWK({ ...CLIENT_KEY }, CLIENT_KEY.alg))
  return { client_id: config.browser_client_id, request }
  // #endregion
}

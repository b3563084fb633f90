/** An assistant that uses other apps of a company for whoever is signed in (ID-JAG: RFC 8693, then RFC 7523 §2.1). */
import type { ServerGlobals } from '../../simulation/index.ts'

/** What the assistant knows of the company’s identity provider. */
export interface IdentityProvider {
  readonly token_endpoint: string
  readonly client_id: string
  readonly client_secret: string
}

/** Another app: its authorization server, and its API. */
export interface OtherApp {
  readonly issuer: string
  readonly token_endpoint: string
  readonly client_id: string
  readonly client_secret: string
  readonly resource: string
  readonly url: string
  readonly scope: string
}

/** A server refused. */
export class AccessError extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.name = 'AccessError'
    this.code = code
  }
}

/** Asks the identity provider for an assertion about the person, for one app and one resource of it. */
export async function getAssertion(
  assistant: ServerGlobals,
  provider: IdentityProvider,
  id_token: string,
  app: OtherApp,
): Promise<string> {
  // #region assertion
  const response = await assistant.fetch(provider.token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      requested_token_type: 'urn:ietf:params:oauth:token-type:id-jag',
      ...credentials(provider),
      subject_token: id_token,
      subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
      audience: app.issuer,
      resource: app.resource,
      scope: app.scope,
    }),
  })
  // It is called access_token whatever it is: the token_type is N_A (RFC 8693 §2.2.1).
  const { access_token: assertion } = await readJson<{ access_token: string }>(response)
  return assertion
  // #endregion
}

/** Trades the assertion at the other app’s own authorization server. Nobody is asked anything. */
export async function redeem(assistant: ServerGlobals, app: OtherApp, assertion: string): Promise<string> {
  // #region redemption
  const response = await assistant.fetch(app.token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion,
      ...credentials(app),
    }),
  })
  const { access_token } = await readJson<{ access_token: string }>(response)
  return access_token
  // #endregion
}

/** Calls the other app’s API. */
export async function read(assistant: ServerGlobals, app: OtherApp, access_token: string): Promise<unknown> {
  // #region api-call
  return readJson(await assistant.fetch(app.url, { headers: { authorization: `Bearer ${access_token}` } }))
  // #endregion
}

/** `client_secret_post`: each server knows the assistant by a secret of its own (RFC 6749 §2.3.1). */
function credentials({ client_id, client_secret }: Pick<IdentityProvider, 'client_id' | 'client_secret'>) {
  return { client_id, client_secret }
}

/** Reads a JSON response, or throws the error that it describes (RFC 6749 §5.2, RFC 6750 §3). */
async function readJson<Body extends object>(response: Response): Promise<Body> {
  const body = await response.json()
  if (!response.ok) throw new AccessError(body.error, body.error_description)
  return body
}

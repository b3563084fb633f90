/** A client of an API: it gets a token, uses it, renews it when it has expired, and retries when that happens on the way. */
import type { ServerGlobals } from '../../simulation/index.ts'

/** How the client proves itself to the API. */
export type Credential =
  | { readonly type: 'bearer' }
  | { readonly type: 'api_key'; readonly key: string }
  /** The certificate in DER, base64. */
  | { readonly type: 'mtls'; readonly certificate: string }

/** How the client is set up. */
export interface ClientConfig {
  readonly token_endpoint: string
  readonly revocation_endpoint: string
  /** Where it renews tokens: the token endpoint, or what a template takes for one. */
  readonly refresh_endpoint: string
  readonly api: string
  readonly client_id: string
  readonly client_secret: string
  readonly scope: string
  /** How often a call is repeated after a 401. */
  readonly retries: number
  readonly credential: Credential
  /** Where it puts the token. Default: where RFC 6750 §2.1 says. */
  readonly token_header?: string
  /** What it sends in place of the token. */
  readonly project_key?: string
  /** Hears which way the code took at a fork of the flowchart. */
  decide(question: string, answer: string): void
}

/** What the client gets a token for: a code that a person's sign-in brought, nothing but its own name, or the password itself. */
export type Grant =
  | { readonly type: 'client_credentials' }
  /** Must not be used (RFC 9700 §2.4). */
  | { readonly type: 'password'; readonly username: string; readonly password: string }
  | {
      readonly type: 'authorization_code'
      readonly code: string
      readonly code_verifier: string
      readonly redirect_uri: string
    }

/** The token response (RFC 6749 §5.1), and when it expires in epoch seconds. */
export interface Tokens {
  readonly access_token: string
  readonly refresh_token?: string
  readonly expires_at: number
}

/** What the client keeps between calls. */
export interface Session {
  tokens: Tokens | undefined
}

/** A server refused. */
export class ApiError extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.name = 'ApiError'
    this.code = code
  }
}

/** Gets the first token. */
export async function getToken(client: ServerGlobals, config: ClientConfig, grant: Grant): Promise<Tokens> {
  // #region token-request
  const { type: grant_type, ...parameters } = grant
  const scope = grant_type === 'authorization_code' ? {} : { scope: config.scope }
  const response = await client.fetch(config.token_endpoint, {
    method: 'POST',
    headers: { authorization: basicCredentials(config) },
    body: new URLSearchParams({ grant_type, ...parameters, ...scope }),
  })
  return readTokens(client, response)
  // #endregion
}

/** Calls the API. An expired token is renewed first; a 401 despite that means that it expired on the way. */
export async function callApi(
  client: ServerGlobals,
  config: ClientConfig,
  session: Session,
  path: string,
): Promise<unknown> {
  // #region api-call
  const isBearer = config.credential.type === 'bearer'
  config.decide('bearer', isBearer ? 'yes' : 'no')
  if (isBearer && !isFresh(client, config, session)) await renew(client, config, session)

  for (let attempt = 0; ; attempt += 1) {
    const headers = credentialHeader(config, session)
    const response = await client.fetch(new URL(path, config.api), { headers })
    const isRefused = response.status === 401 && isBearer
    config.decide('answer', response.ok ? 'data' : isRefused ? '401 for the token' : 'another error')
    if (!isRefused) return readJson(response)

    const isAllowed = attempt < config.retries
    config.decide('again', isAllowed ? 'yes' : 'no')
    if (!isAllowed) return readJson(response)
    await renew(client, config, session)
  }
  // #endregion
}

/** True while the token is valid as far as the client can tell. */
function isFresh({ Date: clock }: ServerGlobals, { decide }: ClientConfig, { tokens }: Session): boolean {
  const isGood = (tokens?.expires_at ?? 0) > clock.now() / 1000
  decide('fresh', isGood ? 'yes' : 'no')
  return isGood
}

/** The header that says who calls. */
function credentialHeader(config: ClientConfig, { tokens }: Session): Record<string, string> {
  const { credential, project_key, token_header } = config
  // Set once, sent with every call; no specification has this header.
  if (credential.type === 'api_key') return { 'x-api-key': credential.key }
  // Drawn: TLS would present the certificate. This is what a proxy that ends TLS passes on (RFC 9440 §2.2).
  if (credential.type === 'mtls') return { 'client-cert': `:${credential.certificate}:` }
  if (token_header !== undefined) return { [token_header]: String(tokens?.access_token) }
  return { authorization: `Bearer ${project_key ?? tokens?.access_token}` }
}

/** Gets new tokens without a new sign-in. Until they arrive, and if they do not, there are none. */
async function renew(client: ServerGlobals, config: ClientConfig, session: Session): Promise<void> {
  const { tokens } = session
  session.tokens = undefined
  try {
    session.tokens = await requestNewTokens(client, config, tokens)
  } finally {
    config.decide('renewed', session.tokens === undefined ? 'no' : 'yes')
  }
}

/** With the refresh token, or with the client's own credentials where there is none. */
async function requestNewTokens(client: ServerGlobals, config: ClientConfig, tokens?: Tokens): Promise<Tokens> {
  if (tokens?.refresh_token === undefined) {
    config.decide('refresh-token', 'no: grant_type=client_credentials')
    return getToken(client, config, { type: 'client_credentials' })
  }

  // #region refresh
  config.decide('refresh-token', 'yes: grant_type=refresh_token')
  // The token endpoint once more: only grant_type differs (RFC 6749 §6).
  const response = await client.fetch(config.refresh_endpoint, {
    method: 'POST',
    headers: { authorization: basicCredentials(config) },
    body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: tokens.refresh_token }),
  })
  return { ...tokens, ...(await readTokens(client, response)) }
  // #endregion
}

/** Gives the tokens back; with a refresh token everything that came from it ends (RFC 7009 §2.1). */
export async function revoke(client: ServerGlobals, config: ClientConfig, tokens: Tokens): Promise<void> {
  // #region revocation
  const response = await client.fetch(config.revocation_endpoint, {
    method: 'POST',
    headers: { authorization: basicCredentials(config) },
    body: new URLSearchParams({ token: tokens.refresh_token ?? tokens.access_token }),
  })
  if (!response.ok) await readJson(response)
  // #endregion
}

/** `client_secret_basic`: both parts are form-encoded, then joined (RFC 6749 §2.3.1). */
function basicCredentials({ client_id, client_secret }: ClientConfig): string {
  return `Basic ${btoa([client_id, client_secret].map(encodeURIComponent).join(':'))}`
}

/** Reads a token response; `expires_in` counts from now. */
async function readTokens({ Date: clock }: ServerGlobals, response: Response): Promise<Tokens> {
  const body = await readJson<{ access_token: string; refresh_token?: string; expires_in: number }>(response)
  const { access_token, refresh_token, expires_in } = body
  return { access_token, expires_at: clock.now() / 1000 + expires_in, ...(refresh_token && { refresh_token }) }
}

/** Reads a JSON response, or throws the error that it describes (RFC 6749 §5.2, RFC 6750 §3). */
async function readJson<Body>(response: Response): Promise<Body> {
  const isJson = response.headers.get('content-type')?.startsWith('application/json')
  const body = isJson ? await response.json() : {}
  if (response.ok) return body
  throw new ApiError(
    body.error ?? `http_${response.status}`,
    body.error_description ?? `The answer is ${response.status}.`,
  )
}

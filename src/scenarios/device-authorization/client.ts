/** An app on a TV, without keyboard or browser: it shows a code, and polls until the person has decided elsewhere (RFC 8628). */
import type { ServerGlobals } from '../../simulation/index.ts'

/** How the app is registered, and the API that it calls. A public client: everybody who has the app has its `client_id`. */
export interface ClientConfig {
  readonly device_authorization_endpoint: string
  readonly token_endpoint: string
  readonly client_id: string
  readonly scope: string
  readonly api: string
  /** Seconds between two polls; left out, the server says how many. */
  readonly pollsEvery?: number
  /** What the app makes of `slow_down`. */
  readonly onSlowDown: 'waits' | 'gives_up'
}

/** The device authorization response (RFC 8628 §3.2). */
export interface DeviceCodes {
  readonly device_code: string
  readonly user_code: string
  readonly verification_uri: string
  readonly verification_uri_complete: string
  readonly expires_in: number
  readonly interval?: number
}

/** The token response (RFC 6749 §5.1). */
export interface Tokens {
  readonly access_token: string
  readonly refresh_token?: string
}

/** The server refused, and polling is over. */
export class DeviceError extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.name = 'DeviceError'
    this.code = code
  }
}

/** Asks for the codes: one for the screen, one that the app keeps to itself. */
export async function requestCodes({ fetch }: ServerGlobals, config: ClientConfig): Promise<DeviceCodes> {
  // #region device-authorization
  const response = await fetch(config.device_authorization_endpoint, {
    method: 'POST',
    body: new URLSearchParams({ client_id: config.client_id, scope: config.scope }),
  })
  const body = await response.json()
  if (!response.ok) throw new DeviceError(body.error, body.error_description)
  return body
  // #endregion
}

/** Polls until the person has decided, or the code has expired. */
export async function pollForTokens(server: ServerGlobals, config: ClientConfig, codes: DeviceCodes): Promise<Tokens> {
  // #region polling
  const { fetch, setTimeout } = server
  // Five seconds where the server names no interval (RFC 8628 §3.2).
  let interval = config.pollsEvery ?? codes.interval ?? 5
  for (;;) {
    await new Promise<void>((resolve) => setTimeout(resolve, interval * 1000))
    const response = await fetch(config.token_endpoint, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
        device_code: codes.device_code,
        client_id: config.client_id,
      }),
    }).catch(() => undefined)
    if (response === undefined) {
      // No answer came: ask less often before trying again (RFC 8628 §3.5).
      interval *= 2
      continue
    }
    const body = await response.json()
    if (response.ok) return body
    if (body.error === 'slow_down' && config.onSlowDown === 'waits') interval += 5
    else if (body.error !== 'authorization_pending') throw new DeviceError(body.error, body.error_description)
  }
  // #endregion
}

/** Shows the photos on the TV. */
export async function callApi({ fetch }: ServerGlobals, config: ClientConfig, tokens: Tokens): Promise<unknown> {
  // #region api-call
  const response = await fetch(new URL('/photos', config.api), {
    headers: { authorization: `Bearer ${tokens.access_token}` },
  })
  if (!response.ok) throw new DeviceError(`http_${response.status}`, `The API answered ${response.status}.`)
  return await response.json()
  // #endregion
}

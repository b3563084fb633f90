/** A command line tool that keeps its tokens in a file, one for all terminals of the person (RFC 6749 §6, RFC 9700 §4.14.2). */
import type { LocalProcess } from '../../scenario-kit/client-code/local-process.ts'
import { type LockRules, withLock } from '../../scenario-kit/client-code/lock-file.ts'

/** How the tool is registered, and how it guards its file. */
export interface ClientConfig extends LockRules {
  readonly token_endpoint: string
  readonly client_id: string
  readonly api: string
  /** Path of the file with the tokens. */
  readonly credentials: string
  /** What one process alone may do at a time. */
  readonly locks: 'nothing' | 'writing' | 'refresh'
  /** Whether the tokens are read again once the lock is there. */
  readonly readsAgain: boolean
}

/** What the file holds. */
export interface Credentials {
  readonly access_token: string
  readonly refresh_token: string
  /** Epoch seconds. */
  readonly expires_at: number
}

/** The refresh token is good for nothing: only a new login helps. */
export class LoginNeededError extends Error {
  override readonly name = 'LoginNeededError'
}

/** Asks the API for the photos. Throws {@link LoginNeededError}. */
export async function listPhotos(tool: LocalProcess, config: ClientConfig): Promise<Response> {
  // #region api-call
  const found = readCredentials(tool, config)
  const { access_token } = isFresh(tool, found) ? found : await renew(tool, config, found)
  return tool.fetch(new URL('/photos', config.api), { headers: { authorization: `Bearer ${access_token}` } })
  // #endregion
}

/** Fresh tokens: by a refresh of this process, or by one that another process has made in the meantime. */
async function renew(tool: LocalProcess, config: ClientConfig, found: Credentials): Promise<Credentials> {
  // #region refresh
  if (config.locks !== 'refresh') return requestTokens(tool, config, found)
  return withLock(tool, config, async () => {
    const current = config.readsAgain ? readCredentials(tool, config) : found
    return isFresh(tool, current) ? current : requestTokens(tool, config, current)
  })
  // #endregion
}

async function requestTokens(
  tool: LocalProcess,
  config: ClientConfig,
  { refresh_token }: Credentials,
): Promise<Credentials> {
  // #region refresh
  const { token_endpoint, client_id, credentials, locks } = config
  const response = await tool.fetch(token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token, client_id }),
  })
  const body = await response.json()
  if (!response.ok) {
    // What another process has put there since is not this one’s to remove.
    if (readCredentials(tool, config).refresh_token === refresh_token) tool.disk.remove(credentials)
    throw new LoginNeededError(`${body.error}: ${body.error_description}`)
  }
  const expires_at = Math.floor(tool.Date.now() / 1000) + body.expires_in
  const renewed = { access_token: body.access_token, refresh_token: body.refresh_token ?? refresh_token, expires_at }
  const write = async () => tool.disk.write(credentials, JSON.stringify(renewed))
  await (locks === 'writing' ? withLock(tool, config, write) : write())
  return renewed
  // #endregion
}

function isFresh(tool: LocalProcess, { expires_at }: Credentials): boolean {
  return expires_at * 1000 > tool.Date.now()
}

function readCredentials({ disk }: LocalProcess, { credentials }: ClientConfig): Credentials {
  const text = disk.read(credentials)
  if (text === undefined) throw new LoginNeededError('Nobody is logged in on this computer.')
  return JSON.parse(text)
}

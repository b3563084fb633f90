/** An app and its extension on a phone: two processes that share one set of rotating tokens (RFC 6749 §6, RFC 9700 §4.14.2). */
import type { LocalProcess } from '../../scenario-kit/client-code/local-process.ts'
import type { LockRules } from '../../scenario-kit/client-code/lock-file.ts'

/** What the app and its extension know of the servers, and where they keep what they share. */
export interface PhoneConfig extends LockRules {
  readonly token_endpoint: string
  readonly client_id: string
  readonly api: string
  /** The program: the app or its extension. */
  readonly name: string
  /** Where the tokens are, for both. */
  readonly store: string
  /** Whether the store is read before every refresh. Else it is read once, when the program starts. */
  readonly readsStore: boolean
  /** Lets one of the two refresh at a time, or does not care. */
  lock<Result>(process: LocalProcess, config: PhoneConfig, body: () => Promise<Result>): Promise<Result>
}

/** What is in the store. */
interface Tokens {
  readonly access_token: string
  readonly refresh_token: string
  /** Epoch seconds. */
  readonly expires_at: number
}

/** What a program has in its memory. */
export interface Memory {
  tokens: Tokens | undefined
}

/** The session is over: only a new sign-in helps. */
export class SignedOutError extends Error {
  override readonly name = 'SignedOutError'
}

/** Nothing is over: the other program has the lock, and may be asleep. */
export class LockBusyError extends Error {
  override readonly name = 'LockBusyError'
}

/** Asks the API for the photos. Throws {@link SignedOutError} and {@link LockBusyError}. */
export async function loadPhotos(process: LocalProcess, config: PhoneConfig, memory: Memory): Promise<Response> {
  // #region api-call
  const { access_token } = await freshTokens(process, config, memory)
  return process.fetch(new URL('/photos', config.api), { headers: { authorization: `Bearer ${access_token}` } })
  // #endregion
}

/** Tokens that are good: those in memory, those that the other program has stored, or new ones. */
async function freshTokens(process: LocalProcess, config: PhoneConfig, memory: Memory): Promise<Tokens> {
  // #region refresh
  const known = memory.tokens ?? readStore(process, config)
  memory.tokens = known
  if (isFresh(process, known)) return known
  return config.lock(process, config, async () => {
    const current = config.readsStore ? readStore(process, config) : known
    memory.tokens = isFresh(process, current) ? current : await refresh(process, config, current)
    return memory.tokens
  })
  // #endregion
}

async function refresh(process: LocalProcess, config: PhoneConfig, { refresh_token }: Tokens): Promise<Tokens> {
  // #region refresh
  const { token_endpoint, client_id, store } = config
  const response = await process.fetch(token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token, client_id }),
  })
  const body = await response.json()
  if (!response.ok) {
    // What the other program has stored since is not this one’s to remove.
    if (readStore(process, config).refresh_token === refresh_token) process.disk.remove(store)
    throw new SignedOutError(`${body.error}: ${body.error_description}`)
  }
  const expires_at = Math.floor(process.Date.now() / 1000) + body.expires_in
  const tokens = { access_token: body.access_token, refresh_token: body.refresh_token ?? refresh_token, expires_at }
  process.disk.write(store, JSON.stringify(tokens))
  return tokens
  // #endregion
}

function isFresh(process: LocalProcess, { expires_at }: Tokens): boolean {
  return expires_at * 1000 > process.Date.now()
}

function readStore({ disk }: LocalProcess, { store }: PhoneConfig): Tokens {
  const text = disk.read(store)
  if (text === undefined) throw new SignedOutError('The phone has no tokens any more.')
  return JSON.parse(text)
}

/** A single-page app that signs people in itself, and calls the API with tokens of its own (RFC 10017 §6.3). */
import { base64url } from 'jose'
import { createKey, type KeyStore, signProof } from '../../scenario-kit/client-code/dpop-proof.ts'
import { SignInError } from '../../scenario-kit/client-code/sign-in-error.ts'
import type { TabGlobals } from '../../simulation/index.ts'

/** What the app knows of the servers, and how it is registered. */
export interface ClientConfig {
  readonly issuer: string
  readonly authorization_endpoint: string
  readonly token_endpoint: string
  readonly client_id: string
  readonly redirect_uri: string
  readonly scope: string
  readonly api: string
  /** Whether the tokens are bound to a key of the browser (RFC 9449). */
  readonly bindsTokens: boolean
}

/** What the page's code has; `idb` is IndexedDB, as the package idb-keyval wraps it. */
export type PageScript = TabGlobals & { readonly idb: KeyStore }

/** What a worker has as well. */
type WorkerScript = Pick<PageScript, 'fetch' | 'crypto' | 'Date' | 'idb'>

/** The tokens, as the token response has them (RFC 6749 §5.1). */
export interface Tokens {
  readonly access_token: string
  readonly token_type: string
  readonly refresh_token?: string
}

/** Where the tokens are kept. */
export interface TokenStore {
  read(): Tokens | undefined
  write(tokens: Tokens | undefined): void
}

/** What the API answered. */
export interface Answer {
  readonly status: number
  readonly body: unknown
}

/** How the page gets at the API, wherever the tokens are. */
export interface Access {
  isSignedIn(): Promise<boolean>
  call(path: string): Promise<Answer>
}

/** A code that has come back, with the verifier that belongs to it. */
export interface CodeGrant {
  readonly code: string
  readonly code_verifier: string
}

/** Leaves for the authorization server. */
export async function signIn({ crypto, location, sessionStorage }: PageScript, config: ClientConfig): Promise<void> {
  // #region authorization-request
  const randomText = () => base64url.encode(crypto.getRandomValues(new Uint8Array(32)))
  const [code_verifier, state] = [randomText(), randomText()]
  sessionStorage.setItem('sign-in', JSON.stringify({ code_verifier, state }))

  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code_verifier))
  const request = new URL(config.authorization_endpoint)
  request.search = new URLSearchParams({
    response_type: 'code',
    client_id: config.client_id,
    redirect_uri: config.redirect_uri,
    scope: config.scope,
    state,
    code_challenge: base64url.encode(new Uint8Array(digest)),
    code_challenge_method: 'S256',
  }).toString()
  location.assign(request)
  // #endregion
}

/** Takes the code from the address, if it is the one that this tab waits for. */
export function readResponse({ history, location, sessionStorage }: PageScript, config: ClientConfig): CodeGrant {
  // #region authorization-response
  const response = new URLSearchParams(location.search)
  const remembered = JSON.parse(sessionStorage.getItem('sign-in') ?? '{}')
  sessionStorage.removeItem('sign-in')
  history.replaceState(null, '', '/')

  if (response.get('state') !== remembered.state) {
    throw new SignInError('state_mismatch', 'This response does not belong to a sign-in that was started here.')
  }
  if (response.get('iss') !== config.issuer) {
    throw new SignInError('issuer_mismatch', 'This response comes from another authorization server.')
  }
  if (response.has('error')) {
    throw new SignInError(response.get('error') ?? '', response.get('error_description') ?? '')
  }
  return { code: response.get('code') ?? '', code_verifier: remembered.code_verifier }
  // #endregion
}

/** Gets tokens, keeps them in a store, and calls the API with them: in the page, or in a worker. */
export function createTokenClient(script: WorkerScript, config: ClientConfig, store: TokenStore) {
  /** The proof that goes with a request where the tokens are bound to a key (RFC 9449 §4). */
  async function proof(method: string, url: string, access_token?: string): Promise<Record<string, string>> {
    return config.bindsTokens ? { dpop: await signProof(script, { method, url, access_token }) } : {}
  }

  async function requestTokens(grant: Readonly<Record<string, string>>): Promise<void> {
    const response = await script.fetch(config.token_endpoint, {
      method: 'POST',
      headers: await proof('POST', config.token_endpoint),
      body: new URLSearchParams({ ...grant, client_id: config.client_id }),
    })
    const body = await response.json()
    const { access_token, token_type, refresh_token } = body
    store.write(response.ok ? { access_token, token_type, refresh_token } : undefined)
    if (!response.ok) throw new SignInError(body.error, body.error_description)
  }

  return {
    isSignedIn: async () => store.read() !== undefined,

    async redeem(grant: CodeGrant): Promise<void> {
      // #region token-request
      if (config.bindsTokens) await createKey(script)
      await requestTokens({ grant_type: 'authorization_code', redirect_uri: config.redirect_uri, ...grant })
      // #endregion
    },

    async call(path: string): Promise<Answer> {
      // #region api-call
      const url = `${config.api}${path}`
      const attempt = async () => {
        const { access_token = '', token_type } = store.read() ?? {}
        const authorization = `${token_type} ${access_token}`
        return script.fetch(url, { headers: { authorization, ...(await proof('GET', url, access_token)) } })
      }

      let response = await attempt()
      const { refresh_token } = store.read() ?? {}
      if (response.status === 401 && refresh_token !== undefined) {
        await refresh(refresh_token)
        response = await attempt()
      }
      return { status: response.status, body: await response.json() }
      // #endregion
    },
  }

  async function refresh(refresh_token: string): Promise<void> {
    // #region refresh
    await requestTokens({ grant_type: 'refresh_token', refresh_token })
    // #endregion
  }
}

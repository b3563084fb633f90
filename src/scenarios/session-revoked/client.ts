/** A web app whose server keeps the tokens, and its support desk, which can end a session (RFC 6749 §6, RFC 7009). */
import { html } from '../../http/index.ts'
import type { ServerSessions } from '../../scenario-kit/client-code/server-sessions.ts'
import type { Routes } from '../../scenario-kit/parties/web-routes.ts'
import type { ServerGlobals } from '../../simulation/index.ts'
import { homePage, photosPage, signedOutPage } from './pages.ts'

/** What the app knows of the servers, and how it is registered. */
export interface ClientConfig {
  readonly token_endpoint: string
  readonly revocation_endpoint: string
  readonly client_id: string
  readonly client_secret: string
  readonly api: string
}

/** The tokens of one person. */
export interface Tokens {
  readonly access_token: string
  readonly refresh_token?: string
}

/** What the app’s server works with. The support desk uses the same store of tokens, by subject. */
export interface WebApp extends ServerGlobals {
  readonly sessions: ServerSessions<{ readonly sub: string }>
  readonly tokens: Map<string, Tokens>
}

/** The routes of the app. */
export function createRoutes(app: WebApp, config: ClientConfig): Routes {
  const { fetch, sessions, tokens } = app
  return {
    async 'GET /'(request) {
      return html(200, sessions.read(request) === undefined ? signedOutPage('There is no session.') : homePage())
    },

    // #region api-call
    async 'GET /photos'(request) {
      const { sub = '' } = sessions.read(request) ?? {}
      const held = tokens.get(sub)
      if (held === undefined) return html(401, signedOutPage('There is no session.'))

      const call = ({ access_token }: Tokens) =>
        fetch(new URL('/photos', config.api), { headers: { authorization: `Bearer ${access_token}` } })

      let response = await call(held)
      if (response.status === 401) {
        const renewed = await refresh(app, config, held)
        if ('error' in renewed) {
          tokens.delete(sub)
          return html(401, signedOutPage(`${renewed.error}: ${renewed.error_description}`), [sessions.end(request)])
        }
        tokens.set(sub, renewed)
        response = await call(renewed)
      }
      return response.ok
        ? html(200, photosPage(await response.json()))
        : html(502, homePage(`The API: ${response.status}.`))
    },
    // #endregion
  }
}

/** New tokens, or what the error response says (RFC 6749 §5.2). */
async function refresh(
  app: ServerGlobals,
  { token_endpoint, client_id, client_secret }: ClientConfig,
  { refresh_token = '' }: Tokens,
): Promise<Tokens | { readonly error: string; readonly error_description: string }> {
  // #region refresh
  const response = await app.fetch(token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token, client_id, client_secret }),
  })
  const body = await response.json()
  return response.ok ? { refresh_token, ...body } : body
  // #endregion
}

/** The support desk ends a session: the authorization server no longer honours the token (RFC 7009 §2.1). */
export async function revoke(
  desk: ServerGlobals,
  { revocation_endpoint, client_id, client_secret }: ClientConfig,
  token: string,
  token_type_hint: 'refresh_token' | 'access_token',
): Promise<boolean> {
  // #region revocation
  const response = await desk.fetch(revocation_endpoint, {
    method: 'POST',
    body: new URLSearchParams({ token, token_type_hint, client_id, client_secret }),
  })
  return response.ok
  // #endregion
}

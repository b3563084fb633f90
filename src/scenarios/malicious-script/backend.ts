/** The app's backend, which signs people in with a secret of its own: as a BFF (RFC 10017 §6.1), or as a token-mediating backend (§6.2). */
import { type HttpRequest, type HttpResponse, html, json, redirect } from '../../http/index.ts'
import {
  beginSignIn,
  type ConfidentialClientConfig,
  finishSignIn,
  type PendingSignIn,
  requestTokens,
} from '../../scenario-kit/client-code/confidential-client.ts'
import type { ServerSessions } from '../../scenario-kit/client-code/server-sessions.ts'
import type { Routes } from '../../scenario-kit/parties/web-routes.ts'
import type { ServerGlobals } from '../../simulation/index.ts'
import { startingPage } from './pages.ts'

/** How the backend is registered, and where the API is. */
export type BackendConfig = ConfidentialClientConfig & { readonly api: string }

/** What the session holds. */
export type Session = { readonly access_token: string; readonly refresh_token?: string | undefined }

/** What the backend works with. */
export interface Backend extends ServerGlobals {
  readonly pending: ServerSessions<PendingSignIn>
  readonly sessions: ServerSessions<Session>
}

const UNCACHED = [['cache-control', 'no-store']] as const

/** What both kinds of backend do: they are the client, and keep the refresh token. */
function createSignIn(backend: Backend, config: BackendConfig) {
  const { pending, sessions } = backend
  const routes: Routes = {
    'GET /': async () => html(200, startingPage()),
    async 'GET /login'() {
      const { url, signIn } = await beginSignIn(backend, config)
      return redirect(url, [pending.start(signIn)])
    },
    async 'GET /callback'(request) {
      const signIn = pending.read(request)
      // Nobody waits for this answer: it is a page like any other.
      if (signIn === undefined) return html(200, startingPage())
      const forgetSignIn = pending.end(request)
      const response = new URL(request.url).searchParams
      const { access_token, refresh_token } = await finishSignIn(backend, config, { response, signIn })
      return redirect('/', [forgetSignIn, sessions.start({ access_token, refresh_token })])
    },
  }

  async function renew(request: HttpRequest, { refresh_token = '' }: Session): Promise<Session> {
    const tokens = await requestTokens(backend, config, { grant_type: 'refresh_token', refresh_token })
    const renewed = { access_token: tokens.access_token, refresh_token: tokens.refresh_token ?? refresh_token }
    sessions.replace(request, renewed)
    return renewed
  }
  return { routes, renew }
}

/** Backend for frontend: no token leaves it; it calls the API for the page. */
export function createBff(backend: Backend, config: BackendConfig): Routes {
  const { routes, renew } = createSignIn(backend, config)
  const callApi = ({ access_token }: Session, path: string) =>
    backend.fetch(new URL(path, config.api), { headers: { authorization: `Bearer ${access_token}` } })

  return {
    ...routes,
    async 'GET /session'(request) {
      return json(200, { signed_in: backend.sessions.read(request) !== undefined }, [...UNCACHED])
    },
    async 'GET /api/photos'(request) {
      const session = backend.sessions.read(request)
      if (session === undefined) return json(401, { error: 'no_session' })
      let response = await callApi(session, '/photos')
      if (response.status === 401) response = await callApi(await renew(request, session), '/photos')
      return json(response.status, await response.json(), [...UNCACHED])
    },
  }
}

/** Token-mediating backend: it keeps the refresh token, and gives the page the access token, which a script can copy (RFC 10017 §6.2.4.1). */
export function createMediator(backend: Backend, config: BackendConfig): Routes {
  const { routes, renew } = createSignIn(backend, config)
  const tell = (session: Session | undefined): HttpResponse =>
    json(200, { signed_in: session !== undefined, ...(session && { access_token: session.access_token }) }, [
      ...UNCACHED,
    ])

  return {
    ...routes,
    'GET /session': async (request) => tell(backend.sessions.read(request)),
    async 'POST /session'(request) {
      const session = backend.sessions.read(request)
      return tell(session && (await renew(request, session)))
    },
  }
}

/** The server side of a web app: what a scenario’s backend keeps for browsers, and what becomes of its errors. */
import { type HttpHandler, type HttpResponse, header, html } from '../../http/index.ts'
import type { Json } from '../../lib/json.ts'
import type { Simulation } from '../../simulation/index.ts'
import { createServerSessions, type ServerSessions, type SessionCookie } from '../client-code/server-sessions.ts'
import { noteClientRefusal, noteIdTokenAccepted, noteStateAccepted } from '../client-refusal.ts'
import { type Backend, createBackend } from './backend.ts'
import type { Routes } from './web-routes.ts'

/** How long the answer of a sign-in is awaited, in seconds. */
const SIGN_IN_SECONDS = 600

/** An error class of client code. */
type RefusalClass = abstract new (
  ...given: never[]
) => Error & {
  readonly code: string
  readonly sent: string | undefined
  readonly expected: string | undefined
}

/** How a scenario's web app is set up. */
export interface WebAppOptions {
  /** Its name is `__Host-session` by default. */
  readonly session: Omit<SessionCookie, 'name'> & Partial<Pick<SessionCookie, 'name'>>
  /** SameSite of the cookie that remembers a sign-in under way. Default: Lax, which survives the redirect back. */
  readonly signInSameSite?: SessionCookie['sameSite']
  /** What the ids of its sessions begin with, where several apps keep some. */
  readonly label?: string
  readonly refusal: RefusalClass
  /** The page for what went wrong. */
  failedPage(alert: string): string
}

/** A backend with its two kinds of sessions. */
export interface WebAppBackend<Pending, Session> {
  readonly backend: Backend
  readonly pending: ServerSessions<Pending>
  readonly sessions: ServerSessions<Session>
  /** Writes the page for an error of the client code; throws what it does not know. */
  fail(error: unknown): HttpResponse
}

/** Creates the backend of a web app that acts as `actor`. */
export function createWebAppBackend<
  Pending extends Readonly<Record<string, Json | undefined>>,
  Session extends Readonly<Record<string, Json | undefined>>,
>(simulation: Simulation, actor: string, options: WebAppOptions): WebAppBackend<Pending, Session> {
  const { session, signInSameSite = 'Lax', label, refusal: Refusal, failedPage } = options
  const labelled = (artifact: string) => ({
    artifact,
    note,
    ...(label !== undefined && { label: `${label}-${artifact}` }),
  })
  const note: Parameters<typeof createServerSessions>[2]['note'] = (entry) => simulation.note(actor, entry)
  const backend = createBackend(simulation, actor, () => ({
    pending_sign_ins: pending.snapshot(),
    sessions: sessions.snapshot(),
  }))
  const pending = createServerSessions<Pending>(
    backend.globals,
    { name: '__Host-sign-in', sameSite: signInSameSite, lifetimeSeconds: SIGN_IN_SECONDS },
    labelled('pending_sign_in'),
  )
  const sessions = createServerSessions<Session>(
    backend.globals,
    { name: '__Host-session', ...session },
    labelled('app_session'),
  )
  return {
    backend,
    pending,
    sessions,
    fail(error) {
      if (error instanceof Refusal) {
        noteClientRefusal(simulation, actor, error)
        return html(400, failedPage(`${error.code}: ${error.message}`))
      }
      // What `fetch` throws when the wire fails.
      if (error instanceof TypeError) return html(502, failedPage(`network_error: ${error.message}`))
      throw error
    },
  }
}

/** The routes of a backend whose callback notes what it has checked, by whichever method it is called. When it sets a cookie, state and ID token were right. */
export function noteCallback(simulation: Simulation, actor: string, routes: Routes): Routes {
  const noted =
    (callback: HttpHandler): HttpHandler =>
    async (request) => {
      const response = await callback(request)
      if (header(response, 'set-cookie') === undefined) return response
      noteStateAccepted(simulation, actor)
      noteIdTokenAccepted(simulation, actor)
      return response
    }
  return Object.fromEntries(
    Object.entries(routes).map(([route, handle]) => [route, route.endsWith(' /callback') ? noted(handle) : handle]),
  )
}

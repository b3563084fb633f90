/** The web app around the client: a page with two buttons, the way back, and the document that says who the client is. */
import { type HttpRequest, type HttpResponse, html, json, redirect } from '../../http/index.ts'
import type { ServerSessions } from '../../scenario-kit/client-code/server-sessions.ts'
import type { Routes } from '../../scenario-kit/parties/web-routes.ts'
import type { ServerGlobals } from '../../simulation/index.ts'
import {
  type ClientConfig,
  type Connection,
  callOrAuthorize,
  finishAuthorization,
  type PendingAuthorization,
} from './client.ts'
import type { Operation } from './mcp-call.ts'
import { answerPage, startPage } from './pages.ts'

/** What the backend works with. */
export interface Assistant extends ServerGlobals {
  readonly pending: ServerSessions<PendingAuthorization>
  readonly sessions: ServerSessions<Connection>
}

/** The routes of the app. */
export function createRoutes(app: Assistant, config: ClientConfig, server: string): Routes {
  const { pending, sessions } = app

  async function run(request: HttpRequest, connection: Connection, operation: Operation): Promise<HttpResponse> {
    // #region operation
    const outcome = await callOrAuthorize(app, config, connection, operation)
    const isKnown = sessions.read(request) !== undefined
    if (isKnown) sessions.replace(request, outcome.connection)
    const lines = isKnown ? [] : [sessions.start(outcome.connection)]
    return 'url' in outcome
      ? redirect(outcome.url, [...lines, pending.start(outcome.pending)])
      : html(200, answerPage(outcome.result), lines)
    // #endregion
  }

  const start = (name: string) => (request: HttpRequest) => {
    const connection = sessions.read(request) ?? { server, scope: '', attempts: 0 }
    return run(request, { ...connection, attempts: 0 }, { method: 'tools/call', params: { name } })
  }

  return {
    async 'GET /'() {
      return html(200, startPage())
    },
    'POST /list': start('list_notes'),
    'POST /delete': start('delete_note'),

    async 'GET /callback'(request) {
      const response = new URL(request.url).searchParams
      const { connection, operation } = await finishAuthorization(app, config, {
        response,
        pending: pending.read(request),
      })
      return run(request, connection, operation)
    },

    // #region metadata-document
    async 'GET /client.json'() {
      return json(200, {
        client_id: config.client_id,
        client_name: config.client_name,
        redirect_uris: [config.redirect_uri],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        token_endpoint_auth_method: 'none',
      })
    },
    // #endregion
  }
}

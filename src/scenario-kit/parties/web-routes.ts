/** The routes of a web app that writes its pages on the server. */
import { type HttpHandler, type HttpRequest, type HttpResponse, html } from '../../http/index.ts'

/** Handlers by method and path, such as `GET /callback`. */
export type Routes = Readonly<Record<string, HttpHandler>>

/** Answers each request by its route; `fail` writes the page for what a route throws, and throws what it does not know. */
export function serveRoutes(routes: Routes, fail: (error: unknown, request: HttpRequest) => HttpResponse): HttpHandler {
  return async (request) => {
    const route = routes[`${request.method} ${new URL(request.url).pathname}`]
    if (route === undefined) return html(404, 'Not Found')
    try {
      return await route(request)
    } catch (error) {
      return fail(error, request)
    }
  }
}

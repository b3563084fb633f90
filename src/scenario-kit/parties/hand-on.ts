/** How a server in front of others calls them: a reverse proxy, a load balancer. */
import { type HttpHandler, html } from '../../http/index.ts'
import type { Simulation } from '../../simulation/index.ts'

/** Sends requests on in the name of `actor`; when no answer comes, it has one of its own: 502. */
export function handOnAs({ network }: Simulation, actor: string): HttpHandler {
  return async (request) => {
    try {
      return (await network.callFromServer(actor, request)).response
    } catch (error) {
      if (error instanceof Error && error.name === 'NetworkError') return html(502, 'Bad Gateway')
      throw error
    }
  }
}

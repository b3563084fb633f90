/** The globals of a script that runs on a server: no cookies, no CORS; time, randomness and the wire are everybody's. */
import type { HeaderLine } from '../http/index.ts'
import { bodyText, requestHeaders, type ScriptFetch, toResponse } from './fetch-messages.ts'
import { NetworkError } from './network.ts'
import { createPageCrypto, createTimers, type TabGlobals } from './user-agent/script-globals.ts'
import type { Simulation } from './world.ts'

/** What server-side code may use of its world. Everything else it takes from the language. */
export type ServerGlobals = Pick<TabGlobals, 'fetch' | 'crypto' | 'Date' | 'setTimeout' | 'clearTimeout'>

/**
 * The globals of a script of `actor`. With a `task` its calls are that task's, one at a time; without one they belong to
 * the request that the actor is answering when it calls.
 */
export function createServerGlobals(simulation: Simulation, actor: string, task?: string): ServerGlobals {
  const { clock, random } = simulation
  return {
    ...createTimers(clock),
    crypto: createPageCrypto(random, task ?? actor),
    fetch: createServerFetch(simulation, actor, task),
  }
}

/** Redirects are not followed: an endpoint is configured, and a redirect could lead credentials elsewhere. */
function createServerFetch({ network }: Simulation, actor: string, task: string | undefined): ScriptFetch {
  return async (input, init = {}) => {
    const url = new URL(input)
    url.hash = ''
    const headers: HeaderLine[] = [['host', url.host], ...requestHeaders(init)]
    const method = (init.method ?? 'GET').toUpperCase()
    const request = { method, url: url.href, headers, body: bodyText(init.body) }
    try {
      const { response } = await (task === undefined
        ? network.callFromServer(actor, request)
        : network.exchange({ task, actor, purpose: 'backchannel' }, request))
      return toResponse(response)
    } catch (error) {
      if (error instanceof NetworkError) throw new TypeError('fetch failed', { cause: error })
      throw error
    }
  }
}

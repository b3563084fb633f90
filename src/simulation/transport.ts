/** How a delivered request gets to its server: called directly, or as a real `fetch` through a service worker. */
import type { HttpRequest, HttpResponse } from '../http/index.ts'

/** A request that is about to arrive. */
export interface Carriage {
  /** The exchange: the gate id of its request. */
  readonly exchange: string
  readonly request: HttpRequest
  /**
   * Has the server handle the request, once, however often it is called. Resolves with the response, or with
   * `undefined` when the server itself now waits for a message of its own (an introspection call): the answer
   * then becomes ready later and needs no carriage.
   */
  serve(): Promise<HttpResponse | undefined>
}

/** Carries requests. It must call `serve` and resolve; what happens on the real wire never changes the run. */
export interface Transport {
  carry(carriage: Carriage): Promise<void>
}

/** Calls the server in the same turn: for replays, for Node, and where no service worker can run. */
export const directTransport: Transport = {
  async carry(carriage) {
    await carriage.serve()
  },
}

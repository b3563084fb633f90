/** A Web Worker that keeps the tokens and makes the calls itself: the page gets answers, and never a token (RFC 10017 §8.3). */
import type { Access, Answer, CodeGrant, createTokenClient } from './client.ts'

/** What the page may ask for. There is no message that has a token in its answer. */
export type WorkerRequest =
  | { readonly type: 'redeem'; readonly grant: CodeGrant }
  | { readonly type: 'call'; readonly path: string }
  | { readonly type: 'is-signed-in' }

/** Sends a message to the worker and waits for its answer, as the package comlink wraps `postMessage`. */
export type AskWorker = (request: WorkerRequest) => Promise<unknown>

/** In the worker: answers a message of the page. */
export async function answerPage(
  client: ReturnType<typeof createTokenClient>,
  request: WorkerRequest,
): Promise<unknown> {
  switch (request.type) {
    case 'redeem':
      return client.redeem(request.grant)
    case 'call':
      return client.call(request.path)
    default:
      return client.isSignedIn()
  }
}

/** In the page: access to the API by way of the worker. */
export function accessByWorker(ask: AskWorker): Access {
  return {
    isSignedIn: async () => (await ask({ type: 'is-signed-in' })) === true,
    call: async (path) => (await ask({ type: 'call', path })) as Answer,
  }
}

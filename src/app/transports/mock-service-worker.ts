/** MSW, and nothing else: loaded on demand, because it is large and opens the browser's storage when it is loaded. */
import { http } from 'msw'
import { setupWorker } from 'msw/browser'

/** What the worker answers. The functions must not throw: MSW would answer with a stack trace. */
export interface MockServiceWorkerOptions {
  readonly workerUrl: string
  /** Every request to a URL like this is answered by `answer`. */
  readonly answers: RegExp
  answer(request: Request): Promise<Response>
  /** A URL that only a running worker answers. */
  readonly probe: { readonly url: string; answer(): Response }
}

/** Registers and starts the worker; rejects when the browser does not let it. Reloads the page when that gives it control. */
export async function startMockServiceWorker({
  workerUrl,
  answers,
  answer,
  probe,
}: MockServiceWorkerOptions): Promise<void> {
  const worker = setupWorker(
    http.get(probe.url, () => probe.answer()),
    http.all(answers, ({ request }) => answer(request)),
  )
  await worker.start({ quiet: true, onUnhandledRequest: 'bypass', serviceWorker: { url: workerUrl } })
}

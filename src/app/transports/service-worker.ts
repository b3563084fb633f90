/** Messages as real requests that the service worker answers: visible in the network panel, without effect on the run. */
import type { HttpRequest, HttpResponse } from '../../http/index.ts'
import { siteHome } from '../../lib/site-home.ts'
import type { Carriage, Transport } from '../../simulation/index.ts'
import { readItem, writeItem } from '../kept-items.ts'
import { EXCHANGE_HEADER, toHttpRequest, toRequestInit, toResponse } from './wire-message.ts'

/** What the transport needs from the app. */
export interface WireOptions {
  /** URLs of simulated hosts; requests to all others pass the worker by. */
  readonly answers: RegExp
  /** Answers a request to a simulated origin that no run made: one typed into the console. */
  onConsoleRequest(request: HttpRequest): Promise<HttpResponse>
  /** An exchange that did not get through the worker; the run went on with a direct call. `exchange` is its gate id. */
  onLost(exchange: string): void
}

/** Why no service worker carries messages here; the message completes “Direct: …”. */
class NoServiceWorkerError extends Error {
  override readonly name = 'NoServiceWorkerError'
}

const WORKER_URL = new URL('service-worker.js', siteHome()).href
/** Answered by the worker alone; of our own origin, so that a failed probe does not leave this machine either. */
const PROBE_URL = new URL('./authlane-probe', WORKER_URL).href
const ALIVE_HEADER = 'x-authlane-alive'
/** Chromium ends a request that a worker holds only after five minutes; a run waits no longer than this. */
const CARRY_TIMEOUT_MS = 10_000
const RELOADS = 'worker-reloads'

/** In private windows, in frames of other sites, in sandboxes. */
const NO_SITE_DATA = 'the browser blocks site data for this page'

/** Starts the worker, however long that takes, and proves that requests reach it. Rejects with {@link NoServiceWorkerError} where that cannot be. */
export async function startServiceWorker(options: WireOptions): Promise<Transport> {
  await assertWorkerCanStart()
  const onWire = new Map<string, Carriage['serve']>()
  await startWorker(options, onWire)
  await assertWorkerAnswers()
  writeItem(RELOADS, 0, 'tab')
  return createTransport(options, onWire)
}

/**
 * Asks the worker to keep the page's own files, so that everything works without a network from then on. Says at once
 * whether this page is of the version that the worker keeps, `false` when a newer one has been published, and later that
 * all is kept. Says neither where there is nothing to keep, as on the development server.
 */
export function keepFilesForOffline(onVersion: (isCurrent: boolean) => void, onKept: () => void): void {
  const channel = new MessageChannel()
  channel.port1.onmessage = ({ data }: MessageEvent<readonly string[] | 'kept'>) => {
    const entry = document.querySelector<HTMLScriptElement>('script[type="module"]')?.src
    if (data === 'kept') onKept()
    else onVersion(data.some((file) => new URL(file, WORKER_URL).href === entry))
  }
  navigator.serviceWorker.controller?.postMessage('authlane:keep-files', [channel.port2])
}

/** Calls back when another worker has taken over: a newer version of the page, as a rule. */
export function onWorkerReplaced(react: () => void): void {
  navigator.serviceWorker.addEventListener('controllerchange', react)
}

function createTransport(options: WireOptions, onWire: Map<string, Carriage['serve']>): Transport {
  let carried = 0
  return {
    async carry({ exchange, request, serve }) {
      // Several runs use the same gate ids; the number tells their exchanges apart.
      const wireId = `${++carried}.${exchange}`
      let served: ReturnType<typeof serve> | undefined
      onWire.set(wireId, () => {
        served = serve()
        return served
      })
      const hasArrived = await send(request, wireId).then(
        () => served !== undefined,
        async () => isRedirect(await served),
      )
      if (!hasArrived) options.onLost(exchange)
      // Memoised by the network: it does nothing when the worker got through, and delivers directly when it was lost.
      await serve()
      onWire.delete(wireId)
    },
  }
}

/** A redirect that a worker answers with, and that is not to be followed, WebKit reports as a request that failed. */
function isRedirect(response: HttpResponse | undefined): boolean {
  return response !== undefined && response.status >= 300 && response.status < 400
}

async function send(request: HttpRequest, wireId: string): Promise<void> {
  // Without a worker the request would leave this machine.
  if (navigator.serviceWorker.controller?.state !== 'activated') throw new NoServiceWorkerError('the worker is gone')
  const init = toRequestInit(request, wireId)
  const response = await fetch(request.url, { ...init, signal: AbortSignal.timeout(CARRY_TIMEOUT_MS) })
  // One message is in transit at a time: it has arrived when its last byte has.
  await response.arrayBuffer()
}

async function assertWorkerCanStart(): Promise<void> {
  if (!('serviceWorker' in navigator)) {
    throw new NoServiceWorkerError(
      isSecureContext
        ? 'this browser has no service workers'
        : 'plain HTTP, so signatures and hashes come from a JavaScript library',
    )
  }
  const registrations = await registrationsHere()
  const isRegistered = registrations.some(({ active }) => active?.scriptURL === WORKER_URL)
  if (!isRegistered || navigator.serviceWorker.controller !== null) return
  // After a hard reload MSW reloads the page to get control back. Where that does not help, it would do so for ever.
  if (Number(readItem(RELOADS, 'tab') ?? 0) > 0)
    throw new NoServiceWorkerError('the browser bypasses the service worker (see its developer tools)')
  if (!writeItem(RELOADS, 1, 'tab')) throw new NoServiceWorkerError(NO_SITE_DATA)
}

/** In a sandboxed frame already the property throws; where site data is blocked, what it promises. */
async function registrationsHere(): Promise<readonly ServiceWorkerRegistration[]> {
  try {
    return await navigator.serviceWorker.getRegistrations()
  } catch {
    throw new NoServiceWorkerError(NO_SITE_DATA)
  }
}

async function startWorker(options: WireOptions, onWire: ReadonlyMap<string, Carriage['serve']>): Promise<void> {
  try {
    expectNoUpdateOffline()
    // A static import would end the whole page where storage is blocked: msw opens it when it is loaded.
    const { startMockServiceWorker } = await import('./mock-service-worker.ts')
    await startMockServiceWorker({
      workerUrl: WORKER_URL,
      answers: options.answers,
      answer: (request) => answer(request, options, onWire),
      probe: { url: PROBE_URL, answer: () => new Response(null, { status: 204, headers: { [ALIVE_HEADER]: '1' } }) },
    })
  } catch (error) {
    throw new NoServiceWorkerError(`the service worker did not start (${firstLine(error)})`)
  }
}

/**
 * MSW looks for a newer worker and leaves what comes of it to nobody: without a network, that would be an uncaught error. On
 * the prototype, because WebKit may make the object of a registration anew.
 */
function expectNoUpdateOffline(): void {
  const { prototype } = ServiceWorkerRegistration
  const { update } = prototype
  prototype.update = function () {
    return update.call(this).catch(() => this)
  }
}

/** Never throws: MSW would answer with a stack trace. */
async function answer(
  request: Request,
  options: WireOptions,
  onWire: ReadonlyMap<string, Carriage['serve']>,
): Promise<Response> {
  try {
    const wireId = request.headers.get(EXCHANGE_HEADER)
    if (wireId === null) return toResponse(await options.onConsoleRequest(await toHttpRequest(request)))
    const response = await onWire.get(wireId)?.()
    return response === undefined ? new Response(null, { status: 202 }) : toResponse(response)
  } catch (error) {
    return new Response(firstLine(error), { status: 500 })
  }
}

async function assertWorkerAnswers(): Promise<void> {
  const response =
    navigator.serviceWorker.controller === null
      ? undefined
      : await fetch(PROBE_URL, { cache: 'no-store', signal: AbortSignal.timeout(CARRY_TIMEOUT_MS) }).catch(
          () => undefined,
        )
  if (response?.headers.has(ALIVE_HEADER) !== true)
    throw new NoServiceWorkerError('requests do not reach the service worker')
}

/** The first line of an error's message, short enough for a badge. */
export function firstLine(error: unknown): string {
  const [line = ''] = String(error instanceof Error ? error.message : error).split('\n', 1)
  return line.replace(/^\[MSW\] |:$/g, '').slice(0, 100)
}

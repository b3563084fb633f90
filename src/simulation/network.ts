/** The gated network: every message waits at a gate until the person lets it go on, loses it, copies it or changes it. */
import { type HttpRequest, type HttpResponse, isOnDevice, originOf } from '../http/index.ts'
import { SimulationError } from './errors.ts'
import { createGates, type Gate } from './gates.ts'
import { rewriteParameter } from './rewrite.ts'
import { settled } from './settle.ts'
import { directTransport, type Transport } from './transport.ts'
import type { Message, Purpose, TraceEvent } from './types.ts'

/** Who sends a request: gates are named after the task, arrows start at the actor. */
export interface Sender {
  readonly task: string
  readonly actor: string
  readonly purpose: Purpose
}

/** A party that can be reached at a URL origin. */
export interface Origin {
  readonly actor: string
  /** Answers a request; `caller` is the actor that makes it, as a server knows the other end of a connection. */
  handle(request: HttpRequest, caller?: string): Promise<HttpResponse>
  /** Names of server steps that wait at a gate, so that races inside the server can be ordered. */
  readonly gatedSteps?: readonly string[]
}

/** What came back, and the request as it arrived (a rewrite may have changed it). */
export interface ExchangeResult {
  readonly request: HttpRequest
  readonly response: HttpResponse
}

/** The wire failed: the message was lost, or nobody has that host name. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError'
}

interface Exchange {
  readonly id: string
  readonly sender: Sender
  readonly to: string
  request: HttpRequest
  readonly copyOf: string | undefined
  /** Why nobody waits for the answer any more, when that is so. */
  abandoned: string | undefined
  served: Promise<HttpResponse> | undefined
  /** Resolves when the server that works on it waits for a message of its own. */
  readonly blocked: Signal
  readonly resolve: (result: ExchangeResult) => void
  readonly reject: (error: NetworkError) => void
}

interface Signal {
  readonly promise: Promise<undefined>
  readonly send: () => void
}

/** The shape that a network records; the run adds step and time. */
export type Recorded = TraceEvent extends infer Event
  ? Event extends unknown
    ? Omit<Event, 'step' | 'time'>
    : never
  : never

/** What a network needs from its run. */
export interface NetworkPorts {
  readonly origins: () => Readonly<Record<string, Origin>>
  readonly transport: Transport
  readonly record: (event: Recorded) => void
  /** Throws when nothing was released (a leak). */
  readonly assertReleased: (what: string) => void
}

/** The wire of one run. */
export type Network = ReturnType<typeof createNetwork>

/** Creates the wire of one run. */
export function createNetwork({ origins, transport, record, assertReleased }: NetworkPorts) {
  const gates = createGates()
  /** Exchanges on the wire. */
  const live = new Set<Exchange>()
  /** The exchange that a server's own task is working on. */
  const servedBy = new Map<string, Exchange>()
  let serving: Exchange | undefined

  function open(gate: Omit<Gate, 'isAwaited' | 'lose'>, exchange: Exchange): void {
    const { message } = gate
    assertReleased(`${message.direction} of ${message.request.method} ${message.request.url}`)
    const lose = () => exchange.reject(new NetworkError('The connection was lost.'))
    gates.open({ ...gate, lose, isAwaited: exchange.abandoned === undefined })
  }

  /** Lists the gates that opened since the last time. */
  function flush(): void {
    for (const { message } of gates.flush()) record({ type: 'held', message })
  }

  function begin(sender: Sender, request: HttpRequest, copyOf?: string): Promise<ExchangeResult> {
    return new Promise((resolve, reject) => {
      const id = gates.nextId(sender.task)
      const url = new URL(request.url)
      const to = origins()[originOf(url)]?.actor ?? (url.host || url.protocol)
      const abandoned = copyOf === undefined ? undefined : 'Nobody waits for the answer to a copy.'
      const callbacks = { blocked: createSignal(), resolve, reject }
      const exchange: Exchange = { id, sender, to, request, copyOf, abandoned, served: undefined, ...callbacks }
      live.add(exchange)
      open({ message: describe(exchange, id, 'request'), arrive: () => carry(exchange) }, exchange)
      servedBy.get(sender.task)?.blocked.send()
    })
  }

  /** Lets a message arrive; resolves when it has been carried and served. */
  async function deliver(id: string): Promise<void> {
    const gate = gates.take(id)
    record({ type: 'delivered', gate: id })
    await gate.arrive()
  }

  async function carry(exchange: Exchange): Promise<void> {
    const url = new URL(exchange.request.url)
    const target = origins()[originOf(url)]
    if (target === undefined) {
      exchange.reject(new NetworkError(`No such host: ${url.host || url.protocol}`))
      return
    }
    serving = exchange
    const serve = () => {
      if (exchange.served === undefined) {
        exchange.served = handle(target, exchange)
        // A server at rest that has not answered waits for somebody else's message (keys that another request fetches).
        void settled().then(exchange.blocked.send)
      }
      return Promise.race([exchange.served, exchange.blocked.promise])
    }
    // A real request for this machine would reach whatever listens there.
    const staysHere = exchange.sender.purpose === 'console' || isOnDevice(url.href)
    const carrier = staysHere ? directTransport : transport
    await carrier.carry({ exchange: exchange.id, request: exchange.request, serve })
    await serve()
  }

  async function handle(target: Origin, exchange: Exchange): Promise<HttpResponse> {
    const task = serverTask(target.actor, exchange)
    servedBy.set(task, exchange)
    const response = await target
      .handle(exchange.request, exchange.sender.actor)
      .catch((error: unknown): HttpResponse => {
        record({ type: 'failed', task, actor: target.actor, error: String(error) })
        return { status: 500, headers: [['content-type', 'text/plain']], body: 'Internal Server Error' }
      })
    servedBy.delete(task)
    openResponse(exchange, response)
    return response
  }

  function openResponse(exchange: Exchange, response: HttpResponse): void {
    const { sender, request } = exchange
    const gate = gates.nextId(sender.task)
    const arrive = () => {
      live.delete(exchange)
      serving = servedBy.get(sender.task)
      if (exchange.abandoned === undefined) exchange.resolve({ request, response })
      else record({ type: 'discarded', gate, reason: exchange.abandoned })
    }
    open({ message: describe(exchange, gate, 'response', response), arrive }, exchange)
  }

  function heldRequest(id: string, verb: string): { gate: Gate; exchange: Exchange } {
    const gate = gates.find(id)
    const { direction } = gate.message
    const exchange = [...live].find((candidate) => candidate.id === id)
    if (direction === 'request' && exchange !== undefined) return { gate, exchange }
    throw new SimulationError('wrong_message', `Only a request can be ${verb}; “${id}” holds a ${direction}.`)
  }

  return {
    /** Sends a request and resolves when its response has arrived; rejects with {@link NetworkError} when it is lost. */
    exchange: (sender: Sender, request: HttpRequest): Promise<ExchangeResult> => begin(sender, request),

    flush,
    deliver,

    /** Sends a request and lets it and its response arrive without waiting for the person. */
    async exchangeAtOnce(sender: Sender, request: HttpRequest): Promise<void> {
      begin(sender, request).catch(() => undefined)
      flush()
      await deliver(gates.latest(sender.task))
      flush()
      if (gates.has(gates.latest(sender.task))) await deliver(gates.latest(sender.task))
    },

    /** Sends a request in the name of a server while it serves another one. */
    callFromServer(actor: string, request: HttpRequest): Promise<ExchangeResult> {
      const task = serving === undefined ? actor : serverTask(actor, serving)
      return begin({ task, actor, purpose: 'backchannel' }, request)
    },

    /** A named step inside a server: waits at a gate when its origin lists the name, else goes on at once. */
    step(actor: string, name: string): Promise<void> {
      const exchange = serving
      const own = Object.values(origins()).filter((origin) => origin.actor === actor)
      if (exchange === undefined || !own.some(({ gatedSteps }) => gatedSteps?.includes(name))) return Promise.resolve()
      return new Promise((resolve) => {
        const gate = gates.nextId(serverTask(actor, exchange))
        const arrive = () => {
          serving = exchange
          resolve()
        }
        open({ message: { ...describe(exchange, gate, 'step'), from: actor, to: actor, step: name }, arrive }, exchange)
        exchange.blocked.send()
      })
    },

    /** The exchange that an actor is serving at this moment, for what it notes. */
    servingExchange: (actor: string): string | undefined => (serving?.to === actor ? serving.id : undefined),

    /**
     * The task in which an actor is serving at this moment. A server that waits for what another request fetches, and makes calls
     * of its own then, remembers it: by then it is the other request that is being served.
     */
    servingTask: (actor: string): string | undefined =>
      serving?.to === actor ? serverTask(actor, serving) : undefined,

    /** Nobody waits any more for what this task has on the wire. */
    abandon(task: string, reason: string): void {
      gates.release(task)
      for (const exchange of live) if (exchange.sender.task === task) exchange.abandoned ??= reason
    },

    /** Every held message, first come first. */
    held: gates.messages,

    /** Loses a message: its sender sees a network error. */
    drop(id: string): void {
      if (gates.find(id).message.direction === 'step') {
        throw new SimulationError('wrong_message', `“${id}” is a step inside a server; it can only be let go on.`)
      }
      record({ type: 'dropped', gate: id })
      gates.take(id).lose()
    },

    /** Puts a message at the end of the line. */
    postpone: gates.postpone,

    /** Puts a copy of a held request on the wire; its answer is discarded. */
    duplicate(id: string): void {
      const { sender, request } = heldRequest(id, 'duplicated').exchange
      let number = 1
      while (gates.isKnown(`${id}~${number}`)) number += 1
      begin({ ...sender, task: `${id}~${number}` }, request, id).catch(() => undefined)
    },

    /** Changes one parameter of a held request, or removes it. */
    rewrite(id: string, parameter: string, value: string | undefined): void {
      const { gate, exchange } = heldRequest(id, 'changed')
      const { request, before } = rewriteParameter(exchange.request, parameter, value)
      exchange.request = request
      const message = describe(exchange, id, 'request')
      gates.replace(id, { ...gate, message })
      record({ type: 'rewritten', message, parameter, before, after: value ?? null })
    },
  }
}

function describe(exchange: Exchange, gate: string, direction: Message['direction'], response?: HttpResponse): Message {
  const { id, sender, to, request, copyOf } = exchange
  const [from, target] = direction === 'response' ? [to, sender.actor] : [sender.actor, to]
  return {
    gate,
    exchange: id,
    direction,
    from,
    to: target,
    purpose: sender.purpose,
    request,
    ...(response && { response }),
    ...(copyOf !== undefined && { copyOf }),
  }
}

/** The name of the task in which a server makes calls and steps of its own while it serves an exchange. */
function serverTask(actor: string, { id }: Exchange): string {
  return `${actor}@${id}`
}

function createSignal(): Signal {
  let send: () => void = () => undefined
  const promise = new Promise<undefined>((resolve) => {
    send = () => resolve(undefined)
  })
  return { promise, send }
}

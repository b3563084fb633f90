/** The gated network: every message waits at a gate until the person lets it go on, loses it, copies it or changes it. */
import type { HttpHandler, HttpRequest, HttpResponse } from '../http/index.ts'
import { notFound, SimulationError } from './errors.ts'
import { rewriteParameter } from './rewrite.ts'
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
  readonly handle: HttpHandler
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
  readonly blocked: PromiseWithResolvers
}

interface Gate {
  readonly message: Message
  readonly exchange: Exchange
  /** What goes on when the message arrives. */
  readonly arrive: () => Promise<void> | void
  /** Tells the waiting task that the message is lost. */
  readonly lose: (error: NetworkError) => void
}

interface PromiseWithResolvers {
  readonly promise: Promise<undefined>
  readonly resolve: () => void
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
  readonly transport: () => Transport
  readonly record: (event: Recorded) => void
  /** Throws when nothing was released (a leak). */
  readonly assertReleased: (what: string) => void
}

/** The wire of one run. */
export type Network = ReturnType<typeof createNetwork>

/** Creates the wire of one run. */
export function createNetwork(ports: NetworkPorts) {
  const gates = new Map<string, Gate>()
  const counters = new Map<string, number>()
  const openGateOf = new Map<string, string>()
  /** Exchanges on the wire. */
  const live = new Set<Exchange>()
  /** The exchange that a server's own task is working on. */
  const servedBy = new Map<string, Exchange>()
  let opening: Gate[] = []
  let serving: Exchange | undefined

  function nextGateId(task: string): string {
    const number = (counters.get(task) ?? 0) + 1
    counters.set(task, number)
    return `${task}#${number}`
  }

  /** Opens a gate. It is listed, in an order that no timing can change, once the run has settled. */
  function open(task: string, gate: Gate): void {
    ports.assertReleased(`${gate.message.direction} of ${gate.exchange.request.method} ${gate.exchange.request.url}`)
    opening.push(gate)
    if (gate.exchange.abandoned !== undefined) return
    const already = openGateOf.get(task)
    if (already !== undefined) {
      throw new SimulationError(
        'concurrent_gate',
        `Task “${task}” opened a second gate while “${already}” is open; give the second call a task of its own.`,
      )
    }
    openGateOf.set(task, gate.message.gate)
  }

  /** Lists the gates that opened since the last time, by task name and number. */
  function flush(): void {
    const sorted = opening.sort((left, right) => compareGates(left.message.gate, right.message.gate))
    opening = []
    for (const gate of sorted) {
      gates.set(gate.message.gate, gate)
      ports.record({ type: 'held', message: gate.message })
    }
  }

  function find(gateId: string): Gate {
    const gate = gates.get(gateId)
    if (gate === undefined) throw notFound('unknown_gate', 'message held at gate', gateId, [...gates.keys()])
    return gate
  }

  function take(gateId: string): Gate {
    const gate = find(gateId)
    gates.delete(gateId)
    if (openGateOf.get(taskOf(gateId)) === gateId) openGateOf.delete(taskOf(gateId))
    return gate
  }

  function heldRequest(gateId: string, verb: string): Gate {
    const gate = find(gateId)
    const { direction } = gate.message
    if (direction === 'request') return gate
    throw new SimulationError('wrong_message', `Only a request can be ${verb}; “${gateId}” holds a ${direction}.`)
  }

  /** Sends a request and resolves when its response has arrived; rejects with {@link NetworkError} when it is lost. */
  function exchange(sender: Sender, request: HttpRequest): Promise<ExchangeResult> {
    return begin(sender, request)
  }

  function begin(sender: Sender, request: HttpRequest, copyOf?: string): Promise<ExchangeResult> {
    return new Promise((resolve, reject) => {
      const id = nextGateId(sender.task)
      const to = ports.origins()[new URL(request.url).origin]?.actor ?? new URL(request.url).host
      const abandoned = copyOf === undefined ? undefined : 'Nobody waits for the answer to a copy.'
      const current: Exchange = {
        id,
        sender,
        to,
        request,
        copyOf,
        abandoned,
        served: undefined,
        blocked: withResolvers(),
      }
      live.add(current)
      open(sender.task, {
        message: describe(current, id, 'request'),
        exchange: current,
        arrive: () => carry(current, resolve, reject),
        lose: reject,
      })
      servedBy.get(sender.task)?.blocked.resolve()
    })
  }

  /** Lets a message arrive; resolves when it has been carried and served. */
  async function deliver(gateId: string): Promise<void> {
    const gate = take(gateId)
    ports.record({ type: 'delivered', gate: gateId })
    await gate.arrive()
  }

  async function carry(
    current: Exchange,
    resolve: (result: ExchangeResult) => void,
    reject: (error: NetworkError) => void,
  ): Promise<void> {
    const origin = ports.origins()[new URL(current.request.url).origin]
    if (origin === undefined) {
      reject(new NetworkError(`No such host: ${new URL(current.request.url).host}`))
      return
    }
    serving = current
    const serve = () => {
      current.served ??= handle(origin, current).then((response) => {
        openResponse(current, response, resolve, reject)
        return response
      })
      return Promise.race([current.served, current.blocked.promise])
    }
    const transport = current.sender.purpose === 'console' ? directTransport : ports.transport()
    await transport.carry({ exchange: current.id, request: current.request, serve })
    await serve()
  }

  async function handle(origin: Origin, current: Exchange): Promise<HttpResponse> {
    servedBy.set(backchannelTask(origin.actor, current), current)
    try {
      return await origin.handle(current.request)
    } catch (error) {
      ports.record({ type: 'failed', task: current.id, actor: origin.actor, error: String(error) })
      return { status: 500, headers: [['content-type', 'text/plain']], body: 'Internal Server Error' }
    } finally {
      servedBy.delete(backchannelTask(origin.actor, current))
    }
  }

  function openResponse(
    current: Exchange,
    response: HttpResponse,
    resolve: (result: ExchangeResult) => void,
    reject: (error: NetworkError) => void,
  ): void {
    const gate = nextGateId(current.sender.task)
    open(current.sender.task, {
      message: describe(current, gate, 'response', response),
      exchange: current,
      arrive: () => {
        live.delete(current)
        serving = servedBy.get(current.sender.task)
        if (current.abandoned === undefined) resolve({ request: current.request, response })
        else ports.record({ type: 'discarded', gate, reason: current.abandoned })
      },
      lose: reject,
    })
  }

  /** The name of the task in which a server makes calls of its own while it serves an exchange. */
  function backchannelTask(actor: string, current: Exchange): string {
    return `${actor}@${current.id}`
  }

  return {
    exchange,
    flush,

    /** Sends a request and lets it and its response arrive without waiting for the person. */
    async exchangeAtOnce(sender: Sender, request: HttpRequest): Promise<void> {
      begin(sender, request).catch(() => undefined)
      flush()
      await deliver(`${sender.task}#${counters.get(sender.task)}`)
      flush()
      const answer = `${sender.task}#${counters.get(sender.task)}`
      if (gates.has(answer)) await deliver(answer)
    },

    /** Sends a request in the name of a server while it serves another one. */
    callFromServer(actor: string, request: HttpRequest): Promise<ExchangeResult> {
      const task = serving === undefined ? actor : backchannelTask(actor, serving)
      return exchange({ task, actor, purpose: 'backchannel' }, request)
    },

    /** A named step inside a server: waits at a gate when its origin lists the name, else goes on at once. */
    step(actor: string, name: string): Promise<void> {
      const current = serving
      const gated = Object.values(ports.origins()).some(
        (origin) => origin.actor === actor && origin.gatedSteps?.includes(name),
      )
      if (current === undefined || !gated) return Promise.resolve()
      return new Promise((resolve, reject) => {
        const task = backchannelTask(actor, current)
        const gate = nextGateId(task)
        open(task, {
          message: { ...describe(current, gate, 'step'), from: actor, to: actor, step: name },
          exchange: current,
          arrive: () => {
            serving = current
            resolve()
          },
          lose: reject,
        })
        current.blocked.resolve()
      })
    },

    /** The exchange that an actor is serving at this moment, for what it notes. */
    servingExchange: (actor: string): string | undefined => (serving?.to === actor ? serving.id : undefined),

    /** Nobody waits any more for what this task has on the wire. */
    abandon(task: string, reason: string): void {
      openGateOf.delete(task)
      for (const current of live) if (current.sender.task === task) current.abandoned ??= reason
    },

    /** Every held message, first come first. */
    held: (): readonly Message[] => [...gates.values()].map((gate) => gate.message),

    deliver,

    /** Loses a message: its sender sees a network error. */
    drop(gateId: string): void {
      const gate = take(gateId)
      if (gate.message.direction === 'step') {
        throw new SimulationError('wrong_message', `“${gateId}” is a step inside a server; it can only be let go on.`)
      }
      ports.record({ type: 'dropped', gate: gateId })
      gate.lose(new NetworkError('The connection was lost.'))
    },

    /** Puts a message at the end of the line. */
    postpone(gateId: string): void {
      const gate = take(gateId)
      if (gate.exchange.abandoned === undefined) openGateOf.set(taskOf(gateId), gateId)
      gates.set(gateId, gate)
    },

    /** Puts a copy of a held request on the wire; its answer is discarded. */
    duplicate(gateId: string): void {
      const { sender, request, id } = heldRequest(gateId, 'duplicated').exchange
      let copy = 1
      while (counters.has(`${id}~${copy}`)) copy += 1
      const task = `${id}~${copy}`
      begin({ ...sender, task }, request, id).catch(() => undefined)
    },

    /** Changes one parameter of a held request, or removes it. */
    rewrite(gateId: string, parameter: string, value: string | undefined): void {
      const gate = heldRequest(gateId, 'changed')
      const change = rewriteParameter(gate.exchange.request, parameter, value)
      gate.exchange.request = change.request
      const message = describe(gate.exchange, gateId, 'request')
      gates.set(gateId, { ...gate, message })
      ports.record({ type: 'rewritten', message, parameter, before: change.before, after: value ?? null })
    },
  }
}

function describe(exchange: Exchange, gate: string, direction: Message['direction'], response?: HttpResponse): Message {
  const { sender, to } = exchange
  const [from, target] = direction === 'response' ? [to, sender.actor] : [sender.actor, to]
  return {
    gate,
    exchange: exchange.id,
    direction,
    from,
    to: target,
    purpose: sender.purpose,
    request: exchange.request,
    ...(response && { response }),
    ...(exchange.copyOf !== undefined && { copyOf: exchange.copyOf }),
  }
}

/** The task whose gate this is. */
function taskOf(gateId: string): string {
  return gateId.slice(0, gateId.lastIndexOf('#'))
}

/** By task name, then by number. */
function compareGates(left: string, right: string): number {
  const [leftTask, rightTask] = [taskOf(left), taskOf(right)]
  if (leftTask !== rightTask) return leftTask < rightTask ? -1 : 1
  return Number(left.slice(leftTask.length + 1)) - Number(right.slice(rightTask.length + 1))
}

function withResolvers(): PromiseWithResolvers {
  let resolve: () => void = () => undefined
  const promise = new Promise<undefined>((done) => {
    resolve = () => done(undefined)
  })
  return { promise, resolve }
}

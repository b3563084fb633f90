/** When a run is settled: no WebCrypto operation or declared load is pending, and one macrotask has drained the microtask queue. */

let pendingOperations = 0
let isCounting = false

/**
 * Counts every WebCrypto operation that is under way, in whatever library it was started: the only real asynchrony
 * inside a run. jose and OAuth clients use the global `crypto.subtle`, so the count wraps its methods, once.
 */
export function countPendingCrypto(): void {
  if (isCounting) return
  isCounting = true
  const prototype: object = Object.getPrototypeOf(globalThis.crypto.subtle)
  for (const name of Object.getOwnPropertyNames(prototype)) {
    const descriptor = Object.getOwnPropertyDescriptor(prototype, name)
    const operation: unknown = descriptor?.value
    if (name === 'constructor' || typeof operation !== 'function') continue
    Object.defineProperty(prototype, name, {
      ...descriptor,
      value(this: unknown, ...parameters: unknown[]) {
        const result: unknown = Reflect.apply(operation, this, parameters)
        if (!(result instanceof Promise)) return result
        return countPending(result)
      },
    })
  }
}

/** Counts a promise as work of the run until it is settled, and returns it. */
export function countPending<Result>(work: Promise<Result>): Promise<Result> {
  pendingOperations += 1
  const done = () => {
    pendingOperations -= 1
  }
  work.then(done, done)
  return work
}

/** Resolves when everything that can go on by itself has come to rest. */
export async function settled(): Promise<void> {
  do {
    await macrotask()
  } while (pendingOperations > 0)
}

/** A port as Node has it: an open one keeps the process alive unless told not to. A browser's has neither method. */
type Port = MessagePort & { ref?(): void; unref?(): void }

let channel: { readonly receiver: Port; readonly sender: MessagePort } | undefined
const waiting: (() => void)[] = []

/** One turn of the event loop. A message channel is not throttled in background tabs, unlike a timer, and one kept open is five times as fast as one a turn. */
function macrotask(): Promise<void> {
  channel ??= openChannel()
  const { receiver, sender } = channel
  return new Promise((resolve) => {
    receiver.ref?.()
    waiting.push(resolve)
    sender.postMessage(null)
  })
}

function openChannel(): NonNullable<typeof channel> {
  const { port1, port2 } = new MessageChannel()
  const receiver: Port = port1
  receiver.onmessage = () => {
    const resolve = waiting.shift()
    if (waiting.length === 0) receiver.unref?.()
    resolve?.()
  }
  return { receiver, sender: port2 }
}

/** Turns: work that is done when every microtask has run, and nothing else of the run is under way. */

/** Node's own queue; no browser has one. */
type TickQueue = { readonly nextTick?: (callback: () => void) => void }

const { process: node }: { readonly process?: TickQueue } = globalThis

/** A port as Node has it: an open one keeps the process alive unless told not to. A browser's has no such method. */
type Port = MessagePort & { unref?(): void }

let sender: MessagePort | undefined
const due: (() => void)[] = []

/**
 * Calls back when the microtask queue is empty, in the order of the calls. In a browser that is a task of its own, by a message port, which is
 * not throttled in background tabs as a timer is. Node has a queue for it, whose callbacks run as soon as the microtasks have;
 * it is entered from a microtask, since a callback of that queue would otherwise be followed by the next one at once.
 */
export function afterMicrotasks(callback: () => void): void {
  if (node?.nextTick !== undefined) {
    const { nextTick } = node
    queueMicrotask(() => nextTick(callback))
    return
  }
  sender ??= openChannel()
  due.push(callback)
  sender.postMessage(null)
}

function openChannel(): MessagePort {
  const { port1, port2 } = new MessageChannel()
  const receiver: Port = port1
  receiver.onmessage = () => due.shift()?.()
  return port2
}
